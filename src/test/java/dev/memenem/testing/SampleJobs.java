package dev.memenem.testing;

import dev.memenem.caption.Captions;
import dev.memenem.caption.Style;
import dev.memenem.caption.Variation;
import dev.memenem.job.Job;
import dev.memenem.job.JobRequest;
import dev.memenem.job.Lease;
import dev.memenem.job.TemplateFailure;
import dev.memenem.job.TemplateResult;
import dev.memenem.job.Work;
import dev.memenem.template.Box;
import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import dev.memenem.virality.Virality;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Jobs, workers and their work, as the tests need them. */
public final class SampleJobs {
  public static final String HOST = "the-laptop";

  private SampleJobs() {}

  public static JobRequest request(String topic) {
    return request(topic, Optional.empty(), Optional.empty());
  }

  public static JobRequest request(String topic, Optional<String> label, Optional<String> key) {
    return new JobRequest(
        topic,
        Style.SARCASTIC,
        5,
        4,
        JobRequest.Choice.ANY,
        JobRequest.Options.of(7),
        label,
        key,
        Optional.empty());
  }

  public static Job queued(String topic, Instant now) {
    return queued(request(topic), now);
  }

  public static Job queued(JobRequest request, Instant now) {
    return Job.queued(UUID.randomUUID().toString(), request, now);
  }

  public static Lease.Owner worker(String name) {
    return new Lease.Owner(HOST, 4711, 1_000, name);
  }

  public static Template template(int number) {
    return new Template(
        "builtin_sample_" + number,
        "Sample " + number,
        "builtin",
        new Template.Image(Optional.of("memenem:sample"), 600, 400),
        new Template.Meaning(
            List.of("the sample"),
            List.of("choice"),
            List.of("Somebody"),
            "smug",
            "somebody shows a sample",
            "reject_prefer",
            "",
            List.of(List.of("no", "yes"))),
        List.of(panel("rejected", 0), panel("preferred", 0.5)),
        90 - number);
  }

  private static Panel panel(String role, double y) {
    return new Panel(
        role,
        "what one thinks of it",
        Optional.empty(),
        5,
        12,
        Panel.Look.LABEL,
        new Box(0.5, y, 0.5, 0.5, 0));
  }

  public static Variation variation(int id, double score) {
    return new Variation(
        id,
        new Captions(List.of("reading the manual " + id, "asking a colleague \u202e\"twice\"")),
        new Virality(score, score / 2, List.of(new Virality.Factor("short", 1.25))),
        new Variation.Origin("gemini", "flash", id % 2 == 0),
        id == 1 ? Optional.of("/home/somebody/1.png") : Optional.empty());
  }

  /** So many finished templates of a plan of five. */
  public static Work work(int finished, TemplateFailure... failures) {
    return new Work(
        IntStream.rangeClosed(1, 5).mapToObj(SampleJobs::template).toList(),
        IntStream.rangeClosed(1, finished)
            .mapToObj(
                number ->
                    new TemplateResult(
                        template(number), List.of(variation(1, 60 + number), variation(2, 71.5))))
            .toList(),
        List.of(failures),
        failures.length == 0 ? List.of() : List.of("gemini is out of quota"),
        Map.of("templates", 12L, "captions", 340L));
  }

  public static TemplateFailure failure() {
    return new TemplateFailure(
        "builtin_sample_5", "caption", "no answer", TemplateFailure.Cause.UPSTREAM);
  }
}
