package dev.memenem.store.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.memenem.cache.Sweep;
import dev.memenem.job.Job;
import dev.memenem.job.JobQuery;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore;
import dev.memenem.job.Lease;
import dev.memenem.job.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The moves of a job, each one guarded update. What only looks is in {@link MongoArchive}. */
final class MongoJobs implements JobStore {
  private static final FindOneAndUpdateOptions AFTER =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

  private final MongoLink link;
  private final ServerClock clock;
  private final MongoArchive archive;
  private final MongoClaims claims;

  MongoJobs(MongoLink link, ServerClock clock) {
    this.link = link;
    this.clock = clock;
    this.archive = new MongoArchive(link, clock);
    this.claims = new MongoClaims(link, clock);
  }

  /** Moves are confirmed by a majority: no change of servers takes them back. */
  private MongoCollection<Document> moving() {
    return link.safely(MongoSchema.JOBS);
  }

  private static Bson held(String id, long fence) {
    return and(eq(id), eq("fence", fence), eq("state", JobState.PROCESSING.id()));
  }

  @Override
  public Recorded create(Job job) {
    while (true) {
      Optional<String> key = job.request().key();
      Optional<Job> earlier = key.flatMap(archive::withKey);
      if (earlier.isPresent()) {
        return new Recorded(earlier.get(), earlier.get().id().equals(job.id()));
      }
      // What has expired is absent: its key is free.
      key.ifPresent(
          name ->
              link.run(
                  () ->
                      moving()
                          .deleteMany(
                              and(eq("key", name), lte("expires_at", Dates.of(clock.instant()))))));
      if (link.run(() -> inserted(job))) {
        return new Recorded(job, true);
      }
    }
  }

  /** False when another job has the key; true also when an earlier try has got through. */
  private boolean inserted(Job job) {
    try {
      moving().insertOne(JobDocuments.queued(job));
      return true;
    } catch (MongoWriteException e) {
      if (!MongoLink.duplicate(e)) {
        throw e;
      }
      return moving().find(eq(job.id())).first() != null;
    }
  }

  @Override
  public Optional<Job> find(String id) {
    return archive.find(id);
  }

  @Override
  public List<String> idsStartingWith(String prefix, int limit) {
    return archive.idsStartingWith(prefix, limit);
  }

  @Override
  public List<Job> list(JobQuery query) {
    return archive.list(query);
  }

  @Override
  public Optional<Job> claim(
      String id, Lease.Owner owner, Duration lease, Predicate<Lease.Owner> gone) {
    return claims.claim(id, owner, lease, gone);
  }

  @Override
  public Optional<Job> claimNext(Lease.Owner owner, Duration lease, Predicate<Lease.Owner> gone) {
    return claims.claimNext(owner, lease, gone);
  }

  @Override
  public Beat heartbeat(String id, long fence, Duration lease) {
    Bson renewed = set("lease.until", Dates.of(clock.instant().plus(lease)));
    MongoCollection<Document> jobs = link.writing(MongoSchema.JOBS);
    Bson wanted = and(held(id, fence), eq("cancel_requested", false));
    if (link.run(() -> jobs.updateOne(wanted, renewed)).getMatchedCount() == 1) {
      return Beat.HELD;
    }
    return link.run(() -> jobs.updateOne(held(id, fence), renewed)).getMatchedCount() == 1
        ? Beat.CANCEL_WANTED
        : Beat.LOST;
  }

  @Override
  public boolean checkpoint(String id, long fence, double progress, Work work) {
    Bson saved = combine(new Document("$set", JobDocuments.work(work)), max("progress", progress));
    return link.run(() -> moving().updateOne(held(id, fence), saved)).getMatchedCount() == 1;
  }

  @Override
  public boolean finish(
      String id, long fence, JobState state, Work work, Job.Outcome outcome, Lifetimes lifetimes) {
    if (!state.ended()) {
      throw new IllegalArgumentException("a job does not end as " + state.id());
    }
    Document fields = ended(state, outcome, lifetimes);
    fields.putAll(JobDocuments.work(work));
    Optional<Document> ended = end(held(id, fence), id, fields);
    ended.ifPresent(archive::settle);
    return ended.isPresent();
  }

  private Document ended(JobState state, Job.Outcome outcome, Lifetimes lifetimes) {
    Instant now = clock.instant();
    Document fields =
        new Document("state", state.id())
            .append("completed_at", Dates.of(now))
            .append("expires_at", Dates.of(now.plus(lifetimes.jobs())))
            .append("result_expires_at", Dates.of(now.plus(lifetimes.results())))
            .append("exit_code", outcome.exitCode())
            .append("end", UUID.randomUUID().toString());
    outcome.error().ifPresent(error -> fields.append("error", error));
    if (state == JobState.COMPLETED) {
      fields.append("progress", 100.0);
    }
    return fields;
  }

