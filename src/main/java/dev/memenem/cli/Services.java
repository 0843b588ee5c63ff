package dev.memenem.cli;

import dev.memenem.batch.JobService;
import dev.memenem.batch.Worker;
import dev.memenem.batch.WorkerLauncher;
import dev.memenem.cache.Cache;
import dev.memenem.config.Config;
import dev.memenem.pace.Sleeper;
import dev.memenem.picture.PictureFetcher;
import dev.memenem.store.Patience;
import dev.memenem.store.Store;
import dev.memenem.template.Gathered;
import dev.memenem.template.TemplateCatalog;
import dev.memenem.view.Terminal;
import dev.memenem.virality.ViralityModel;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What commands work with. Everything is opened when first asked for, and only then. */
public interface Services {
  GlobalOptions global();

  Terminal terminal();

  InputStream in();

  /** The variables of the process. */
  Map<String, String> environment();

  /** The directory that relative paths start from. */
  Path directory();

  /** Id of this machine and its process table. */
  String host();

  InstantSource clock();

  Sleeper sleeper();

  Config config();

  Store store();

  /** With a store that is away: none, until a command begins to run jobs. */
  Patience patience();

  /** Every kind of cache, wherever it is kept. */
  Cache cache();

  JobService jobs();

  /** A new worker; each runs one job at a time. */
  Worker newWorker();

  WorkerLauncher launcher();

  /** Upstream traffic is kept in one directory, or comes from another instead of the network. */
  void traffic(Optional<Path> record, Optional<Path> replay);

  ViralityModel virality();

  /** The formats that are known by heart, and the user's own. */
  TemplateCatalog catalog();

  /**
   * Asks the sources.
   *
   * @param sources by name; empty: those of the settings
   */
  Gathered templates(List<String> sources, boolean offline, boolean refresh);

  PictureFetcher pictures(boolean offline, boolean refresh);

  /** Name and version, for the files we write. */
  String software();

  /**
   * Somebody who answers from outside, or stands in for one.
   *
   * @param account its name in the store's memory
   * @param detail one line for {@code doctor}, without secrets
   */
  record Upstream(String name, boolean configured, String account, String detail) {}

  List<Upstream> sources();

  List<Upstream> providers();

  /** Really asks a provider for one caption; why that failed, or nothing. */
  Optional<String> tryProvider(String name);

  /**
   * Reads every setting.
   *
   * @throws dev.memenem.config.ConfigException for the first that cannot be used
   */
  void checkSettings();

  /** True when somebody outside would be asked for captions. */
  boolean hasRemoteProvider();
}
