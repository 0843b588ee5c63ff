package dev.memenem.batch;

import dev.memenem.job.JobRequest;
import dev.memenem.job.TemplateFailure;
import dev.memenem.template.Template;
import java.time.Instant;
import java.util.List;

/** Chooses the templates of a job. */
@FunctionalInterface
public interface TemplateChoice {
  /**
   * @param deadline no answer is of use behind it
   * @return at most as many templates as the request wants, best first
   */
  Choice choose(JobRequest request, Instant deadline);

  /**
   * @param templates what was chosen
   * @param failures templates asked for that there are not, or why there is none at all
   * @param warnings what the user should know
   */
  record Choice(List<Template> templates, List<TemplateFailure> failures, List<String> warnings) {
    public Choice {
      templates = List.copyOf(templates);
      failures = List.copyOf(failures);
      warnings = List.copyOf(warnings);
    }
  }
}
