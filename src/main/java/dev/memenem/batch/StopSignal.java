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
  private final StopSignal outer;

  public StopSignal() {
    this(null);
  }

  private StopSignal(StopSignal outer) {
    this.outer = outer;
  }

  /** A signal for one job of several: it stops with the outer one, or alone. */
  public static StopSignal of(StopSignal outer) {
    return new StopSignal(outer);
  }

  public void stop(Reason why) {
    if (why == Reason.LEASE_LOST) {
      reason.set(why);
    } else {
      reason.compareAndSet(null, why);
    }
  }

  /** Null while work is wanted. */
  public Reason reason() {
    Reason own = reason.get();
    return own == null && outer != null ? outer.reason() : own;
  }

  /** True when work should stop. */
  @Override
  public boolean getAsBoolean() {
    return reason() != null;
  }
}
