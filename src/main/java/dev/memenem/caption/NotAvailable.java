package dev.memenem.caption;

import java.util.Optional;

/**
 * Stands in a chain for a provider that was asked for by name but cannot be asked, so that the user
 * is told why.
 *
 * @param cause what is missing
 * @param detail one line that says what to do
 */
public record NotAvailable(String name, CaptionAnswer.Cause cause, String detail)
    implements CaptionProvider {
  @Override
  public boolean remote() {
    return false;
  }

  @Override
  public CaptionAnswer write(CaptionRequest request) {
    return new CaptionAnswer.Failed(cause, detail, Optional.empty());
  }
}
