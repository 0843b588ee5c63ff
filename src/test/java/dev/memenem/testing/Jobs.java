package dev.memenem.testing;

import dev.memenem.caption.Captions;
import dev.memenem.caption.Style;
import dev.memenem.caption.Variation;
import dev.memenem.job.Job;
import dev.memenem.job.JobRequest;
import dev.memenem.job.JobState;
import dev.memenem.job.TemplateResult;
import dev.memenem.job.Work;
import dev.memenem.template.Box;
import dev.memenem.template.Panel;
import dev.memenem.template.Panel.Look;
import dev.memenem.template.Template;
import dev.memenem.virality.Virality;
import dev.memenem.virality.Virality.Factor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs and templates for tests. */
public final class Jobs {
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Jobs() {}

  /** What {@code memenem submit "Monday morning meetings" --seed 7} asks for. */
  public static JobRequest request() {
    return request("Monday morning meetings");
  }

  public static JobRequest request(String topic) {
    return new JobRequest(
        topic,
        Style.SARCASTIC,
        5,
        4,
        JobRequest.Choice.ANY,
        JobRequest.Options.of(7),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A template with a panel for each role, one below the other. */
  public static Template template(String id, String name, String... roles) {
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < roles.length; i++) {
      double height = 1.0 / roles.length;
      panels.add(
          new Panel(
              roles[i],
              "what goes there",
              Optional.empty(),
              6,
              14,
              Look.LABEL,
              new Box(0, i * height, 1, height, 0)));
    }
    return new Template(
        id,
        name,
        "builtin",
        new Template.Image(Optional.of("https://example.org/" + id + ".jpg"), 600, 600),
        Template.Meaning.UNKNOWN,
        panels,
        50);
  }

  public static Variation variation(int id, double score, String... texts) {
    return new Variation(
        id,
        new Captions(Arrays.asList(texts)),
        new Virality(score, score, List.of(new Factor("short", 1.25))),
        new Variation.Origin("builtin", "", false),
        Optional.empty());
  }

  /** A completed job with two templates. */
  public static Job completed() {
    Template drake = template("imgflip_181913649", "Drake Hotline Bling", "rejected", "preferred");
    Template sign = template("builtin_sign", "A Sign", "statement");
    List<TemplateResult> results =
        List.of(
            new TemplateResult(
                drake,
                List.of(
                    variation(
                        1, 61.5, "Reading the agenda beforehand", "Nodding with the camera off"),
                    variation(2, 78.5, "An e-mail", "A meeting about that e-mail"))),
            new TemplateResult(
                sign, List.of(variation(1, 55, "This meeting could have been a nap"))));
    return new Job(
        "3f2a77b0-1111-4222-8333-444455556666",
        request(),
        JobState.COMPLETED,
        100,
        1,
        Optional.empty(),
        false,
        new Work(List.of(drake, sign), results, List.of(), List.of(), Map.of()),
        new Job.Times(NOON, Optional.of(NOON.plusMillis(20)), Optional.of(NOON.plusMillis(4220))),
        Optional.of(new Job.Outcome(0, Optional.empty())));
  }
}
