package dev.memenem.cli;

import dev.memenem.job.InvalidRequest;
import dev.memenem.job.Job;
import dev.memenem.job.JobState;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retry}: runs again only what failed or is unfinished. */
@Command(
    name = "retry",
    description = "Runs again only what failed or is unfinished in a job; its id stays the same.",
    footerHeading = "%nExamples:%n",
    footer = {"  memenem retry latest", "  memenem retry 3f2a -d"})
public final class RetryCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "JOB_ID",
      description = "A job's id, a beginning that only it has, or latest.")
  String id;

  @Option(
      names = {"-d", "--detach"},
      order = 1,
      description = "Run the job in a process of its own, print the job's id and return.")
  boolean detach;

  @Option(
      names = "--queue",
      order = 2,
      description = "Only queue the job: any 'memenem worker' takes it.")
  boolean queue;

  private final Services services;

  public RetryCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    if (detach && queue) {
      throw new InvalidRequest("--detach and --queue exclude each other; choose one");
    }
    JobRun run = new JobRun(services);
    Job job = services.jobs().requeue(id).orElseGet(() -> services.jobs().find(id));
    if (job.state().ended()) {
      new Printer(services).note("nothing in job %s failed or is open".formatted(job.shortId()));
      run.printEnded(job);
      return 0;
    }
    if (detach && job.state() == JobState.QUEUED) {
      run.detached(List.of(job));
    }
    if (detach || queue) {
      run.printSubmitted(
          job, "'memenem status %s --watch' shows how it goes on".formatted(job.shortId()));
      return 0;
    }
    JobRun.Ended ended = run.here(job);
    run.printEnded(ended.job());
    return ended.exitCode();
  }
}
