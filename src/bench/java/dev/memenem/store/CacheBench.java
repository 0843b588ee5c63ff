package dev.memenem.store;

import dev.memenem.cache.Cache;
import dev.memenem.cache.CacheEntry;
import dev.memenem.cache.CacheKind;
import dev.memenem.cache.Sweep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * {@code STORE ENTRIES}: look-ups and statistics as the cache grows to so many captions, half of
 * them expired; then how long another process waits for each of its writes, alone and while the
 * expired half is cleaned up. What the machine itself does to a process shows in how late a sleep
 * of a millisecond ends.
 */
public final class CacheBench {
  private static final Duration ALONE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(1);
  private static final byte[] VALUE = "x".repeat(150).getBytes(StandardCharsets.UTF_8);

  private CacheBench() {}

  public static void main(String[] args) throws IOException {
    try (BenchStore bench = BenchStore.open(args[0])) {
      if (args[1].equals("writer")) {
        write(bench.store().cache());
      } else {
        measure(bench, Integer.parseInt(args[1]));
      }
    }
  }

  private static void measure(BenchStore bench, int most) throws IOException {
    Cache cache = bench.store().cache();
    SplittableRandom random = new SplittableRandom(1);
    int filled = 0;
    for (int size = 1_000; size <= most; size *= 10) {
      for (; filled < size; filled++) {
        put(cache, "key " + filled, filled % 2 == 0);
      }
      int entries = size;
      BenchStore.median(1_000, () -> get(cache, random.nextInt(entries)));
      System.out.printf(
          "%,9d entries: a look-up takes %.3f ms, statistics %.1f ms%n",
          size,
          BenchStore.median(2_001, () -> get(cache, random.nextInt(entries))),
          BenchStore.median(5, () -> cache.stats(CacheKind.CAPTIONS)));
    }
    alone(bench);
    Runtime runtime = Runtime.getRuntime();
    Process writer = bench.start(CacheBench.class, "writer");
    BenchStore.sleep(Duration.ofSeconds(2));
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    long begun = System.nanoTime();
    Sweep.Swept swept =
        cache.sweep(CacheKind.CAPTIONS, new Sweep(BenchStore.CLOCK.instant(), Instant.MIN, false));
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf("another process writes meanwhile: %s%n", ended(writer));
    System.gc();
    long after = runtime.totalMemory() - runtime.freeMemory();
    System.out.printf(
        "cleanup of %,d entries: %.1f s, kept %d KiB of memory%n",
        swept.count(), seconds, Math.max(0, after - before) / 1024);
    alone(bench);
  }

  private static void alone(BenchStore bench) throws IOException {
    Process writer = bench.start(CacheBench.class, "writer");
    BenchStore.sleep(ALONE);
    System.out.printf("another process writes, no cleanup:  %s%n", ended(writer));
  }

  private static void put(Cache cache, String key, boolean fresh) {
    Instant now = BenchStore.CLOCK.instant();
    Instant end = now.plus(fresh ? Duration.ofDays(1) : Duration.ofMillis(-1));
    cache.put(CacheKind.CAPTIONS, new CacheEntry(key, "", "gemini", VALUE, 1, now, end, end));
  }

  private static Object get(Cache cache, int number) {
    return cache.get(CacheKind.CAPTIONS, "key " + number, 1);
  }

  /** Writes until its input ends, a millisecond between two, and says how long the writes took. */
  private static void write(Cache cache) throws IOException {
    long[] nanos = new long[1_000_000];
    long[] sleeps = new long[nanos.length];
    int count = 0;
    while (System.in.available() == 0 && count < nanos.length) {
      long begun = System.nanoTime();
      put(cache, "written " + count, true);
      nanos[count] = System.nanoTime() - begun;
      long slept = System.nanoTime();
      BenchStore.sleep(PAUSE);
      sleeps[count] = System.nanoTime() - slept;
      count++;
    }
    System.out.printf(
        "%,d writes: %s; its sleeps: %s", count, told(nanos, count), told(sleeps, count));
  }

  private static String told(long[] nanos, int count) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return "median %.2f, 999 of 1000 within %.1f, longest %.1f ms, %d over 100 ms"
        .formatted(
            sorted[count / 2] / 1e6,
            sorted[count * 999 / 1000] / 1e6,
            sorted[count - 1] / 1e6,
            Arrays.stream(sorted).filter(time -> time > 100_000_000).count());
  }

  private static String ended(Process writer) throws IOException {
    try (var stdin = writer.getOutputStream()) {
      stdin.write('\n');
    }
    return new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
