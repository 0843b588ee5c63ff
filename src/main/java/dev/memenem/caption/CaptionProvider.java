package dev.memenem.caption;

/** Port: somebody who writes captions. Implementations are safe for use by several threads. */
public interface CaptionProvider {
  /** Its name for users, in settings and in {@code metadata.method}. */
  String name();

  /**
   * True when answers come from outside: they are paced, cached and counted. The built-in provider
   * is none of that.
   */
  boolean remote();

  /**
   * Does what can be done before its turn comes, so that the call then leaves at once. Asks nobody
   * outside this process.
   */
  default void prepare(CaptionRequest request) {}

  /**
   * Writes captions. Never throws for what an upstream does: a failure is a value.
   *
   * @param request what is wanted; an answer may hold fewer variations than asked for, never others
   */
  CaptionAnswer write(CaptionRequest request);
}
