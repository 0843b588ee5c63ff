package dev.memenem.batch;

import dev.memenem.batch.CaptionWriter.Filled;
import dev.memenem.caption.CaptionRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Batches being written, a few at once, each handed back when it is done. When the job is over no
 * further batch is begun; closing abandons what is under way.
 */
final class BatchQueue implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(50);

  private final BlockingQueue<Object> done = new LinkedBlockingQueue<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ExecutorService threads;

  record Done(CaptionRequest request, Filled filled, Duration took) {}

  /**
   * @param stop whether what is under way is no longer wanted
   * @param over whether nothing further is to be begun
   */
  BatchQueue(
      List<CaptionRequest> batches,
      CaptionWriter writer,
      int concurrent,
      BooleanSupplier stop,
      BooleanSupplier over) {
    threads =
        Executors.newFixedThreadPool(
            Math.min(concurrent, batches.size()),
            work -> {
              Thread thread = new Thread(work, "batch");
              thread.setDaemon(true);
              return thread;
            });
    for (CaptionRequest batch : batches) {
      threads.execute(
          () -> {
            if (!over.getAsBoolean()) {
              done.add(write(batch, writer, stop));
            }
          });
    }
  }

  private Object write(CaptionRequest batch, CaptionWriter writer, BooleanSupplier stop) {
    long begun = System.nanoTime();
    try {
      Filled filled = writer.fill(batch, () -> closed.get() || stop.getAsBoolean());
      return new Done(batch, filled, Duration.ofNanos(System.nanoTime() - begun));
    } catch (RuntimeException e) {
      return e;
    }
  }

  /**
   * The next finished batch; empty when there is none for a moment, so that the caller can look at
   * other things.
   *
   * @throws RuntimeException what a batch threw
   */
  Optional<Done> poll(Duration atMost) {
    try {
      Duration wait = atMost.compareTo(LOOK) < 0 ? atMost : LOOK;
      return done(done.poll(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * A batch that has been finished by now; empty when there is none.
   *
   * @throws RuntimeException what a batch threw
   */
  Optional<Done> poll() {
    return done(done.poll());
  }

  private static Optional<Done> done(Object next) {
    if (next instanceof RuntimeException e) {
      throw e;
    }
    return Optional.ofNullable((Done) next);
  }

  @Override
  public void close() {
    closed.set(true);
    threads.shutdownNow();
  }
}
