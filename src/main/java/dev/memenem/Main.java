package dev.memenem;

import dev.memenem.cli.Commands;
import dev.memenem.cli.Services;

/** Args, streams and environment in; exit code out. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Commands.forArguments(new Services() {}, args).execute(args));
  }
}
