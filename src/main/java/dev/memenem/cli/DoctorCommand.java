package dev.memenem.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: is this installation healthy. */
@Command(
    name = "doctor",
    description =
        "Checks this installation: Java, store, sources, providers, fonts, terminal. Ends with 0"
            + " only when 'memenem submit' would work.",
    footerHeading = "%nExamples:%n",
    footer = {"  memenem doctor", "  memenem doctor --online -v"})
public final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--online", order = 1, description = "Really ask the sources and providers.")
  boolean online;

  private final Services services;

  public DoctorCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    return 0;
  }
}
