package dev.memenem.cli;

import dev.memenem.job.Job;
import dev.memenem.job.JobState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    List<String> found = ids.stream().map(id -> services.jobs().find(id).id()).distinct().toList();
    List<String> cancelled = new ArrayList<>();
    List<String> unchanged = new ArrayList<>();
    for (String id : found) {
      boolean ended = services.jobs().find(id).state().ended();
      boolean wanted = !ended && stops(services.jobs().cancel(id));
      (wanted ? cancelled : unchanged).add(id);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("success", true);
    document.put("cancelled", cancelled);
    document.put("unchanged", unchanged);
    new Printer(services)
        .document(
            document,
            screen -> {
              StringBuilder out = new StringBuilder();
              cancelled.forEach(id -> out.append("cancelled ").append(id).append('\n'));
              unchanged.forEach(id -> out.append("had ended ").append(id).append('\n'));
              return out.toString();
            });
    return 0;
  }

  private static boolean stops(Job job) {
    return job.state() == JobState.CANCELLED || job.cancelRequested();
  }
}
