package dev.memenem.caption;

import static dev.memenem.testing.SampleOrders.numbered;
import static dev.memenem.testing.SampleOrders.order;
import static dev.memenem.testing.SampleOrders.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.cache.CacheKind;
import dev.memenem.caption.CaptionAnswer.Cause;
import dev.memenem.caption.CaptionRequest.Order;
import dev.memenem.caption.ChainResult.Written;
import dev.memenem.http.RetryPolicy;
import dev.memenem.store.Store;
import dev.memenem.store.sqlite.SqliteStore;
import dev.memenem.testing.ScriptedProvider;
import dev.memenem.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionChainTest {
  private static final Duration PACE = Duration.ofSeconds(2);
  private static final BooleanSupplier GO_ON = () -> false;

  @TempDir Path home;
  private final TestClock clock = new TestClock();
  private final Instant start = clock.instant();
  private final ScriptedProvider gemini = new ScriptedProvider("gemini", true, clock);
  private final ScriptedProvider openai = new ScriptedProvider("openai", true, clock);
  private final ScriptedProvider builtin = new ScriptedProvider("builtin", false, clock);
  private Store store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(home.resolve("store.db"), clock, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private CaptionChain chain(ScriptedProvider... providers) {
    return chain(false, providers);
  }

  private CaptionChain chain(boolean refresh, ScriptedProvider... providers) {
    RetryPolicy retries = new RetryPolicy(RetryPolicy.Limits.USUAL, clock, clock, new Random(3));
    return new CaptionChain(
        Arrays.stream(providers).map(provider -> provider.link(PACE)).toList(),
        new CaptionChain.Tools(store.cache(), store.pacer(), retries, clock, clock),
        new CaptionChain.Options(Duration.ofHours(24), refresh));
  }

  private ChainResult fill(CaptionChain chain, String topic, Order... orders) {
    return chain.fill(request(topic, clock.instant(), orders), GO_ON);
  }

  /** Five templates with so many variations, two a batch. */
  private List<ChainResult> job(CaptionChain chain, int variations) {
    List<ChainResult> results = new ArrayList<>();
    for (int from = 1; from <= 5; from += 2) {
      List<Order> orders = new ArrayList<>();
      for (int number = from; number < from + 2 && number <= 5; number++) {
        orders.add(order(numbered(number), variations));
      }
      results.add(fill(chain, "tea", orders.toArray(Order[]::new)));
    }
    return results;
  }

  private static List<String> methods(ChainResult result, String id) {
    return result.written().getOrDefault(id, List.of()).stream()
        .map(written -> written.origin().method() + (written.origin().cached() ? "*" : ""))
        .toList();
  }

  @Test
  void fiveTemplatesOfFourCostThreeCallsAndASecondRunNone() {
    List<ChainResult> first = job(chain(gemini, builtin), 4);
    assertThat(gemini.asked()).hasSize(3);
    assertThat(first).allMatch(result -> result.missing().isEmpty());
    List<ChainResult> second = job(chain(gemini, builtin), 4);
    assertThat(gemini.asked()).hasSize(3);
    assertThat(methods(second.get(0), "imgflip_1")).containsOnly("gemini*").hasSize(4);
    for (int i = 0; i < 3; i++) {
      ChainResult before = first.get(i);
      second
          .get(i)
          .written()
          .forEach(
              (id, list) ->
                  assertThat(list.stream().map(Written::captions))
                      .isEqualTo(
                          before.written().get(id).stream().map(Written::captions).toList()));
    }
    assertThat(store.cache().stats(CacheKind.CAPTIONS).total()).isEqualTo(20);
    assertThat(store.pacer().usage().get("gemini:account").calls()).isEqualTo(3);
    assertThat(store.pacer().usage().get("gemini:account").tokens()).isEqualTo(300);
    assertThat(builtin.asked()).isEmpty();
  }

  @Test
  void addingOneVariationAsksOnlyForThatOne() {
    fill(chain(gemini), "tea", order(numbered(1), 4));
    ChainResult more = fill(chain(gemini), "tea", order(numbered(1), 5));
    assertThat(methods(more, "imgflip_1"))
        .containsExactly("gemini*", "gemini*", "gemini*", "gemini*", "gemini");
    Order asked = gemini.asked().get(1).orders().get(0);
    assertThat(asked.count()).isEqualTo(1);
    assertThat(asked.taken()).hasSize(4);
  }

  @Test
  void aTopicInAnotherSpellingIsTheSameAnotherTopicIsNot() {
    fill(chain(gemini), "Green  Tea", order(numbered(1), 2));
    fill(chain(gemini), "green tea", order(numbered(1), 2));
    assertThat(gemini.asked()).hasSize(1);
    fill(chain(gemini), "black tea", order(numbered(1), 2));
    assertThat(gemini.asked()).hasSize(2);
  }

  @Test
  void refreshReadsNoCacheButFillsIt() {
    fill(chain(gemini), "tea", order(numbered(1), 2));
    ChainResult fresh = fill(chain(true, gemini), "tea", order(numbered(1), 2));
    assertThat(methods(fresh, "imgflip_1")).containsExactly("gemini", "gemini");
    assertThat(store.cache().stats(CacheKind.CAPTIONS).total()).isEqualTo(4);
  }

  @Test
  void whatExistsAlreadyIsNotTakenFromTheCacheAgain() {
    ChainResult first = fill(chain(gemini), "tea", order(numbered(1), 2));
    List<Captions> taken =
        first.written().get("imgflip_1").stream().map(Written::captions).toList();
    ChainResult more = fill(chain(gemini), "tea", new Order(numbered(1), 1, taken));
    assertThat(methods(more, "imgflip_1")).containsExactly("gemini");
  }

  @Test
  void builtInCaptionsAreNotCachedPacedOrCounted() {
    fill(chain(builtin), "tea", order(numbered(1), 2));
    fill(chain(builtin), "tea", order(numbered(1), 2));
    assertThat(builtin.asked()).hasSize(2);
    assertThat(clock.instant()).isEqualTo(start);
    assertThat(store.cache().stats(CacheKind.CAPTIONS).total()).isZero();
    assertThat(store.pacer().usage()).isEmpty();
  }

  @Test
  void callsAreSpacedFromStartToStart() {
    job(chain(gemini), 2);
    assertThat(gemini.starts())
        .containsExactly(start, start.plus(PACE), start.plus(PACE).plus(PACE));
  }

  @Test
  void whatOneLeavesOutTheNextFillsAWholeVariationAtATime() {
    gemini.leavingOut(1, "1 of 3 captions for Format 1 are missing (too long for its panel)");
    ChainResult result = fill(chain(gemini, openai, builtin), "tea", order(numbered(1), 3));
    assertThat(methods(result, "imgflip_1")).containsExactly("gemini", "gemini", "openai");
    assertThat(result.warnings())
        .containsExactly(
            "gemini: 1 of 3 captions for Format 1 are missing (too long for its panel)");
    assertThat(result.missing()).isEmpty();
    assertThat(openai.asked().get(0).orders().get(0).taken()).hasSize(2);
  }

  @Test
  void aRefusedKeyIsTriedOnceAJob() {
    gemini.failing(Cause.CREDENTIALS, "the key was refused", Optional.empty(), 9);
    List<ChainResult> results = job(chain(gemini, builtin), 2);
    assertThat(gemini.asked()).hasSize(1);
    assertThat(results)
        .allSatisfy(
            result -> assertThat(result.warnings()).containsExactly("gemini: the key was refused"));
    assertThat(methods(results.get(2), "imgflip_5")).containsOnly("builtin");
  }

  @Test
  void aQuotaOfTheDayFailsOverAtOnceAndIsRememberedByEveryJob() {
    gemini.failing(
        Cause.QUOTA, "the quota for today is used up", Optional.of(start.plusSeconds(36_000)), 9);
    job(chain(gemini, builtin), 2);
    assertThat(gemini.asked()).hasSize(1);
    assertThat(clock.instant()).isEqualTo(start);
    ChainResult other = fill(chain(gemini, builtin), "coffee", order(numbered(1), 1));
    assertThat(gemini.asked()).hasSize(1);
    assertThat(other.warnings()).containsExactly("gemini: the quota for today is used up");
    clock.forward(Duration.ofHours(11));
    gemini.asked();
    ScriptedProvider rested = new ScriptedProvider("gemini", true, clock);
    fill(chain(rested), "coffee", order(numbered(1), 1));
    assertThat(rested.asked()).hasSize(1);
  }

  @Test
  void aQuotaOfTheMinuteIsWaitedForByEverybody() {
    gemini.failing(Cause.QUOTA, "the minute", Optional.of(start.plusSeconds(34)), 1);
    ChainResult result = fill(chain(gemini, builtin), "tea", order(numbered(1), 2));
    assertThat(methods(result, "imgflip_1")).containsOnly("gemini");
    assertThat(gemini.starts().get(1)).isEqualTo(start.plusSeconds(34));
    assertThat(result.warnings()).isEmpty();
    assertThat(result.cost().waited()).isEqualTo(Duration.ofSeconds(34));
  }

  @Test
  void aQuotaOfTheMinuteIsNotWaitedForForever() {
    for (int i = 1; i < 9; i++) {
      gemini.failing(Cause.QUOTA, "the minute", Optional.of(start.plusSeconds(50L * i)), 1);
    }
    ChainResult result = fill(chain(gemini, builtin), "tea", order(numbered(1), 2));
    assertThat(gemini.asked()).hasSize(3);
    assertThat(methods(result, "imgflip_1")).containsOnly("builtin");
  }

  @Test
  void aProviderThatIsDownIsAskedThreeTimesAndThenLeftAloneForAMinute() {
    gemini.failing(Cause.UNAVAILABLE, "overloaded", Optional.of(start), 3);
    CaptionChain chain = chain(gemini, builtin);
    List<ChainResult> results = job(chain, 2);
    assertThat(gemini.asked()).hasSize(3);
    assertThat(results)
        .allSatisfy(r -> assertThat(r.warnings()).containsExactly("gemini: overloaded"));
    clock.forward(Duration.ofMinutes(2));
    ChainResult later = fill(chain, "coffee", order(numbered(1), 1));
    assertThat(methods(later, "imgflip_1")).containsExactly("gemini");
  }

  @Test
  void aProviderThatStumblesIsAskedAgain() {
    gemini.failing(Cause.UNAVAILABLE, "overloaded", Optional.of(start), 2);
    ChainResult result = fill(chain(gemini), "tea", order(numbered(1), 2));
    assertThat(methods(result, "imgflip_1")).containsExactly("gemini", "gemini");
    assertThat(result.warnings()).isEmpty();
    assertThat(store.pacer().usage().get("gemini:account").errors()).isEqualTo(2);
  }

  @Test
  void aRefusalIsNotRepeatedButTheNextBatchIsAsked() {
    gemini.failing(Cause.REFUSED, "blocked", Optional.empty(), 1);
    List<ChainResult> results = job(chain(gemini, builtin), 2);
    assertThat(gemini.asked()).hasSize(3);
    assertThat(methods(results.get(0), "imgflip_1")).containsOnly("builtin");
    assertThat(methods(results.get(1), "imgflip_3")).containsOnly("gemini");
  }

  @Test
  void somethingLearntIsTriedAtOnce() {
    openai.failing(Cause.BROKEN_ANSWER, "no json_schema", Optional.of(start), 2);
    ChainResult result = fill(chain(openai), "tea", order(numbered(1), 2));
    assertThat(methods(result, "imgflip_1")).containsOnly("openai");
    assertThat(openai.asked()).hasSize(3);
  }

  @Test
  void whenEverybodyFailsEveryReasonIsSaid() {
    gemini.failing(Cause.CREDENTIALS, "the key was refused", Optional.empty(), 1);
    openai.failing(Cause.QUOTA, "no quota left", Optional.empty(), 1);
    ChainResult result = fill(chain(gemini, openai), "tea", order(numbered(1), 2));
    assertThat(result.written()).isEmpty();
    ChainResult.Missing missing = result.missing().get("imgflip_1");
    assertThat(missing.count()).isEqualTo(2);
    assertThat(missing.cause()).isEqualTo(Cause.QUOTA);
    assertThat(missing.reason()).isEqualTo("gemini: the key was refused; openai: no quota left");
  }

  @Test
  void onlyCredentialsIsSaidWhenItIsOnlyCredentials() {
    gemini.failing(Cause.CREDENTIALS, "a", Optional.empty(), 1);
    openai.failing(Cause.CREDENTIALS, "b", Optional.empty(), 1);
    ChainResult result = fill(chain(gemini, openai), "tea", order(numbered(1), 2));
    assertThat(result.missing().get("imgflip_1").cause()).isEqualTo(Cause.CREDENTIALS);
  }

  @Test
  void noCallBeginsBehindTheDeadline() {
    store.pacer().reserve("gemini:account", Duration.ofMinutes(20));
    CaptionChain chain = chain(gemini, builtin);
    store.pacer().pause("gemini:account", start.plusSeconds(700), "used up");
    ChainResult result = fill(chain, "tea", order(numbered(1), 1));
    assertThat(gemini.asked()).isEmpty();
    assertThat(result.warnings()).containsExactly("gemini: used up");
    assertThat(methods(result, "imgflip_1")).containsExactly("builtin");
  }

  @Test
  void stoppingEndsTheWaitWithinASecond() {
    gemini.failing(Cause.QUOTA, "the minute", Optional.of(start.plusSeconds(300)), 1);
    AtomicInteger looks = new AtomicInteger();
    Instant[] stopped = new Instant[1];
    BooleanSupplier stop =
        () -> {
          if (looks.incrementAndGet() == 20) {
            stopped[0] = clock.instant();
          }
          return looks.get() >= 20;
        };
    ChainResult result =
        chain(gemini, builtin).fill(request("tea", clock.instant(), order(numbered(1), 1)), stop);
    assertThat(result.written()).isEmpty();
    assertThat(Duration.between(stopped[0], clock.instant())).isLessThan(Duration.ofSeconds(1));
    assertThat(builtin.asked()).isEmpty();
  }

  @Test
  void anotherProviderOrModelHasItsOwnCache() {
    fill(chain(gemini), "tea", order(numbered(1), 2));
    ChainResult result = fill(chain(openai), "tea", order(numbered(1), 2));
    assertThat(methods(result, "imgflip_1")).containsExactly("openai", "openai");
  }

  @Test
  void whatWasPaidForIsUsedEvenWhileTheProviderIsDown() {
    fill(chain(gemini), "tea", order(numbered(1), 2));
    store.pacer().pause("gemini:account", start.plusSeconds(90_000), "used up");
    ChainResult result = fill(chain(gemini, builtin), "tea", order(numbered(1), 2));
    assertThat(methods(result, "imgflip_1")).containsExactly("gemini*", "gemini*");
    assertThat(result.warnings()).isEmpty();
  }
}
