package dev.memenem.batch;

import dev.memenem.job.JobStore;
import dev.memenem.pace.Sleeper;
import dev.memenem.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Renews a claim while its job runs, and tells the work when it is no longer wanted. Closed last: a
 * claim without a beating heart could be taken over while its result is being written.
 */
final class Heartbeat implements AutoCloseable {
  /** How long a claim lives without a beat: a dead worker's job is free again within 30 s. */
  static final Duration LEASE = Duration.ofSeconds(20);

  /** Cancelling takes effect within a second, so a beat comes twice a second. */
  static final Duration BEAT = Duration.ofMillis(500);

  private final JobStore jobs;
  private final String id;
  private final long fence;
  private final StopSignal stop;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final Thread thread;
  private volatile boolean closed;

  Heartbeat(
      JobStore jobs, String id, long fence, StopSignal stop, InstantSource clock, Sleeper sleeper) {
    this.jobs = jobs;
    this.id = id;
    this.fence = fence;
    this.stop = stop;
    this.clock = clock;
    this.sleeper = sleeper;
    thread = new Thread(this::beat, "heartbeat-" + id);
    thread.setDaemon(true);
    thread.start();
  }

  private void beat() {
    Instant renewed = clock.instant();
    try {
      while (!closed) {
        sleeper.sleep(BEAT);
        if (closed) {
          return;
        }
        try {
          JobStore.Beat beat = jobs.heartbeat(id, fence, LEASE);
          if (beat == JobStore.Beat.LOST) {
            stop.stop(StopSignal.Reason.LEASE_LOST);
            return;
          }
          renewed = clock.instant();
          if (beat == JobStore.Beat.CANCEL_WANTED) {
            stop.stop(StopSignal.Reason.CANCELLED);
          }
        } catch (StoreException e) {
          if (renewed.plus(LEASE).isBefore(clock.instant())) {
            stop.stop(StopSignal.Reason.LEASE_LOST);
            return;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
