package dev.memenem.batch;

import dev.memenem.batch.CaptionWriter.Filled;
import dev.memenem.batch.CaptionWriter.Written;
import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.CaptionRequest.Order;
import dev.memenem.caption.Captions;
import dev.memenem.caption.Variation;
import dev.memenem.job.Job;
import dev.memenem.job.TemplateFailure;
import dev.memenem.job.TemplateFailure.Cause;
import dev.memenem.job.TemplateResult;
import dev.memenem.template.Template;
import dev.memenem.virality.ViralityModel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes a claimed job from where it stands to its end: chooses templates, has captions written
 * batch by batch, scores and draws them while the next batch is being waited for, and saves after
 * each.
 */
public final class BatchProcessor {
  private static final double PLANNED = 5;

  private final TemplateChoice choice;
  private final Function<Job, CaptionWriter> captions;
  private final Supplier<ViralityModel> model;
  private final Illustrator illustrator;
  private final Limits limits;
  private final InstantSource clock;

  /**
   * @param batchSize templates asked of an AI in one call
   * @param concurrentBatches calls under way at once
   * @param jobTimeout for one run of a job
   */
  public record Limits(int batchSize, int concurrentBatches, Duration jobTimeout) {}

  /**
   * @param captions gives the writer for a job
   * @param model loaded when the first caption is scored
   */
  public BatchProcessor(
      TemplateChoice choice,
      Function<Job, CaptionWriter> captions,
      Supplier<ViralityModel> model,
      Illustrator illustrator,
      Limits limits,
      InstantSource clock) {
    this.choice = choice;
    this.captions = captions;
    this.model = model;
    this.illustrator = illustrator;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Returns when nothing is left to do, when the job's time is over, or soon after {@code stop}.
   */
  void process(Job job, Saved saved, StopSignal stop) {
    Instant deadline = clock.instant().plus(limits.jobTimeout());
    if (saved.work().plan().isEmpty()) {
      plan(job, saved, deadline);
    }
    List<Order> orders = openOrders(job, saved);
    if (orders.isEmpty() || stop.getAsBoolean()) {
      return;
    }
    CaptionWriter writer = captions.apply(job);
    int size = writer.remote() ? limits.batchSize() : orders.size();
    List<CaptionRequest> batches = new ArrayList<>();
    for (int from = 0; from < orders.size(); from += size) {
      batches.add(
          new CaptionRequest(
              job.request().topic(),
              job.request().style(),
              orders.subList(from, Math.min(from + size, orders.size())),
              job.request().options().seed(),
              deadline));
    }
    Set<String> open = new HashSet<>();
    orders.forEach(order -> open.add(order.template().id()));
    saved.step(step(saved, open));
    BooleanSupplier over = () -> stop.getAsBoolean() || !clock.instant().isBefore(deadline);
    try (BatchQueue queue =
        new BatchQueue(batches, writer, limits.concurrentBatches(), stop, over)) {
      while (!open.isEmpty() && !over.getAsBoolean()) {
        queue
            .poll(Duration.between(clock.instant(), deadline))
            .ifPresent(done -> finishBatch(job, saved, done, open));
      }
      // What was written in time is kept, however long the batch before it took to draw.
      Optional<BatchQueue.Done> written = queue.poll();
      while (written.isPresent() && !stop.getAsBoolean()) {
        finishBatch(job, saved, written.get(), open);
        written = queue.poll();
      }
    }
    if (!stop.getAsBoolean() && !open.isEmpty()) {
      expire(saved, open);
    }
  }

  private void plan(Job job, Saved saved, Instant deadline) {
    saved.step("choosing templates");
    Instant begun = clock.instant();
    TemplateChoice.Choice chosen = choice.choose(job.request(), deadline);
    saved.plan(chosen.templates());
    chosen.failures().forEach(saved::failure);
    chosen.warnings().forEach(saved::warning);
    saved.took("templates", Duration.between(begun, clock.instant()).toMillis());
    saved.save(PLANNED, "templates chosen");
  }

  /**
   * What is still to be written; a template that has some of its variations gets only the missing.
   */
  private static List<Order> openOrders(Job job, Saved saved) {
    List<Order> orders = new ArrayList<>();
    for (Template template : saved.work().plan()) {
      List<Captions> have = finished(saved, template).stream().map(Variation::captions).toList();
      int missing = job.request().variations() - have.size();
      if (missing > 0) {
        orders.add(new Order(template, missing, have));
      }
    }
    return orders;
  }

  private static List<Variation> finished(Saved saved, Template template) {
    return saved.work().results().stream()
        .filter(result -> result.template().id().equals(template.id()))
        .findFirst()
        .map(TemplateResult::variations)
        .orElse(List.of());
  }

  private void finishBatch(Job job, Saved saved, BatchQueue.Done done, Set<String> open) {
    Filled filled = done.filled();
    filled.warnings().forEach(saved::warning);
    saved.took("captions", done.took().toMillis());
    for (Order order : done.request().orders()) {
      Template template = order.template();
      open.remove(template.id());
      List<Written> written = filled.written().getOrDefault(template.id(), List.of());
      if (!written.isEmpty()) {
        Instant begun = clock.instant();
        TemplateResult result = score(template, finished(saved, template), written);
        saved.result(illustrator.illustrate(job, result, saved::warning));
        saved.took("pictures", Duration.between(begun, clock.instant()).toMillis());
      }
      if (written.size() < order.count()) {
        saved.failure(missing(order, written.size(), filled.reasons()));
      }
    }
    int all = saved.work().plan().size();
    saved.save(
        PLANNED + (100 - PLANNED) * (all - open.size()) / Math.max(1, all), step(saved, open));
  }

  private TemplateResult score(Template template, List<Variation> have, List<Written> written) {
    List<Variation> variations = new ArrayList<>(have);
    int id = have.stream().mapToInt(Variation::id).max().orElse(0);
    for (Written one : written) {
      id++;
      variations.add(
          new Variation(
              id,
              one.captions(),
              model.get().score(template.id(), one.captions().texts()),
              one.origin(),
              Optional.empty()));
    }
    return new TemplateResult(template, variations);
  }

  private static TemplateFailure missing(
      Order order, int got, Map<String, TemplateFailure> reasons) {
    TemplateFailure known = reasons.get(order.template().id());
    if (known != null) {
      return known;
    }
    return new TemplateFailure(
        order.template().id(),
        "caption",
        "%d of %d captions are missing".formatted(order.count() - got, order.count()),
        Cause.OTHER);
  }

  private void expire(Saved saved, Set<String> open) {
    for (String id : open.stream().sorted().toList()) {
      saved.failure(
          new TemplateFailure(
              id,
              TemplateFailure.DEADLINE,
              "the job's time of %d s was over; 'memenem retry' goes on, MEMENEM_JOB_TIMEOUT gives more"
                  .formatted(limits.jobTimeout().toSeconds()),
              Cause.UPSTREAM));
    }
    saved.save(100, "time is over");
  }

  private static String step(Saved saved, Set<String> open) {
    int all = saved.work().plan().size();
    return "captions %d/%d".formatted(all - open.size(), all);
  }
}
