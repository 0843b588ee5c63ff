package dev.memenem.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Who waits for a store that is away, how long, and what is said meanwhile. */
class PatienceTest {
  private static final StoreException GONE = new StoreException("the store x does not answer");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final TestClock clock = new TestClock();
  private final Patience patience = new Patience(clock, clock);
  private final List<String> told = new ArrayList<>();

  @Test
  void aCommandThatOnlyLooksHasNone() {
    assertThat(patience.again(GONE)).isFalse();
    patience.answered();
  }

  @Test
  void aWorkerWaitsAndSaysSoOnceAndAgainWhenTheStoreIsBack() {
    patience.begin(() -> false, LIMIT, told::add);
    for (int i = 0; i < 20; i++) {
      assertThat(patience.again(GONE)).isTrue();
    }
    patience.answered();
    patience.answered();
    assertThat(told)
        .containsExactly(
            "the store x does not answer; waiting for it, up to 60 s; nothing is lost",
            "the store answers again, after 10 s");
  }

  @Test
  void theLongestAbsenceCountsFromTheFirstTrouble() {
    patience.begin(() -> false, LIMIT, told::add);
    assertThat(patience.again(GONE)).isTrue();
    clock.forward(LIMIT);
    assertThat(patience.again(GONE)).isFalse();
    patience.answered();
    assertThat(patience.again(GONE)).as("another absence").isTrue();
  }

  @Test
  void aWorkerThatIsToldToStopWaitsNoLonger() {
    AtomicBoolean stop = new AtomicBoolean();
    patience.begin(stop::get, LIMIT, told::add);
    assertThat(patience.again(GONE)).isTrue();
    stop.set(true);
    assertThat(patience.again(GONE)).isFalse();
  }
}
