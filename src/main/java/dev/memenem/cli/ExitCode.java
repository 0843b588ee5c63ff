package dev.memenem.cli;

/** Every exit code, once; the man page's list is made from it. */
public enum ExitCode {
  DONE(0, "done"),
  FAILED(1, "the job or the command failed"),
  USAGE(2, "wrong usage"),
  NOT_FOUND(3, "no such job or template"),
  CREDENTIALS(4, "credentials missing or refused for something asked by name"),
  UNAVAILABLE(5, "store or upstream unavailable, or quota gone"),
  PARTIAL(6, "partial result under --strict"),
  CANCELLED(7, "the job was cancelled"),
  UNFINISHED(8, "not finished yet (status --exit-status)"),
  TIMEOUT(124, "--timeout ran out"),
  INTERRUPTED(130, "interrupted"),
  TERMINATED(143, "terminated");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  /** As the man page says it. */
  public String meaning() {
    return meaning;
  }
}
