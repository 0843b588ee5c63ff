package dev.memenem.store.mongo;

import dev.memenem.job.Job;
import dev.memenem.job.JobJson;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore.Timing;
import dev.memenem.job.Lease;
import dev.memenem.job.Work;
import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.json.Tree;
import dev.memenem.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** Jobs to and from documents. */
final class JobDocuments {
  /** What a result keeps of its job: all but the claim and what only the jobs collection needs. */
  private static final List<String> OF_RESULT =
      List.of(
          "_id",
          "key",
          "label",
          "state",
          "progress",
          "attempt",
          "created_at",
          "started_at",
          "completed_at",
          "exit_code",
          "error",
          "finished",
          "failures",
          "timings",
          "bytes",
          "request",
          "work");

  private JobDocuments() {}

  static Document queued(Job job) {
    Document document =
        new Document("_id", job.id())
            .append("state", job.state().id())
            .append("progress", job.progress())
            .append("attempt", job.attempt())
            .append("cancel_requested", false)
            .append("fence", 0L)
            .append("created_at", Dates.of(job.times().createdAt()))
            .append("expires_at", Dates.NEVER)
            .append("request", JobJson.write(job.request()));
    // A sparse index leaves out only fields that are not there.
    job.request().key().ifPresent(key -> document.append("key", key));
    job.request().label().ifPresent(label -> document.append("label", label));
    document.putAll(work(job.work()));
    return document;
  }

  /**
   * The fields that change with the work. Itself it is JSON text: it has arrays in arrays, which
   * not every server that speaks MongoDB's protocol keeps.
   */
  static Document work(Work work) {
    String json = Json.write(JobJson.write(work));
    return new Document("work", json)
        .append("finished", work.results().size())
        .append("failures", work.failures().size())
        .append("timings", work.timings())
        .append("bytes", (long) json.length());
  }

  static Work work(Document document) {
    return JobJson.readWork(Json.parse(document.getString("work")));
  }

  static Document lease(Lease.Owner owner, Instant until, String claim) {
    return new Document("host", owner.host())
        .append("pid", owner.pid())
        .append("started", owner.startedAt())
        .append("worker", owner.worker())
        .append("until", Dates.of(until))
        .append("claim", claim);
  }

  static Document result(Document job) {
    Document result = new Document();
    for (String field : OF_RESULT) {
      if (job.containsKey(field)) {
        result.append(field, job.get(field));
      }
    }
    // Until then the job itself is listed, not its result.
    return result
        .append("job_until", job.getDate("expires_at"))
        .append("expires_at", job.getDate("result_expires_at"));
  }

  /** Reads a document of either collection; without its work when that was left out. */
  static Job job(Document document) {
    try {
      return new Job(
          document.getString("_id"),
          JobJson.readRequest(new Tree(document.get("request"))),
          state(document.getString("state")),
          document.getDouble("progress"),
          document.getInteger("attempt"),
          lease(document),
          document.getBoolean("cancel_requested", false),
          document.containsKey("work") ? work(document) : Work.NONE,
          new Job.Times(
              document.getDate("created_at").toInstant(),
              Dates.read(document, "started_at"),
              Dates.read(document, "completed_at")),
          Optional.ofNullable(document.getInteger("exit_code"))
              .map(
                  code -> new Job.Outcome(code, Optional.ofNullable(document.getString("error")))));
    } catch (JsonException e) {
      throw new StoreException(
          "job %s cannot be read (%s); was it written by a newer memenem?"
              .formatted(document.getString("_id"), e.getMessage()),
          e);
    }
  }

  /** A state of a newer version counts as one that nobody here may touch. */
  static JobState state(String id) {
    return JobState.of(id).orElse(JobState.PROCESSING);
  }

  /** The claim in force or the last one. */
  static Optional<Lease> lease(Document document) {
    return Optional.ofNullable(document.get("lease", Document.class))
        .map(
            lease ->
                new Lease(
                    owner(lease, lease.getString("worker")),
                    Dates.number(document, "fence"),
                    lease.getDate("until").toInstant()));
  }

  static Lease.Owner owner(Document document, String worker) {
    return new Lease.Owner(
        document.getString("host"),
        Dates.number(document, "pid"),
        Dates.number(document, "started"),
        worker);
  }

  static Timing timing(Document document) {
    Map<String, Long> stages = new LinkedHashMap<>();
    Tree timings = new Tree(document.get("timings"));
    timings.fields().forEach(stage -> stages.put(stage, timings.get(stage).longer(0)));
    Instant end = document.getDate("completed_at").toInstant();
    Instant start = Dates.read(document, "started_at").orElse(end);
    return new Timing(
        document.getInteger("finished"), stages, Duration.between(start, end).toMillis());
  }
}
