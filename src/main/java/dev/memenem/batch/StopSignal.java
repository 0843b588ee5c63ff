package dev.memenem.batch;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Whether running work is still wanted. The first reason given counts. Thread safe. */
public final class StopSignal implements BooleanSupplier {
  /** Why work stops. */
  public enum Reason {
    /** Somebody cancelled the job. */
    CANCELLED,
    /** The process ends; somebody else may go on. */
    GIVEN_BACK,
    /** Another worker has the job now: nothing may be written any more. */
    LEASE_LOST
  }

  private final AtomicReference<Reason> reason = new AtomicReference<>();

  public void stop(Reason why) {
    if (why == Reason.LEASE_LOST) {
      reason.set(why);
    } else {
      reason.compareAndSet(null, why);
    }
  }

  /** Null while work is wanted. */
  public Reason reason() {
    return reason.get();
  }

  /** True when work should stop. */
  @Override
  public boolean getAsBoolean() {
    return reason.get() != null;
  }
}
