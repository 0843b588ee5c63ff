package dev.memenem.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.memenem.pace.Pacer;
import dev.memenem.pace.Pacer.Pause;
import dev.memenem.pace.Pacer.Usage;
import dev.memenem.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does to keep one pace. */
public abstract class PacerContract {
  private static final Duration SPACING = Duration.ofSeconds(2);

  protected final TestClock clock = new TestClock();
  private Store store;
  private Pacer pacer;

  /** An empty store of this test's own. */
  protected abstract Store open(InstantSource clock);

  @BeforeEach
  void open() {
    store = open(clock);
    pacer = store.pacer();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void callsAreSpacedStartToStart() {
    Instant now = clock.instant();
    assertThat(pacer.reserve("gemini:1", SPACING)).isEqualTo(now);
    assertThat(pacer.reserve("gemini:1", SPACING)).isEqualTo(now.plusSeconds(2));
    assertThat(pacer.reserve("gemini:1", SPACING)).isEqualTo(now.plusSeconds(4));
    assertThat(pacer.reserve("openai:1", SPACING)).as("accounts are apart").isEqualTo(now);
    clock.forward(Duration.ofMillis(5500));
    assertThat(pacer.reserve("gemini:1", SPACING)).isEqualTo(now.plusSeconds(6));
    clock.forward(Duration.ofMinutes(1));
    assertThat(pacer.reserve("gemini:1", SPACING))
        .as("unused time is not saved up")
        .isEqualTo(clock.instant());
    assertThat(pacer.reserve("gemini:1", SPACING)).isEqualTo(clock.instant().plusSeconds(2));
  }

  @Test
  void eachCallerKeepsItsOwnSpacingBehindTheOneBefore() {
    Instant now = clock.instant();
    pacer.reserve("gemini:1", SPACING);
    assertThat(pacer.reserve("gemini:1", Duration.ofSeconds(5))).isEqualTo(now.plusSeconds(5));
    assertThat(pacer.reserve("gemini:1", Duration.ZERO)).isEqualTo(now.plusSeconds(5));
  }

  @Test
  void aPauseIsRespectedByAll() {
    Instant now = clock.instant();
    Instant until = now.plusSeconds(60);
    pacer.pause("gemini:1", until, "429");
    assertThat(pacer.pause("gemini:1")).contains(new Pause(until, "429"));
    assertThat(pacer.pause("openai:1")).isEmpty();
    assertThat(pacer.reserve("gemini:1", SPACING)).isEqualTo(until);
    assertThat(pacer.reserve("gemini:1", SPACING)).as("no herd").isEqualTo(until.plusSeconds(2));
    assertThat(pacer.reserve("gemini:1", SPACING)).isEqualTo(until.plusSeconds(4));
    clock.forward(Duration.ofSeconds(60));
    assertThat(pacer.pause("gemini:1")).isEmpty();
  }

  @Test
  void slotsThatWereGivenOutStayBeforeThePauseAndTheNextComeBehindIt() {
    Instant now = clock.instant();
    for (int i = 0; i < 10; i++) {
      pacer.reserve("gemini:1", SPACING);
    }
    pacer.pause("gemini:1", now.plusSeconds(5), "429");
    assertThat(pacer.reserve("gemini:1", SPACING)).isEqualTo(now.plusSeconds(20));
    pacer.pause("gemini:1", now.plusSeconds(21), "429");
    assertThat(pacer.reserve("gemini:1", SPACING)).isEqualTo(now.plusSeconds(22));
    pacer.pause("gemini:1", now.plusSeconds(30), "429");
    assertThat(pacer.reserve("gemini:1", SPACING)).isEqualTo(now.plusSeconds(30));
  }

  @Test
  void aShorterPauseNeverShortensALongerOne() {
    Instant day = clock.instant().plus(Duration.ofHours(9));
    pacer.pause("gemini:1", day, "the day's quota is spent");
    pacer.pause("gemini:1", clock.instant().plusSeconds(30), "429");
    assertThat(pacer.pause("gemini:1")).contains(new Pause(day, "the day's quota is spent"));
    pacer.pause("gemini:1", day.plusSeconds(1), "again");
    assertThat(pacer.pause("gemini:1")).contains(new Pause(day.plusSeconds(1), "again"));
  }

  @Test
  void callsAreCounted() {
    assertThat(pacer.usage()).isEmpty();
    pacer.record("openai:1", false, 300);
    pacer.record("gemini:1", false, 350);
    pacer.record("gemini:1", true, 0);
    Instant until = clock.instant().plusSeconds(60);
    pacer.pause("gemini:1", until, "429");
    assertThat(pacer.usage())
        .containsExactly(
            entry("gemini:1", new Usage(2, 1, 350, Optional.of(new Pause(until, "429")))),
            entry("openai:1", new Usage(1, 0, 300, Optional.empty())));
    clock.forward(Duration.ofSeconds(60));
    assertThat(pacer.usage().get("gemini:1")).isEqualTo(new Usage(2, 1, 350, Optional.empty()));
  }

  @Test
  void factsAreRemembered() {
    assertThat(pacer.recall("openai:1")).isEmpty();
    pacer.remember("openai:1", "json_schema");
    pacer.remember("openai:1", "json_object");
    pacer.reserve("openai:1", SPACING);
    pacer.record("openai:1", false, 1);
    assertThat(pacer.recall("openai:1")).contains("json_object");
  }

  @Test
  void manyAtOnceGetSlotsOfTheirOwn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Instant>> callers = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        callers.add(() -> pacer.reserve("gemini:1", SPACING));
      }
      List<Instant> starts = new ArrayList<>();
      for (Future<Instant> start : threads.invokeAll(callers)) {
        starts.add(start.get());
      }
      List<Instant> expected = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        expected.add(clock.instant().plus(SPACING.multipliedBy(i)));
      }
      assertThat(starts).containsExactlyInAnyOrderElementsOf(expected);
    } finally {
      threads.shutdownNow();
    }
  }
}
