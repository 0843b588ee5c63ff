package dev.memenem.batch;

import dev.memenem.job.Job;
import dev.memenem.job.JobRequest;
import dev.memenem.job.TemplateFailure;
import dev.memenem.job.TemplateFailure.Cause;
import dev.memenem.job.Work;
import java.util.List;
import java.util.Optional;

/** How a job ended, as an exit code (the numbers of the manual) and a line for the user. */
final class Verdict {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int NOT_FOUND = 3;
  private static final int CREDENTIALS = 4;
  private static final int UNAVAILABLE = 5;
  private static final int PARTIAL = 6;
  private static final int CANCELLED = 7;

  private Verdict() {}

  static Job.Outcome cancelled() {
    return new Job.Outcome(CANCELLED, Optional.empty());
  }

  static Job.Outcome broken(String reason) {
    return new Job.Outcome(FAILED, Optional.of(reason));
  }

  /** Of a job that came to its end by itself. */
  static Job.Outcome of(JobRequest request, Work work) {
    List<TemplateFailure> failures = work.failures();
    if (!work.results().isEmpty()) {
      boolean partial = request.options().strict() && !failures.isEmpty();
      return new Job.Outcome(partial ? PARTIAL : DONE, Optional.empty());
    }
    int code = FAILED;
    if (allAre(failures, Cause.NOT_FOUND)) {
      code = NOT_FOUND;
    } else if (allAre(failures, Cause.CREDENTIALS)) {
      code = CREDENTIALS;
    } else if (!failures.isEmpty()
        && failures.stream()
            .allMatch(f -> f.cause() == Cause.UPSTREAM || f.cause() == Cause.CREDENTIALS)) {
      code = UNAVAILABLE;
    }
    String reason =
        failures.isEmpty() ? "no template was found for this topic" : failures.get(0).reason();
    return new Job.Outcome(code, Optional.of(reason));
  }

  private static boolean allAre(List<TemplateFailure> failures, Cause cause) {
    return !failures.isEmpty() && failures.stream().allMatch(f -> f.cause() == cause);
  }
}
