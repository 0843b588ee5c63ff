package dev.memenem.job;

import java.time.Instant;

/**
 * A worker's time-limited claim on a job.
 *
 * @param owner who holds it
 * @param fence rises with every claim of the job; a write with an older number changes nothing
 * @param until the claim's end unless a heartbeat renews it
 */
public record Lease(Owner owner, long fence, Instant until) {

  /**
   * A worker process.
   *
   * @param host id of the machine and its process table
   * @param pid process number on that host
   * @param startedAt when the process started, in milliseconds, so that a reused pid is told apart
   * @param worker unique id of the worker inside the process
   */
  public record Owner(String host, long pid, long startedAt, String worker) {}
}
