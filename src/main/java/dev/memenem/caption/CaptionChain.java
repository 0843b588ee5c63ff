package dev.memenem.caption;

import dev.memenem.cache.Cache;
import dev.memenem.caption.CaptionAnswer.Cause;
import dev.memenem.caption.CaptionAnswer.Failed;
import dev.memenem.caption.CaptionRequest.Order;
import dev.memenem.caption.Variation.Origin;
import dev.memenem.http.CircuitBreaker;
import dev.memenem.http.RetryPolicy;
import dev.memenem.pace.Pacer;
import dev.memenem.pace.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Providers in order: what one leaves missing or broken, the next fills, a whole variation at a
 * time. Each is paced and remembered by account, so that every process on the store keeps one pace
 * and respects what another was told; answers that cost something are cached before anything else
 * happens to them. Thread safe; meant to live as long as one job, since it does not ask a provider
 * again whose key was refused.
 */
public final class CaptionChain {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int QUOTA_WAITS = 2;
  private static final CircuitBreaker.Times OUTAGE =
      new CircuitBreaker.Times(Duration.ofMinutes(1), Duration.ofMinutes(15));

  private final List<ChainLink> links;
  private final Tools tools;
  private final Options options;
  private final CaptionCache cache;
  private final Map<String, Failed> out = new ConcurrentHashMap<>();
  private final Set<String> prepared = ConcurrentHashMap.newKeySet();

  /**
   * @param retries how often a provider that is down for the moment is asked, and with what waits
   */
  public record Tools(
      Cache cache, Pacer pacer, RetryPolicy retries, InstantSource clock, Sleeper sleeper) {}

  /**
   * @param ttl how long answers are kept
   * @param refresh do not read the cache
   */
  public record Options(Duration ttl, boolean refresh) {}

  public CaptionChain(List<ChainLink> links, Tools tools, Options options) {
    this.links = List.copyOf(links);
    this.tools = tools;
    this.options = options;
    this.cache = new CaptionCache(tools.cache(), options.ttl(), tools.clock());
  }

  /** True when somebody outside may be asked, so that small batches pay. */
  public boolean remote() {
    return links.stream().anyMatch(link -> link.provider().remote());
  }

  /**
   * Fills a request. Never throws for what an upstream does.
   *
   * @param stop when it turns true nothing more is wanted; waiting then ends within a second, and
   *     what is there is returned
   */
  public ChainResult fill(CaptionRequest request, BooleanSupplier stop) {
    Filling filling = new Filling(request);
    for (ChainLink link : links) {
      if (link.provider().remote() && !options.refresh()) {
        takeCached(link, request, filling);
      }
      if (!filling.open().isEmpty() && !stop.getAsBoolean()) {
        ask(link, request, filling, stop);
      }
    }
    return filling.result();
  }

  private void takeCached(ChainLink link, CaptionRequest request, Filling filling) {
    for (Order order : filling.open()) {
      cache
          .get(link, request, order)
          .forEach(found -> filling.add(order, found.captions(), found.origin()));
    }
  }

  private void ask(ChainLink link, CaptionRequest request, Filling filling, BooleanSupplier stop) {
    String name = link.provider().name();
    Attempts attempts = new Attempts();
    while (!stop.getAsBoolean()) {
      Optional<Failed> barred = barred(link, request.deadline());
      if (barred.isPresent()) {
        filling.failed(name, barred.get());
        return;
      }
      if (link.provider().remote() && prepared.add(link.account())) {
        link.provider().prepare(filling.openRequest());
      }
      if (!awaitTurn(link, request.deadline(), filling, stop)) {
        return;
      }
      if (link.provider().remote() && isPaused(link)) {
        continue;
      }
      Instant begun = tools.clock().instant();
      CaptionAnswer answer = link.provider().write(filling.openRequest());
      Duration took = Duration.between(begun, tools.clock().instant());
      boolean again =
          answer.fold(
              written -> {
                take(link, request, filling, written);
                return false;
              },
              failed -> {
                boolean retry = isWorthAnotherTry(link, failed, attempts, request.deadline());
                if (!retry) {
                  filling.failed(name, failed);
                }
                return retry;
              });
      count(link, answer, took, filling);
      if (!again || !await(attempts.next, filling, stop)) {
        return;
      }
    }
  }

