package dev.memenem.cache;

import java.util.Locale;

/** What is kept for reuse. Jobs and results have lifetimes too, but live in the job store. */
public enum CacheKind {
  TEMPLATES,
  CAPTIONS,
  IMAGES;

  /** Its name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