  /** The ended job; also when an earlier try has got through, which its token tells. */
  private Optional<Document> end(Bson guard, String id, Document fields) {
    return link.run(
        () ->
            Optional.ofNullable(
                    moving().findOneAndUpdate(guard, new Document("$set", fields), AFTER))
                .or(
                    () ->
                        Optional.ofNullable(
                            moving().find(and(eq(id), eq("end", fields.get("end")))).first())));
  }

  @Override
  public boolean giveBack(String id, long fence) {
    String token = UUID.randomUUID().toString();
    Bson given = combine(set("state", JobState.QUEUED.id()), set("given_back", token));
    return link.run(
        () ->
            moving().updateOne(held(id, fence), given).getMatchedCount() == 1
                || moving().find(and(eq(id), eq("given_back", token))).first() != null);
  }

  @Override
  public Optional<Job> cancel(String id, Lifetimes lifetimes) {
    // Between the two looks a job may be given back or claimed; then once more.
    for (int look = 0; look < 3; look++) {
      Document fields =
          ended(JobState.CANCELLED, Job.Outcome.CANCELLED, lifetimes)
              .append("cancel_requested", true);
      Bson queued = and(eq(id), eq("state", JobState.QUEUED.id()));
      Bson processing = and(eq(id), eq("state", JobState.PROCESSING.id()));
      Optional<Document> ended = end(queued, id, fields);
      ended.ifPresent(archive::settle);
      if (ended.isPresent()
          || link.run(() -> moving().updateOne(processing, set("cancel_requested", true)))
                  .getMatchedCount()
              == 1) {
        break;
      }
    }
    return archive.find(id);
  }

  @Override
  public Optional<Job> requeue(String id) {
    String token = UUID.randomUUID().toString();
    Bson retryable =
        and(
            eq(id),
            gt("expires_at", Dates.of(clock.instant())),
            or(
                in("state", JobState.FAILED.id(), JobState.CANCELLED.id()),
                and(eq("state", JobState.COMPLETED.id()), gt("failures", 0))));
    Optional<Document> again = link.run(() -> requeued(id, retryable, token));
    again.ifPresent(
        job ->
            link.run(
                () ->
                    link.writing(MongoSchema.RESULTS)
                        .deleteOne(and(eq(id), lt("attempt", job.getInteger("attempt"))))));
    return again.map(JobDocuments::job);
  }

  private Optional<Document> requeued(String id, Bson retryable, String token) {
    Document ended = moving().find(retryable).first();
    if (ended == null) {
      // Nothing to do, or done by an earlier try.
      return Optional.ofNullable(moving().find(and(eq(id), eq("retry", token))).first());
    }
    Document fields =
        new Document("state", JobState.QUEUED.id())
            .append("progress", 0.0)
            .append("cancel_requested", false)
            .append("expires_at", Dates.NEVER)
            .append("retry", token);
    fields.putAll(JobDocuments.work(JobDocuments.work(ended).forRetry()));
    Bson queued =
        combine(
            new Document("$set", fields),
            unset("started_at"),
            unset("completed_at"),
            unset("exit_code"),
            unset("error"),
            unset("purge_at"),
            unset("result_expires_at"),
            inc("attempt", 1));
    return Optional.ofNullable(
        moving()
            .findOneAndUpdate(
                and(retryable, eq("attempt", ended.getInteger("attempt"))), queued, AFTER));
  }

  @Override
  public void announce(Lease.Owner owner, Duration alive) {
    Document worker =
        new Document("_id", owner.worker())
            .append("host", owner.host())
            .append("pid", owner.pid())
            .append("started", owner.startedAt())
            .append("until", Dates.of(clock.instant().plus(alive)));
    link.upsert(
        () ->
            link.writing(MongoSchema.WORKERS)
                .replaceOne(eq(owner.worker()), worker, new ReplaceOptions().upsert(true)));
  }

  @Override
  public void retire(Lease.Owner owner) {
    link.run(() -> link.writing(MongoSchema.WORKERS).deleteOne(eq(owner.worker())));
  }

  @Override
  public List<Lease.Owner> workers() {
    Bson alive = gt("until", Dates.of(clock.instant()));
    return link
        .run(
            () ->
                link.reading(MongoSchema.WORKERS)
                    .find(alive)
                    .sort(new Document("_id", 1))
                    .into(new ArrayList<>()))
        .stream()
        .map(worker -> JobDocuments.owner(worker, worker.getString("_id")))
        .toList();
  }

  @Override
  public Map<JobState, Long> counts() {
    return archive.counts();
  }

  @Override
  public List<Timing> timings(int limit) {
    return archive.timings(limit);
  }

  @Override
  public Holding jobs() {
    return archive.holding(MongoSchema.JOBS);
  }

  @Override
  public Holding results() {
    return archive.holding(MongoSchema.RESULTS);
  }

  @Override
  public Sweep.Swept sweepJobs(Sweep sweep) {
    return archive.sweepJobs(sweep);
  }

  @Override
  public Sweep.Swept sweepResults(Sweep sweep) {
    return archive.sweepResults(sweep);
  }
}
