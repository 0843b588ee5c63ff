package dev.memenem.job;

import dev.memenem.template.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a job has done so far; replaced as a whole by every checkpoint.
 *
 * @param plan the chosen templates, empty until they are chosen
 * @param results finished templates
 * @param failures what went wrong
 * @param warnings lines for the user, each once
 * @param timings milliseconds by stage ({@code templates}, {@code captions}, {@code pictures}),
 *     summed over the batches of this attempt
 */
public record Work(
    List<Template> plan,
    List<TemplateResult> results,
    List<TemplateFailure> failures,
    List<String> warnings,
    Map<String, Long> timings) {
  public static final Work NONE = new Work(List.of(), List.of(), List.of(), List.of(), Map.of());

  public Work {
    plan = List.copyOf(plan);
    results = results.stream().sorted(TemplateResult.RANKING).toList();
    failures = List.copyOf(failures);
    warnings = warnings.stream().distinct().toList();
    timings = Collections.unmodifiableMap(new LinkedHashMap<>(timings));
  }

  /** What a retry begins with: the plan and what is finished; failures and warnings are gone. */
  public Work forRetry() {
    return new Work(plan, results, List.of(), List.of(), Map.of());
  }
}
