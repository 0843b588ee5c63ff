package dev.memenem.template;

import dev.memenem.http.Redaction;
import java.time.Instant;

/**
 * A source whose words are masked before anybody reads them: a hostile upstream may say anything,
 * also what it has learnt of a key.
 *
 * @param redaction knows all secrets of this process
 */
public record DiscreetSource(TemplateSource source, Redaction redaction) implements TemplateSource {
  @Override
  public String name() {
    return source.name();
  }

  @Override
  public boolean remote() {
    return source.remote();
  }

  @Override
  public Listing list(Instant deadline) {
    Listing listing = source.list(deadline);
    return new Listing(
        listing.state(), listing.templates(), redaction.mask(listing.detail()), listing.until());
  }
}
