package dev.memenem.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cancel}: really stops the work; what is finished is kept. */
@Command(
    name = "cancel",
    description = "Stops jobs; templates that are finished are kept.",
    footerHeading = "%nExamples:%n",
    footer = {"  memenem cancel latest", "  memenem cancel 3f2a 77b0"})
public final class CancelCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "JOB_ID",
      description = "A job's id, a beginning that only it has, or latest.")
  List<String> ids = List.of();

  private final Services services;

  public CancelCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    return 0;
  }
}
