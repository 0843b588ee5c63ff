package dev.memenem.cli;

/** How data is printed. */
public enum OutputFormat {
  TABLE,
  JSON,
  NDJSON
}
