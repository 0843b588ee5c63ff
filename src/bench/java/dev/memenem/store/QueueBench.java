package dev.memenem.store;

import dev.memenem.job.Job;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore;
import dev.memenem.testing.SampleJobs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code STORE JOBS PROCESSES}: how long a claim takes as the queue grows to {@code JOBS}, and what
 * is left when so many worker processes empty it.
 */
public final class QueueBench {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int CLAIMS = 101;

  private QueueBench() {}

  public static void main(String[] args) throws IOException {
    try (BenchStore bench = BenchStore.open(args[0])) {
      if (args[1].equals("worker")) {
        drain(bench.store().jobs(), args[2]);
      } else {
        measure(bench, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
      }
    }
  }

  private static void measure(BenchStore bench, int most, int processes) throws IOException {
    JobStore jobs = bench.store().jobs();
    Set<String> ids = new HashSet<>();
    fill(jobs, ids, 10);
    BenchStore.median(5 * CLAIMS, () -> claimAndGiveBack(jobs));
    for (int size = 10; size <= most; size *= 10) {
      fill(jobs, ids, size);
      System.out.printf(
          "%,7d waiting: a claim given back takes %.2f ms%n",
          size, BenchStore.median(CLAIMS, () -> claimAndGiveBack(jobs)));
    }
    fill(jobs, ids, most);
    long begun = System.nanoTime();
    List<Process> workers = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      workers.add(bench.start(QueueBench.class, "worker", "worker-" + i));
    }
    List<String> done = new ArrayList<>();
    for (Process worker : workers) {
      try (BufferedReader said =
          new BufferedReader(
              new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8))) {
        said.lines().forEach(done::add);
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    Set<String> once = new HashSet<>(done);
    System.out.printf(
        "%,d jobs, %d processes, %.1f s: %d lost, %d doubled, %d completed%n",
        most,
        processes,
        seconds,
        ids.stream().filter(id -> !once.contains(id)).count(),
        done.size() - once.size(),
        jobs.counts().get(JobState.COMPLETED));
  }

  private static void fill(JobStore jobs, Set<String> ids, int size) {
    while (ids.size() < size) {
      Job job = SampleJobs.queued("job " + ids.size(), BenchStore.CLOCK.instant());
      jobs.create(job);
      ids.add(job.id());
    }
  }

  private static boolean claimAndGiveBack(JobStore jobs) {
    Job job = jobs.claimNext(SampleJobs.worker("bench"), LEASE, owner -> false).orElseThrow();
    return jobs.giveBack(job.id(), job.lease().orElseThrow().fence());
  }

  /** Takes jobs until there are none, and prints the id of each that it finished. */
  private static void drain(JobStore jobs, String name) {
    JobStore.Lifetimes lifetimes =
        new JobStore.Lifetimes(Duration.ofHours(2), Duration.ofHours(12));
    Optional<Job> next;
    while ((next = jobs.claimNext(SampleJobs.worker(name), LEASE, owner -> false)).isPresent()) {
      String id = next.get().id();
      long fence = next.get().lease().orElseThrow().fence();
      if (jobs.checkpoint(id, fence, 50, SampleJobs.work(2))
          && jobs.finish(
              id,
              fence,
              JobState.COMPLETED,
              SampleJobs.work(5),
              new Job.Outcome(0, Optional.empty()),
              lifetimes)) {
        System.out.println(id);
      }
    }
  }
}
