package dev.memenem.store.mongo;

import static dev.memenem.testing.SampleJobs.queued;
import static dev.memenem.testing.SampleJobs.worker;
import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.memenem.job.Job;
import dev.memenem.store.Patience;
import dev.memenem.store.StoreUri;
import dev.memenem.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Machines whose clocks differ agree on leases and on whose turn it is. */
class MongoClockTest {
  private static final Instant SERVER = Instant.parse("2026-11-23T08:00:00Z");

  @Test
  void theServersTimeIsAskedOnceAMinute() {
    TestClock own = new TestClock(SERVER.minusSeconds(600));
    AtomicInteger asked = new AtomicInteger();
    ServerClock clock =
        new ServerClock(
            own,
            () -> {
              asked.incrementAndGet();
              return Optional.of(own.instant().plusSeconds(600));
            });
    assertThat(clock.instant()).isEqualTo(SERVER);
    own.forward(Duration.ofSeconds(59));
    assertThat(clock.instant()).isEqualTo(SERVER.plusSeconds(59));
    assertThat(asked).hasValue(1);
    own.forward(Duration.ofSeconds(2));
    clock.instant();
    assertThat(asked).hasValue(2);
    own.forward(Duration.ofHours(-1));
    clock.instant();
    assertThat(asked).as("somebody has set the clock back").hasValue(3);
    assertThat(clock.here(SERVER)).isEqualTo(SERVER.minusSeconds(600));
    assertThat(clock.there(SERVER.minusSeconds(600))).isEqualTo(SERVER);
  }

  @Test
  void aServerThatDoesNotTellIsTakenToAgree() {
    ServerClock clock = new ServerClock(() -> SERVER, Optional::empty);
    assertThat(clock.instant()).isEqualTo(SERVER);
  }

  @Test
  void aFastClockTakesNoLeaseAwayAndASlowOneKeepsThePace() {
    MongoServer server = new MongoServer(new MemoryBackend());
    StoreUri.Mongo uri = new StoreUri.Mongo("mongodb://127.0.0.1:" + server.bind().getPort());
    InstantSource right = InstantSource.system();
    InstantSource fast = InstantSource.offset(right, Duration.ofMinutes(10));
    InstantSource slow = InstantSource.offset(right, Duration.ofMinutes(-10));
    try (MongoStore here =
            MongoStore.open(uri, slow, pause -> {}, new Patience(slow, pause -> {}));
        MongoStore there =
            MongoStore.open(uri, fast, pause -> {}, new Patience(fast, pause -> {}))) {
      Duration lease = Duration.ofMinutes(1);
      Job job = here.jobs().create(queued("cats", slow.instant())).job();
      here.jobs().claim(job.id(), worker("slow"), lease, owner -> false).orElseThrow();
      assertThat(there.jobs().claim(job.id(), worker("fast"), lease, owner -> false)).isEmpty();
      assertThat(there.jobs().claimNext(worker("fast"), lease, owner -> false)).isEmpty();

      Duration spacing = Duration.ofMinutes(1);
      Instant first = here.pacer().reserve("gemini:1", spacing).plus(Duration.ofMinutes(10));
      Instant second = there.pacer().reserve("gemini:1", spacing).minus(Duration.ofMinutes(10));
      assertThat(Duration.between(first, second))
          .as("a minute later, as a right clock shows it")
          .isBetween(spacing.minusSeconds(2), spacing.plusSeconds(2));
      here.pacer().pause("gemini:1", slow.instant().plusSeconds(300), "429");
      assertThat(there.pacer().pause("gemini:1").orElseThrow().until())
          .isBetween(fast.instant().plusSeconds(280), fast.instant().plusSeconds(320));
    } finally {
      server.shutdownNow();
    }
  }
}
