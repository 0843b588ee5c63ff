package dev.memenem.cache.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memenem.cache.Cache;
import dev.memenem.cache.CacheEntry;
import dev.memenem.cache.CacheKind;
import dev.memenem.cache.Sweep;
import dev.memenem.job.JobStore;
import dev.memenem.pace.Pacer;
import dev.memenem.store.Store;
import dev.memenem.testing.CacheContract;
import dev.memenem.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {
  private static final long MUCH = 1_000_000;

  @TempDir Path folder;
  private final TestClock clock = new TestClock();

  @Nested
  class Contract extends CacheContract {
    @Override
    protected Store open(InstantSource now) {
      return new OnlyCache(new FileCache(folder, MUCH, now));
    }
  }

  /** What the contract wants opened: here it is nothing but the cache. */
  private record OnlyCache(Cache cache) implements Store {
    @Override
    public JobStore jobs() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Pacer pacer() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String shown() {
      return "files";
    }

    @Override
    public void close() {}
  }

  private void put(Cache cache, String key, int bytes) {
    Instant now = clock.instant();
    byte[] value = new byte[bytes];
    java.util.Arrays.fill(value, (byte) key.hashCode());
    Instant until = now.plus(Duration.ofDays(7));
    cache.put(CacheKind.IMAGES, new CacheEntry(key, "", "web", value, 1, now, until, until));
  }

  private boolean has(Cache cache, String key) {
    return !cache.stale(CacheKind.IMAGES, key).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void whatWasUnusedForLongestGoesFirstWhenItIsFull() {
    Cache cache = new FileCache(folder, 1000, clock);
    for (String key : List.of("a", "b", "c")) {
      put(cache, key, 300);
      clock.forward(Duration.ofMinutes(1));
    }
    cache.get(CacheKind.IMAGES, "a", 1);
    clock.forward(Duration.ofMinutes(1));
    put(cache, "d", 300);
    assertThat(has(cache, "a")).as("used lately").isTrue();
    assertThat(has(cache, "b")).as("unused for longest").isFalse();
    assertThat(has(cache, "c")).isTrue();
    assertThat(has(cache, "d")).isTrue();
    assertThat(cache.stats(CacheKind.IMAGES).bytes()).isEqualTo(900);
    put(cache, "huge", 1001);
    assertThat(has(cache, "huge")).as("larger than the whole cache").isFalse();
    assertThat(has(cache, "a")).isTrue();
  }

  @Test
  void theSameContentIsKeptOnce() throws IOException {
    Cache cache = new FileCache(folder, MUCH, clock);
    Instant until = clock.instant().plusSeconds(60);
    for (String key : List.of("one", "two")) {
      cache.put(
          CacheKind.IMAGES,
          new CacheEntry(key, "", "web", new byte[5000], 1, clock.instant(), until, until));
    }
    long large = 0;
    for (Path file : files()) {
      large += Files.size(file) >= 5000 ? 1 : 0;
    }
    assertThat(large).isEqualTo(1);
    cache.sweep(CacheKind.IMAGES, new Sweep(clock.instant(), Instant.MAX, false));
    assertThat(files()).as("only the counts are left").hasSize(1);
  }

  @Test
  void filesAreTheirOwnersAlone() throws IOException {
    put(new FileCache(folder.resolve("images"), MUCH, clock), "a", 10);
    try (Stream<Path> all = Files.walk(folder.resolve("images"))) {
      assertThat(all)
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
  }

  @Test
  void damageIsAMissAndHealsWithTheNextPut() throws IOException {
    Cache cache = new FileCache(folder, MUCH, clock);
    put(cache, "a", 500);
    for (Path file : files()) {
      if (file.getParent().endsWith("content")) {
        Files.write(file, new byte[500]);
      }
    }
    assertThat(cache.get(CacheKind.IMAGES, "a", 1)).isEmpty();
    put(cache, "a", 500);
    assertThat(cache.get(CacheKind.IMAGES, "a", 1)).hasSize(1);
  }

  @Test
  void manyAtOnceLoseNothing() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < 6; t++) {
        int thread = t;
        all.add(
            threads.submit(
                () -> {
                  Cache cache = new FileCache(folder, MUCH, clock);
                  for (int i = 0; i < 20; i++) {
                    put(cache, "key " + thread + " " + i, 100);
                    cache.get(CacheKind.IMAGES, "key " + (thread + 1) % 6 + " " + i, 1);
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    Cache cache = new FileCache(folder, MUCH, clock);
    assertThat(cache.stats(CacheKind.IMAGES).total()).isEqualTo(120);
    assertThat(cache.stats(CacheKind.IMAGES).hits() + cache.stats(CacheKind.IMAGES).misses())
        .as("every look-up was counted")
        .isEqualTo(120);
  }
}
