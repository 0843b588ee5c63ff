package dev.memenem.view;

import dev.memenem.caption.Variation;
import dev.memenem.job.Job;
import dev.memenem.job.JobRequest;
import dev.memenem.job.JobState;
import dev.memenem.job.TemplateFailure;
import dev.memenem.job.TemplateResult;
import dev.memenem.virality.Virality.Factor;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs as JSON trees, in the names and shapes of the service that this tool grew out of. */
public final class JobDocument {
  private JobDocument() {}

  /** The whole job. {@code success} is false only for a failed one. */
  public static Map<String, Object> of(Job job) {
    JobRequest request = job.request();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("success", job.state() != JobState.FAILED);
    document.put("job_id", job.id());
    document.put("status", job.state().id());
    document.put("progress", job.progress());
    document.put("topic", request.topic());
    document.put("style", request.style().id());
    document.put("label", request.label().orElse(null));
    document.put("attempt", job.attempt());
    document.put("seed", request.options().seed());
    document.put("templates", job.work().results().stream().map(JobDocument::template).toList());
    document.put("count", job.work().results().size());
    document.put("failures", job.work().failures().stream().map(JobDocument::failure).toList());
    document.put("warnings", job.work().warnings());
    document.put("created_at", instant(Optional.of(job.times().createdAt())));
    document.put("started_at", instant(job.times().startedAt()));
    document.put("completed_at", instant(job.times().completedAt()));
    document.put("processing_time", seconds(job).orElse(null));
    document.put("error_message", job.outcome().flatMap(Job.Outcome::error).orElse(null));
    return document;
  }

  /** Seconds from start to end, to the millisecond; empty until there is an end. */
  static Optional<Double> seconds(Job job) {
    return job.times()
        .startedAt()
        .flatMap(
            start ->
                job.times()
                    .completedAt()
                    .map(end -> Duration.between(start, end).toMillis() / 1000.0));
  }

  private static Map<String, Object> template(TemplateResult result) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("template_id", result.template().id());
    tree.put("template_name", result.template().name());
    tree.put("source", result.template().source());
    tree.put("image_url", TemplateDocument.url(result.template()));
    tree.put("panel_count", result.template().panels().size());
    tree.put("characters", result.template().meaning().characters());
    tree.put("variations", result.variations().stream().map(JobDocument::variation).toList());
    tree.put("average_virality_score", result.averageScore());
    return tree;
  }

  private static Map<String, Object> variation(Variation variation) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("variation_id", variation.id());
    List<String> texts = variation.captions().texts();
    if (texts.size() == 1) {
      tree.put("caption", texts.get(0));
    } else {
      Map<String, Object> captions = new LinkedHashMap<>();
      for (int i = 0; i < texts.size(); i++) {
        captions.put("panel_" + (i + 1), texts.get(i));
      }
      tree.put("captions", captions);
    }
    tree.put("virality_score", variation.virality().score());
    tree.put("image_path", variation.imagePath().orElse(null));
    Variation.Origin origin = variation.origin();
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("method", origin.method());
    metadata.put("model", origin.model().isEmpty() ? null : origin.model());
    metadata.put("cached", origin.cached());
    metadata.put("factors", factors(variation.virality().factors()));
    tree.put("metadata", metadata);
    return tree;
  }

  /** What moved a score, as JSON. */
  public static List<Map<String, Object>> factors(List<Factor> factors) {
    return factors.stream()
        .map(
            factor -> {
              Map<String, Object> tree = new LinkedHashMap<>();
              tree.put("factor", factor.factor());
              tree.put("effect", Math.round(factor.effect() * 100) / 100.0);
              return tree;
            })
        .toList();
  }

  private static Map<String, Object> failure(TemplateFailure failure) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("template_id", failure.templateId());
    tree.put("stage", failure.stage());
    tree.put("reason", failure.reason());
    return tree;
  }

  /** What {@code submit} says of a job that runs elsewhere. */
  public static Map<String, Object> submitted(Job job, long estimate, String message) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("success", true);
    document.put("job_id", job.id());
    document.put("status", job.state().id());
    document.put("estimated_completion_time", estimate);
    document.put("message", message);
    return document;
  }

  /** One row of a list. */
  public static Map<String, Object> row(Job job) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("job_id", job.id());
    tree.put("status", job.state().id());
    tree.put("progress", job.progress());
    tree.put("topic", job.request().topic());
    tree.put("style", job.request().style().id());
    tree.put("label", job.request().label().orElse(null));
    tree.put("created_at", instant(Optional.of(job.times().createdAt())));
    tree.put("attempt", job.attempt());
    return tree;
  }

  /** A list of rows, or of whole jobs. */
  public static Map<String, Object> list(List<Map<String, Object>> jobs) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("success", true);
    document.put("count", jobs.size());
    document.put("jobs", jobs);
    return document;
  }

  /** One line of an event stream. */
  public static Map<String, Object> event(String event, Job job, double progress, Instant now) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("event", event);
    tree.put("job_id", job.id());
    tree.put("status", job.state().id());
    tree.put("progress", progress);
    tree.put("ts", now.toString());
    return tree;
  }

  static String instant(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse(null);
  }
}
