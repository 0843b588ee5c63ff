package dev.memenem.job;

import static dev.memenem.testing.SampleJobs.failure;
import static dev.memenem.testing.SampleJobs.request;
import static dev.memenem.testing.SampleJobs.template;
import static dev.memenem.testing.SampleJobs.variation;
import static dev.memenem.testing.SampleJobs.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.caption.Style;
import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is stored can be read again, by this version and by the one before. */
class JobJsonTest {
  private static JobRequest readAgain(JobRequest request) {
    return JobJson.readRequest(Json.parse(Json.write(JobJson.write(request))));
  }

  private static Work readAgain(Work work) {
    return JobJson.readWork(Json.parse(Json.write(JobJson.write(work))));
  }

  @Test
  void aRequestWithEverythingIsReadAsItWasWritten() {
    JobRequest all =
        new JobRequest(
            "💥 \"quoted\" \\ and مرحبا",
            Style.GEN_Z_SLANG,
            10,
            6,
            new JobRequest.Choice(
                List.of("imgflip_1"), List.of("imgflip"), List.of("gemini", "builtin")),
            new JobRequest.Options(
                true, true, true, Long.MIN_VALUE, Optional.of("/record"), Optional.of("/replay")),
            Optional.of("label"),
            Optional.of("key"),
            Optional.of(new JobRequest.Pictures("/pictures", true, true, "host")));
    assertThat(readAgain(all)).isEqualTo(all);
    assertThat(readAgain(request("cats"))).isEqualTo(request("cats"));
  }

  @Test
  void workIsReadAsItWasWritten() {
    assertThat(readAgain(Work.NONE)).isEqualTo(Work.NONE);
    assertThat(readAgain(work(3, failure()))).isEqualTo(work(3, failure()));
  }

  @Test
  void aResultWhoseTemplateIsNotOfThePlanKeepsItsTemplate() {
    Work odd =
        new Work(
            List.of(template(1)),
            List.of(new TemplateResult(template(9), List.of(variation(1, 50)))),
            List.of(),
            List.of(),
            Map.of());
    assertThat(readAgain(odd)).isEqualTo(odd);
  }

  @Test
  void aTemplateOfThePlanIsStoredOnce() {
    assertThat(Json.write(JobJson.write(work(5))).split("somebody shows a sample", -1)).hasSize(6);
  }

  @Test
  void whatANewerVersionWroteIsReadAsFarAsItGoes() {
    Tree request =
        Json.parse(
            "{\"version\":9,\"topic\":\"cats\",\"style\":\"haiku\",\"mood\":\"new\",\"seed\":1}");
    JobRequest read = JobJson.readRequest(request);
    assertThat(read.topic()).isEqualTo("cats");
    assertThat(read.style()).isEqualTo(Style.SARCASTIC);
    assertThat(read.maxTemplates()).isEqualTo(5);

    Tree work =
        Json.parse(
            "{\"plan\":[{\"id\":\"a template without a name\"}],"
                + "\"results\":[{\"template\":\"nowhere\",\"variations\":[]},7],"
                + "\"failures\":[{\"template_id\":\"t\",\"stage\":\"dance\",\"reason\":\"r\","
                + "\"cause\":\"weather\"}],\"warnings\":[\"w\",4],\"timings\":{\"captions\":3}}");
    assertThat(JobJson.readWork(work))
        .isEqualTo(
            new Work(
                List.of(),
                List.of(),
                List.of(new TemplateFailure("t", "dance", "r", TemplateFailure.Cause.OTHER)),
                List.of("w"),
                Map.of("captions", 3L)));
  }
}
