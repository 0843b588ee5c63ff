package dev.memenem.batch;

import dev.memenem.job.Job;
import dev.memenem.job.JobStore;
import dev.memenem.job.TemplateFailure;
import dev.memenem.job.TemplateResult;
import dev.memenem.job.Work;
import dev.memenem.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run of a job has done, saved as it grows. Used by the run's own thread only. When the
 * lease is lost nothing more is written and the work is told to stop.
 */
final class Saved {
  private final JobStore jobs;
  private final Job job;
  private final long fence;
  private final StopSignal stop;
  private final BatchListener listener;
  private Work work;
  private double progress;

  Saved(JobStore jobs, Job job, long fence, StopSignal stop, BatchListener listener) {
    this.jobs = jobs;
    this.job = job;
    this.fence = fence;
    this.stop = stop;
    this.listener = listener;
    work = job.work();
    progress = job.progress();
  }

  Work work() {
    return work;
  }

  void plan(List<Template> plan) {
    work = new Work(plan, work.results(), work.failures(), work.warnings(), work.timings());
  }

  /** Adds a result, or replaces the one of the same template. */
  void result(TemplateResult result) {
    List<TemplateResult> results = new ArrayList<>(work.results());
    results.removeIf(known -> known.template().id().equals(result.template().id()));
    results.add(result);
    work = new Work(work.plan(), results, work.failures(), work.warnings(), work.timings());
  }

  void failure(TemplateFailure failure) {
    List<TemplateFailure> failures = new ArrayList<>(work.failures());
    failures.add(failure);
    work = new Work(work.plan(), work.results(), failures, work.warnings(), work.timings());
  }

  void warning(String warning) {
    if (!work.warnings().contains(warning)) {
      List<String> warnings = new ArrayList<>(work.warnings());
      warnings.add(warning);
      work = new Work(work.plan(), work.results(), work.failures(), warnings, work.timings());
      listener.warning(job, warning);
    }
  }

  /** Adds to what a stage has taken. */
  void took(String stage, long millis) {
    Map<String, Long> timings = new LinkedHashMap<>(work.timings());
    timings.merge(stage, millis, Long::sum);
    work = new Work(work.plan(), work.results(), work.failures(), work.warnings(), timings);
  }

  /** Says what is being done now, without saving. */
  void step(String step) {
    listener.progress(job, progress, step);
  }

  /** Saves everything; progress never goes back. */
  void save(double reached, String step) {
    progress = Math.max(progress, Math.round(reached * 10) / 10.0);
    if (!jobs.checkpoint(job.id(), fence, progress, work)) {
      stop.stop(StopSignal.Reason.LEASE_LOST);
      return;
    }
    listener.progress(job, progress, step);
  }
}
