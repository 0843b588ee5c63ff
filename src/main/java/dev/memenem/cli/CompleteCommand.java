package dev.memenem.cli;

import dev.memenem.job.Job;
import dev.memenem.job.JobQuery;
import dev.memenem.json.Invisible;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code complete}: what the tab key may put where an id is wanted, one a line, a tab and what it
 * is behind it. Asks no network.
 */
@Command(name = "complete", hidden = true, description = "Lists ids for the shells' completions.")
public final class CompleteCommand implements Callable<Integer> {
  private static final int MOST_JOBS = 50;

  @Parameters(paramLabel = "KIND", description = "jobs or templates")
  String kind = "";

  private final Services services;

  public CompleteCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    if (kind.equals("jobs")) {
      jobs();
    } else if (kind.equals("templates")) {
      services
          .templates(List.of(), true, false)
          .templates()
          .forEach(template -> line(template.id(), template.name()));
    }
    return 0;
  }

  private void jobs() {
    line("latest", "the newest job");
    for (Job job :
        services
            .jobs()
            .list(new JobQuery(MOST_JOBS, Optional.empty(), Optional.empty(), Optional.empty()))) {
      line(job.id(), job.state().id() + " " + job.request().topic());
    }
  }

  private void line(String id, String meaning) {
    services.terminal().out().println(Invisible.strip(id) + "\t" + Invisible.strip(meaning));
  }
}
