package dev.memenem.store.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.ReplaceOptions;
import dev.memenem.cache.Sweep;
import dev.memenem.cache.Sweep.Swept;
import dev.memenem.job.Job;
import dev.memenem.job.JobQuery;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore.Holding;
import dev.memenem.job.JobStore.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Looking at jobs, running and ended: {@code jobs} first, and {@code results} where that has
 * nothing unexpired any more.
 *
 * <p>A job's end is one write to {@code jobs}; copying its result is a second one. Until that is
 * done the job has a {@code result_expires_at}, which {@link #settle} looks for, and no {@code
 * purge_at}, without which the server deletes nothing.
 */
record MongoArchive(MongoLink link, ServerClock clock) {
  private static final Bson ENDED =
      in("state", JobState.COMPLETED.id(), JobState.FAILED.id(), JobState.CANCELLED.id());

  private Date now() {
    return Dates.of(clock.instant());
  }

  private Bson alive() {
    return gt("expires_at", now());
  }

  /** Results whose job is not in {@code jobs} any more. */
  private Bson alone() {
    return and(alive(), lte("job_until", now()));
  }

  Optional<Job> find(String id) {
    return link.run(() -> first(eq(id)));
  }

  Optional<Job> withKey(String key) {
    return link.run(() -> first(eq("key", key)));
  }

  private Optional<Job> first(Bson which) {
    Document job = link.reading(MongoSchema.JOBS).find(which).first();
    if (job != null && job.containsKey("result_expires_at")) {
      settle(job);
    }
    if (job != null && job.getDate("expires_at").after(now())) {
      return Optional.of(JobDocuments.job(job));
    }
    return Optional.ofNullable(link.reading(MongoSchema.RESULTS).find(and(which, alive())).first())
        .map(JobDocuments::job);
  }

  /** Copies the result of an ended job; harmless when it is done already, or has been retried. */
  void settle(Document job) {
    Object id = job.get("_id");
    int attempt = job.getInteger("attempt");
    link.run(
        () -> {
          try {
            link.safely(MongoSchema.RESULTS)
                .replaceOne(
                    and(eq(id), lte("attempt", attempt)),
                    JobDocuments.result(job),
                    new ReplaceOptions().upsert(true));
          } catch (MongoWriteException e) {
            if (!MongoLink.duplicate(e)) {
              throw e;
            }
            // that of a later attempt is there
          }
          return link.safely(MongoSchema.JOBS)
              .updateOne(
                  and(eq(id), eq("attempt", attempt), exists("result_expires_at")),
                  combine(set("purge_at", job.getDate("expires_at")), unset("result_expires_at")));
        });
  }

  /** The same for all whose worker died between the two writes. */
  private void settle() {
    link.run(
            () ->
                link.reading(MongoSchema.JOBS)
                    .find(gt("result_expires_at", new Date(0)))
                    .limit(100)
                    .into(new ArrayList<>()))
        .forEach(this::settle);
  }

  List<String> idsStartingWith(String prefix, int limit) {
    // Ids are ASCII: what begins with the prefix lies between it and it with a last character.
    return newest(and(gte("_id", prefix), lt("_id", prefix + "\uffff")), limit).stream()
        .map(document -> document.getString("_id"))
        .toList();
  }

  List<Job> list(JobQuery query) {
    List<Bson> filters = new ArrayList<>();
    query.state().ifPresent(state -> filters.add(eq("state", state.id())));
    query.label().ifPresent(label -> filters.add(eq("label", label)));
    query.since().ifPresent(since -> filters.add(gte("created_at", Dates.of(since))));
    return newest(filters.isEmpty() ? new Document() : and(filters), query.limit()).stream()
        .map(JobDocuments::job)
        .toList();
  }

  private List<Document> newest(Bson which, int limit) {
    return known(which, "created_at", limit, new Document("work", 0));
  }

  List<Timing> timings(int limit) {
    Document needed =
        new Document("finished", 1)
            .append("timings", 1)
            .append("started_at", 1)
            .append("completed_at", 1);
    return known(eq("state", JobState.COMPLETED.id()), "completed_at", limit, needed).stream()
        .map(JobDocuments::timing)
        .toList();
  }

  /** The last of what is known, by this field; work is left behind. */
  private List<Document> known(Bson which, String field, int limit, Document projection) {
    settle();
    return link.run(
        () -> {
          Map<String, Document> known = new LinkedHashMap<>();
          List<FindIterable<Document>> both =
              List.of(
                  link.reading(MongoSchema.JOBS).find(and(which, alive())),
                  link.reading(MongoSchema.RESULTS).find(and(which, alone())));
          for (FindIterable<Document> found : both) {
            for (Document document :
                found.projection(projection).sort(Dates.order(field, -1)).limit(limit)) {
              known.putIfAbsent(document.getString("_id"), document);
            }
          }
          Comparator<Document> newest = Comparator.comparing(document -> document.getDate(field));
          return known.values().stream().sorted(newest.reversed()).limit(limit).toList();
        });
  }

  Map<JobState, Long> counts() {
    settle();
    return link.run(
        () -> {
          Map<JobState, Long> counts = new EnumMap<>(JobState.class);
          for (JobState state : JobState.values()) {
            counts.put(state, 0L);
          }
          count(MongoSchema.JOBS, alive(), counts);
          count(MongoSchema.RESULTS, alone(), counts);
          return counts;
        });
  }

  private void count(String collection, Bson which, Map<JobState, Long> counts) {
    for (Document sum :
        link.reading(collection)
            .aggregate(
                List.of(
                    Aggregates.match(which),
                    Aggregates.group("$state", Accumulators.sum("jobs", 1))))) {
      counts.merge(JobDocuments.state(sum.getString("_id")), Dates.number(sum, "jobs"), Long::sum);
    }
  }

  Holding holding(String collection) {
    Slices slices = new Slices(link, collection);
    Swept fresh = slices.count(alive());
    Swept expired = slices.count(lte("expires_at", now()));
    return new Holding(
        fresh.count(),
        fresh.bytes() + expired.bytes(),
        expired.count(),
        created(collection, 1),
        created(collection, -1));
  }

  private Optional<Instant> created(String collection, int direction) {
    return link.run(
        () ->
            Optional.ofNullable(
                    link.reading(collection)
                        .find(alive())
                        .projection(new Document("created_at", 1))
                        .sort(Dates.order("created_at", direction))
                        .first())
                .map(document -> document.getDate("created_at").toInstant()));
  }

  Swept sweepJobs(Sweep sweep) {
    settle();
    Slices slices = new Slices(link, MongoSchema.JOBS);
    // Results whose job goes before its time are listed from now on.
    return sweep.dryRun()
        ? slices.count(swept(sweep))
        : slices.delete(
            swept(sweep),
            ids ->
                link.run(
                    () ->
                        link.writing(MongoSchema.RESULTS)
                            .updateMany(in("_id", ids), set("job_until", now()))));
  }

  Swept sweepResults(Sweep sweep) {
    settle();
    return new Slices(link, MongoSchema.RESULTS).sweep(swept(sweep), sweep.dryRun());
  }

  private static Bson swept(Sweep sweep) {
    return and(
        ENDED,
        or(
            lte("expires_at", Dates.of(sweep.expiredBefore())),
            lt("completed_at", Dates.of(sweep.storedBefore()))));
  }
}
