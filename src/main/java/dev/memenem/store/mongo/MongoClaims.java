package dev.memenem.store.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.memenem.job.Job;
import dev.memenem.job.JobState;
import dev.memenem.job.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Claims. Each carries a token of its own, so that one whose answer got lost on the way is
 * recognised instead of made twice.
 */
record MongoClaims(MongoLink link, ServerClock clock) {
  private static final Document CANDIDATE =
      new Document("state", 1).append("created_at", 1).append("fence", 1).append("lease", 1);

  /** The oldest first; in the order of an index. */
  private static final Document QUEUE = Dates.order("created_at", 1);

  /** One attempt to claim. */
  private record Claim(Lease.Owner owner, Instant now, Duration lease, String token) {
    Bson update() {
      return combine(
          set("state", JobState.PROCESSING.id()),
          set("lease", JobDocuments.lease(owner, now.plus(lease), token)),
          inc("fence", 1L),
          // Sets it at the first claim; later ones are not smaller.
          min("started_at", Dates.of(now)));
    }
  }

  private MongoCollection<Document> jobs() {
    return link.safely(MongoSchema.JOBS);
  }

  Optional<Job> claim(String id, Lease.Owner owner, Duration lease, Predicate<Lease.Owner> gone) {
    Claim claim = new Claim(owner, clock.instant(), lease, UUID.randomUUID().toString());
    return run(
        claim,
        () ->
            Optional.ofNullable(jobs().find(eq(id)).projection(CANDIDATE).first())
                .filter(candidate -> isFree(candidate, claim, gone))
                .flatMap(candidate -> take(candidate, claim)));
  }

  Optional<Job> claimNext(Lease.Owner owner, Duration lease, Predicate<Lease.Owner> gone) {
    Claim claim = new Claim(owner, clock.instant(), lease, UUID.randomUUID().toString());
    return run(claim, () -> next(claim, gone));
  }

  /** What may be sent twice: first looks whether it was done already. */
  private Optional<Job> run(Claim claim, Supplier<Optional<Job>> request) {
    boolean[] sent = {false};
    return link.run(
        () -> {
          Optional<Job> done = sent[0] ? mine(claim) : Optional.empty();
          sent[0] = true;
          return done.isPresent() ? done : request.get();
        });
  }

  private Optional<Job> mine(Claim claim) {
    return Optional.ofNullable(
            jobs()
                .find(and(eq("state", JobState.PROCESSING.id()), eq("lease.claim", claim.token())))
                .first())
        .map(JobDocuments::job);
  }

  private Optional<Job> next(Claim claim, Predicate<Lease.Owner> gone) {
    // As many as there are workers, however long the queue is.
    List<Document> orphans =
        jobs()
            .find(eq("state", JobState.PROCESSING.id()))
            .projection(CANDIDATE)
            .sort(QUEUE)
            .into(new ArrayList<>())
            .stream()
            .filter(candidate -> isFree(candidate, claim, gone))
            .toList();
    if (!orphans.isEmpty()) {
      Document waiting =
          jobs().find(eq("state", JobState.QUEUED.id())).projection(CANDIDATE).sort(QUEUE).first();
      for (Document orphan : orphans) {
        if (waiting != null && waiting.getDate("created_at").before(orphan.getDate("created_at"))) {
          break;
        }
        Optional<Job> taken = take(orphan, claim);
        if (taken.isPresent()) {
          return taken;
        }
      }
    }
    return Optional.ofNullable(
            jobs()
                .findOneAndUpdate(
                    eq("state", JobState.QUEUED.id()),
                    claim.update(),
                    new FindOneAndUpdateOptions().sort(QUEUE).returnDocument(ReturnDocument.AFTER)))
        .map(JobDocuments::job);
  }

  private static boolean isFree(Document candidate, Claim claim, Predicate<Lease.Owner> gone) {
    JobState state = JobDocuments.state(candidate.getString("state"));
    return state == JobState.QUEUED
        || state == JobState.PROCESSING
            && JobDocuments.lease(candidate).filter(held -> isDead(held, claim, gone)).isPresent();
  }

  private static boolean isDead(Lease held, Claim claim, Predicate<Lease.Owner> gone) {
    return !held.until().isAfter(claim.now())
        || held.owner().host().equals(claim.owner().host()) && gone.test(held.owner());
  }

  /** A lease that was renewed since has another end; one that was taken over another fence. */
  private Optional<Job> take(Document candidate, Claim claim) {
    return Optional.ofNullable(
            jobs()
                .findOneAndUpdate(
                    and(
                        eq(candidate.getString("_id")),
                        eq("state", candidate.getString("state")),
                        eq("fence", candidate.getLong("fence")),
                        eq(
                            "lease.until",
                            candidate.getEmbedded(List.of("lease", "until"), Date.class))),
                    claim.update(),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
        .map(JobDocuments::job);
  }
}