  /** Why a provider is not asked now, if so. */
  private Optional<Failed> barred(ChainLink link, Instant deadline) {
    if (!link.provider().remote()) {
      return Optional.empty();
    }
    if (out.containsKey(link.account())) {
      return Optional.of(out.get(link.account()));
    }
    Optional<Failed> outage =
        breaker(link)
            .open()
            .map(open -> new Failed(Cause.UNAVAILABLE, open.reason(), Optional.of(open.until())));
    return outage.or(
        () ->
            tools
                .pacer()
                .pause(link.account())
                .filter(pause -> !pause.until().isBefore(deadline))
                .map(pause -> new Failed(Cause.QUOTA, pause.reason(), Optional.of(pause.until()))));
  }

  private boolean isPaused(ChainLink link) {
    return tools
        .pacer()
        .pause(link.account())
        .filter(pause -> pause.until().isAfter(tools.clock().instant()))
        .isPresent();
  }

  private CircuitBreaker breaker(ChainLink link) {
    return new CircuitBreaker(tools.pacer(), link.account(), OUTAGE, tools.clock());
  }

  private boolean awaitTurn(
      ChainLink link, Instant deadline, Filling filling, BooleanSupplier stop) {
    if (!link.provider().remote()) {
      return true;
    }
    Instant start = tools.pacer().reserve(link.account(), link.spacing());
    if (!start.isBefore(deadline)) {
      filling.failed(
          link.provider().name(),
          new Failed(
              Cause.DEADLINE,
              "no call was free before the job's deadline; MEMENEM_JOB_TIMEOUT gives more time",
              Optional.of(start)));
      return false;
    }
    return await(start, filling, stop);
  }

  /** False when the work is no longer wanted. */
  private boolean await(Instant until, Filling filling, BooleanSupplier stop) {
    Instant begun = tools.clock().instant();
    try {
      for (Instant now = begun; now.isBefore(until); now = tools.clock().instant()) {
        if (stop.getAsBoolean()) {
          return false;
        }
        Duration left = Duration.between(now, until);
        tools.sleeper().sleep(left.compareTo(LOOK) < 0 ? left : LOOK);
      }
      return !stop.getAsBoolean();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      filling.waited(Duration.between(begun, tools.clock().instant()));
    }
  }

  /** After the answer has been cached: the store may be away, and the answer is worth more. */
  private void count(ChainLink link, CaptionAnswer answer, Duration took, Filling filling) {
    if (link.provider().remote()) {
      long tokens = answer.fold(CaptionAnswer.Written::tokens, failed -> 0L);
      tools.pacer().record(link.account(), answer instanceof Failed, tokens);
      filling.called(took, tokens);
    }
  }

  private void take(
      ChainLink link, CaptionRequest request, Filling filling, CaptionAnswer.Written written) {
    boolean remote = link.provider().remote();
    List<Order> orders = filling.open();
    if (remote) {
      for (Order order : orders) {
        cache.put(
            link,
            request,
            order,
            written.captions().getOrDefault(order.template().id(), List.of()),
            written.model());
      }
      breaker(link).succeeded();
    }
    for (Order order : orders) {
      for (Captions captions : written.captions().getOrDefault(order.template().id(), List.of())) {
        filling.add(order, captions, new Origin(link.provider().name(), written.model(), false));
      }
    }
    written.problems().forEach(problem -> filling.warn(link.provider().name(), problem));
  }

  /** What was tried for one request at one provider. */
  private static final class Attempts {
    private int outages;
    private int quotas;
    private int lessons;
    private Instant next = Instant.MIN;
  }

  /** Remembers a failure where it concerns others, and decides whether to ask again. */
  private boolean isWorthAnotherTry(
      ChainLink link, Failed failed, Attempts attempts, Instant deadline) {
    Instant now = tools.clock().instant();
    attempts.next = failed.until().orElse(now);
    switch (failed.cause()) {
      case QUOTA:
        if (failed.until().isEmpty()) {
          out.put(link.account(), failed);
          return false;
        }
        tools
            .pacer()
            .pause(link.account(), attempts.next.truncatedTo(ChronoUnit.MILLIS), failed.detail());
        attempts.quotas++;
        return attempts.quotas < QUOTA_WAITS + 1 && attempts.next.isBefore(deadline);
      case UNAVAILABLE:
        if (failed.until().isEmpty()) {
          out.put(link.account(), failed);
          return false;
        }
        attempts.outages++;
        if (attempts.outages >= tools.retries().tries()) {
          breaker(link).failed(failed.detail());
          return false;
        }
        Instant own = now.plus(tools.retries().backoff(attempts.outages));
        attempts.next = own.isAfter(attempts.next) ? own : attempts.next;
        return attempts.next.isBefore(deadline);
      case CREDENTIALS:
        out.put(link.account(), failed);
        return false;
      case BROKEN_ANSWER:
        attempts.lessons++;
        return failed.until().isPresent() && attempts.lessons <= 2;
      default:
        return false;
    }
  }
}
