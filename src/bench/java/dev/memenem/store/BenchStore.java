package dev.memenem.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.memenem.pace.Sleeper;
import dev.memenem.store.mongo.MongoStore;
import dev.memenem.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** A store under measurement, as {@code STORE} names it, and other processes that use it. */
record BenchStore(String uri, Store store, MongoServer server) implements AutoCloseable {
  /** Milliseconds, as all stores keep them. */
  static final InstantSource CLOCK = () -> Instant.ofEpochMilli(System.currentTimeMillis());

  private static final String QUIET = "-Dslf4j.internal.verbosity=ERROR";
  private static final Sleeper SLEEPER = duration -> Thread.sleep(duration.toMillis());

  static BenchStore open(String name) {
    MongoServer server = null;
    String uri = name;
    if (name.equals("fake")) {
      server = new MongoServer(new MemoryBackend());
      uri = "mongodb://127.0.0.1:" + server.bind().getPort() + "/memenem_bench";
    }
    Patience patience = new Patience(CLOCK, SLEEPER);
    Store store =
        StoreUri.parse(uri) instanceof StoreUri.Mongo mongo
            ? MongoStore.open(mongo, CLOCK, SLEEPER, patience)
            : SqliteStore.open(
                Path.of(uri.substring("sqlite:".length())), CLOCK, SLEEPER, patience);
    return new BenchStore(uri, store, server);
  }

  /** Runs {@code main} in a process of its own, on this store. */
  Process start(Class<?> main, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", QUIET, "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.add(uri);
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Median milliseconds of {@code times} runs. */
  static double median(int times, Supplier<?> action) {
    long[] nanos = new long[times];
    for (int i = 0; i < times; i++) {
      long begun = System.nanoTime();
      action.get();
      nanos[i] = System.nanoTime() - begun;
    }
    Arrays.sort(nanos);
    return nanos[times / 2] / 1e6;
  }

  static void sleep(Duration time) {
    try {
      SLEEPER.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    store.close();
    if (server != null) {
      server.shutdownNow();
    }
  }
}
