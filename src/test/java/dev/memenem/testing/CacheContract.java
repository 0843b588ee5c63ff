package dev.memenem.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.cache.Cache;
import dev.memenem.cache.CacheEntry;
import dev.memenem.cache.CacheKind;
import dev.memenem.cache.CacheStats;
import dev.memenem.cache.Sweep;
import dev.memenem.cache.Sweep.Swept;
import dev.memenem.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does with caches. */
public abstract class CacheContract {
  private static final Duration LIFE = Duration.ofHours(1);

  protected final TestClock clock = new TestClock();
  private Store store;
  private Cache cache;

  /** An empty store of this test's own. */
  protected abstract Store open(InstantSource clock);

  @BeforeEach
  void open() {
    store = open(clock);
    cache = store.cache();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private CacheEntry entry(String key, String item, String group, String value) {
    Instant now = clock.instant();
    return new CacheEntry(
        key,
        item,
        group,
        value.getBytes(StandardCharsets.UTF_8),
        1,
        now,
        now.plus(LIFE),
        now.plus(LIFE.multipliedBy(24)));
  }

  private void put(CacheKind kind, String key, String item, String group, String value) {
    cache.put(kind, entry(key, item, group, value));
  }

  private List<String> get(CacheKind kind, String key, int wanted) {
    return texts(cache.get(kind, key, wanted));
  }

  private static List<String> texts(List<CacheEntry> entries) {
    return entries.stream()
        .map(entry -> new String(entry.value(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void anEntryIsGivenBackAsItWasStored() {
    CacheEntry stored =
        new CacheEntry(
            "key",
            "",
            "imgflip",
            new byte[] {0, 1, -1, 127},
            100,
            clock.instant(),
            clock.instant().plusMillis(1),
            clock.instant().plus(LIFE));
    cache.put(CacheKind.TEMPLATES, stored);
    assertThat(cache.get(CacheKind.TEMPLATES, "key", 1))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(stored);
    assertThat(cache.get(CacheKind.CAPTIONS, "key", 1)).as("kinds are apart").isEmpty();
    assertThat(cache.get(CacheKind.TEMPLATES, "other", 1)).isEmpty();
  }

  @Test
  void variationsOfOneRequestComeOldestFirst() {
    put(CacheKind.CAPTIONS, "key", "z", "gemini", "first");
    clock.forward(Duration.ofMillis(1));
    put(CacheKind.CAPTIONS, "key", "a", "gemini", "second");
    clock.forward(Duration.ofMillis(1));
    put(CacheKind.CAPTIONS, "key", "m", "gemini", "third");
    assertThat(get(CacheKind.CAPTIONS, "key", 3)).containsExactly("first", "second", "third");
  }

  @Test
  void theSameItemIsReplaced() {
    put(CacheKind.CAPTIONS, "key", "a", "gemini", "old and long");
    clock.forward(Duration.ofMinutes(30));
    put(CacheKind.CAPTIONS, "key", "a", "openai", "new");
    assertThat(get(CacheKind.CAPTIONS, "key", 1)).containsExactly("new");
    CacheStats stats = cache.stats(CacheKind.CAPTIONS);
    assertThat(stats.total()).isEqualTo(1);
    assertThat(stats.bytes()).isEqualTo(3);
    assertThat(stats.groups()).containsExactly("openai");
    assertThat(stats.oldest()).contains(clock.instant());
    clock.forward(Duration.ofMinutes(45));
    assertThat(get(CacheKind.CAPTIONS, "key", 1)).as("it lives anew").containsExactly("new");
  }

  @Test
  void whatHasExpiredIsAMissButStillThereForBadTimes() {
    put(CacheKind.TEMPLATES, "key", "", "imgflip", "hundred templates");
    clock.forward(LIFE.minusMillis(1));
    assertThat(get(CacheKind.TEMPLATES, "key", 1)).hasSize(1);
    clock.forward(Duration.ofMillis(1));
    assertThat(get(CacheKind.TEMPLATES, "key", 1)).isEmpty();
    assertThat(texts(cache.stale(CacheKind.TEMPLATES, "key"))).containsExactly("hundred templates");
    clock.forward(LIFE.multipliedBy(23));
    assertThat(cache.stale(CacheKind.TEMPLATES, "key")).isEmpty();
  }

  @Test
  void hitsAndMissesAreCounted() {
    put(CacheKind.CAPTIONS, "key", "a", "gemini", "one");
    put(CacheKind.CAPTIONS, "key", "b", "gemini", "two");
    assertThat(get(CacheKind.CAPTIONS, "key", 2)).hasSize(2);
    assertThat(get(CacheKind.CAPTIONS, "key", 1)).hasSize(2);
    assertThat(get(CacheKind.CAPTIONS, "key", 3)).as("some, but not enough").hasSize(2);
    assertThat(get(CacheKind.CAPTIONS, "other", 1)).isEmpty();
    cache.stale(CacheKind.CAPTIONS, "other");
    clock.forward(LIFE);
    get(CacheKind.CAPTIONS, "key", 1);
    CacheStats stats = cache.stats(CacheKind.CAPTIONS);
    assertThat(stats.hits()).isEqualTo(2);
    assertThat(stats.misses()).isEqualTo(3);
    assertThat(stats.hitRate()).isEqualTo(0.4);
    assertThat(cache.stats(CacheKind.TEMPLATES).hits()).isZero();
  }

  @Test
  void statisticsSayWhatIsThere() {
    assertThat(cache.stats(CacheKind.IMAGES))
        .isEqualTo(new CacheStats(0, List.of(), 0, 0, 0, 0, Optional.empty(), Optional.empty()));
    put(CacheKind.CAPTIONS, "old", "", "openai", "12345");
    clock.forward(Duration.ofMinutes(30));
    Instant oldest = clock.instant();
    put(CacheKind.CAPTIONS, "k1", "", "gemini", "123");
    clock.forward(Duration.ofMinutes(10));
    CacheEntry many = entry("k2", "", "anthology", "12");
    cache.put(
        CacheKind.CAPTIONS,
        new CacheEntry(
            "k2",
            "",
            "anthology",
            many.value(),
            40,
            many.storedAt(),
            many.expiresAt(),
            many.keepUntil()));
    Instant newest = clock.instant();
    assertThat(cache.stats(CacheKind.CAPTIONS).groups())
        .containsExactly("anthology", "gemini", "openai");
    clock.forward(Duration.ofMinutes(25));
    assertThat(cache.stats(CacheKind.CAPTIONS))
        .isEqualTo(
            new CacheStats(
                41,
                List.of("anthology", "gemini"),
                0,
                0,
                10,
                1,
                Optional.of(oldest),
                Optional.of(newest)));
  }

  @Test
  void aCleanupTakesWhatHasExpiredAndNothingElse() {
    for (int i = 0; i < 250; i++) {
      put(CacheKind.CAPTIONS, "old " + i, "", i % 2 == 0 ? "gemini" : "openai", "1234");
    }
    put(CacheKind.IMAGES, "picture", "", "imgflip", "path");
    clock.forward(LIFE.dividedBy(2));
    put(CacheKind.CAPTIONS, "young", "", "gemini", "12");
    clock.forward(LIFE.dividedBy(2));

    Sweep dry = new Sweep(clock.instant(), Instant.MIN, true);
    Sweep real = new Sweep(clock.instant(), Instant.MIN, false);
    assertThat(cache.sweep(CacheKind.CAPTIONS, dry)).isEqualTo(new Swept(250, 1000));
    assertThat(cache.stats(CacheKind.CAPTIONS).expired()).isEqualTo(250);
    assertThat(cache.sweep(CacheKind.CAPTIONS, real)).isEqualTo(new Swept(250, 1000));
    assertThat(cache.sweep(CacheKind.CAPTIONS, real)).isEqualTo(Swept.NOTHING);
    assertThat(get(CacheKind.CAPTIONS, "young", 1)).containsExactly("12");
    assertThat(cache.stats(CacheKind.CAPTIONS).bytes()).isEqualTo(2);
    assertThat(cache.stats(CacheKind.IMAGES).expired()).as("not asked for").isEqualTo(1);
  }

  @Test
  void aCleanupByAgeTakesWhatWasStoredBefore() {
    put(CacheKind.CAPTIONS, "old", "", "gemini", "123");
    clock.forward(Duration.ofMinutes(10));
    Instant border = clock.instant();
    put(CacheKind.CAPTIONS, "young", "", "gemini", "12");
    Sweep older = new Sweep(clock.instant(), border, false);
    assertThat(cache.sweep(CacheKind.CAPTIONS, new Sweep(clock.instant(), border, true)))
        .isEqualTo(new Swept(1, 3));
    assertThat(cache.sweep(CacheKind.CAPTIONS, older)).isEqualTo(new Swept(1, 3));
    assertThat(get(CacheKind.CAPTIONS, "young", 1)).hasSize(1);
  }

  @Test
  void aCleanupOfEverythingLeavesNothing() {
    for (int i = 0; i < 250; i++) {
      put(CacheKind.CAPTIONS, "key " + i % 30, "item " + i, "gemini", "1");
    }
    Sweep everything = new Sweep(clock.instant(), Instant.MAX, false);
    assertThat(cache.sweep(CacheKind.CAPTIONS, everything)).isEqualTo(new Swept(250, 250));
    assertThat(cache.stats(CacheKind.CAPTIONS).total()).isZero();
    assertThat(cache.stats(CacheKind.CAPTIONS).oldest()).isEmpty();
  }
}
