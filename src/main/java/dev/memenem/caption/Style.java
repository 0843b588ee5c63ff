package dev.memenem.caption;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The humour a job asks for. Stored and shown by {@link #id()}. */
public enum Style {
  SARCASTIC,
  GEN_Z_SLANG,
  WHOLESOME,
  DARK_HUMOR,
  CORPORATE_IRONY;

  /** Its name for users and in JSON: {@code gen_z_slang}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a name in any case, with {@code -} or {@code _}. */
  public static Optional<Style> of(String text) {
    String wanted = text.strip().replace('-', '_').toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(style -> style.name().equals(wanted)).findFirst();
  }
}
