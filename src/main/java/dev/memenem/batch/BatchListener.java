package dev.memenem.batch;

import dev.memenem.job.Job;

/** Port, upwards: somebody who watches a job run. Called from the worker's thread. */
public interface BatchListener {
  /** Watches nothing. */
  BatchListener NONE = new BatchListener() {};

  /** The job moved to another state; its work is as of now. */
  default void state(Job job) {}

  /**
   * Work went on.
   *
   * @param progress 0 to 100
   * @param step what is being done now, a few words: {@code captions 2/5}
   */
  default void progress(Job job, double progress, String step) {}

  /** Something the user should know; each line once. */
  default void warning(Job job, String warning) {}
}
