package dev.memenem;

import dev.memenem.batch.BatchProcessor;
import dev.memenem.batch.ChainWriter;
import dev.memenem.batch.JobService;
import dev.memenem.batch.MemeIllustrator;
import dev.memenem.batch.TemplateChooser;
import dev.memenem.batch.Worker;
import dev.memenem.batch.WorkerLauncher;
import dev.memenem.batch.process.ProcessLauncher;
import dev.memenem.batch.process.ThisProcess;
import dev.memenem.cache.Cache;
import dev.memenem.cache.RoutedCache;
import dev.memenem.cache.files.FileCache;
import dev.memenem.cli.Commands;
import dev.memenem.cli.Failures;
import dev.memenem.cli.GlobalOptions;
import dev.memenem.cli.HelpPages;
import dev.memenem.cli.MemenemCommand;
import dev.memenem.cli.PreparedCommand;
import dev.memenem.cli.Services;
import dev.memenem.config.Config;
import dev.memenem.config.Config.Value;
import dev.memenem.config.ConfigException;
import dev.memenem.config.ConfigLoader;
import dev.memenem.config.Places;
import dev.memenem.config.Setting;
import dev.memenem.job.JobStore.Lifetimes;
import dev.memenem.json.Invisible;
import dev.memenem.pace.Sleeper;
import dev.memenem.picture.Fonts;
import dev.memenem.picture.MemeRenderer;
import dev.memenem.picture.PictureFetcher;
import dev.memenem.store.Patience;
import dev.memenem.store.Store;
import dev.memenem.store.StoreUri;
import dev.memenem.store.mongo.MongoStore;
import dev.memenem.store.sqlite.SqliteStore;
import dev.memenem.template.Gathered;
import dev.memenem.template.TemplateCatalog;
import dev.memenem.template.TopicRanking;
import dev.memenem.template.builtin.CatalogueFiles;
import dev.memenem.view.Terminal;
import dev.memenem.virality.ViralityModel;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/**
 * The composition root: the one place that knows which class stands behind which port. Everything
 * is opened when first asked for, and what was opened is closed at the end.
 */
final class App implements Services, AutoCloseable {
  /** What the process was given. */
  record Process(
      Map<String, String> environment,
      InputStream in,
      PrintStream out,
      PrintStream err,
      String terminals,
      Path directory) {}

  private static final Duration SOURCES = Duration.ofSeconds(30);

  private final Process process;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final Terminal terminal;
  private final Patience patience;
  private GlobalOptions global;
  private Config config;
  private Store store;
  private Cache cache;
  private TemplateCatalog catalog;
  private Upstreams upstreams;
  private MemeRenderer renderer;
  private JobService jobs;
  private ViralityModel virality;

  App(Process process, InstantSource clock, Sleeper sleeper) {
    this.process = process;
    this.clock = clock;
    this.sleeper = sleeper;
    patience = new Patience(clock, sleeper);
    terminal =
        new Terminal(process.environment(), process.out(), process.err(), process.terminals());
  }

  /** Runs one command line; the exit code. */
  int run(String[] args) {
    Failures failures = new Failures(process.err(), args);
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      // Asked for by scripts at every start: no command model is built for it.
      process.out().println(Version.text(defaultStore()));
      return 0;
    }
    try {
      Optional<String> help = HelpPages.of(args, terminal.colored());
      if (help.isPresent()) {
        process.out().print(help.get());
        return 0;
      }
      Optional<PreparedCommand> prepared = Commands.prepared(this, args);
      return prepared.isPresent()
          ? execute(prepared.get(), args, failures)
          : execute(Commands.forArguments(this, args), args, failures);
    } catch (RuntimeException e) {
      return failures.handle(e);
    } finally {
      process.out().flush();
    }
  }

  /** What cannot be parsed here is explained by the annotated model. */
  private int execute(PreparedCommand command, String[] args, Failures failures) {
    global = command.global();
    CommandLine line = command.line();
    line.setParameterExceptionHandler(
        (e, all) -> execute(Commands.forArguments(this, args), args, failures));
    line.setExecutionExceptionHandler(failures);
    return line.execute(Commands.normalized(Arrays.copyOfRange(args, 1, args.length)));
  }

  private int execute(CommandLine line, String[] args, Failures failures) {
    global = ((MemenemCommand) line.getCommand()).global();
    line.setOut(new PrintWriter(process.out(), true));
    line.setErr(new PrintWriter(process.err(), true));
    line.getCommandSpec().versionProvider(this::version);
    line.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().versionProvider(this::version));
    line.setParameterExceptionHandler(failures);
    line.setExecutionExceptionHandler(failures);
    return line.execute(Commands.normalized(args));
  }

  private String[] version() {
    return Version.text(defaultStore()).split("\\R");
  }

  /** Where the store is unless an option says otherwise, without opening it. */
  private String defaultStore() {
    String uri = process.environment().getOrDefault("MONGODB_URI", "");
    if (!uri.isBlank()) {
      return StoreUri.parse(uri).shown();
    }
    try {
      return "sqlite:" + Places.of(process.environment()).store();
    } catch (ConfigException e) {
      return "none: " + e.getMessage();
    }
  }

  @Override
  public GlobalOptions global() {
    return global;
  }

  @Override
  public Terminal terminal() {
    terminal.color(Terminal.Color.valueOf(global.color().name()));
    return terminal;
  }

  @Override
  public InputStream in() {
    return process.in();
  }

  @Override
  public Map<String, String> environment() {
    return process.environment();
  }

  @Override
  public Path directory() {
    return process.directory();
  }

  @Override
  public String host() {
    return ThisProcess.host();
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public Sleeper sleeper() {
    return sleeper;
  }

  @Override
  public synchronized Config config() {
    if (config == null) {
      Map<Setting, Value> flags = new EnumMap<>(Setting.class);
      config =
          ConfigLoader.load(
              flags, process.environment(), global.config().map(directory()::resolve));
    }
    return config;
  }

  @Override
  public synchronized Store store() {
    if (store == null) {
      StoreUri uri =
          global
              .store()
              .or(() -> config().text(Setting.MONGODB_URI))
              .map(text -> StoreUri.parse(text))
              .orElseGet(() -> new StoreUri.Sqlite(config().places().store()));
      store = open(uri);
    }
    return store;
  }

  private Store open(StoreUri uri) {
    if (uri instanceof StoreUri.Sqlite sqlite) {
      return SqliteStore.open(sqlite.file(), clock, sleeper, patience);
    }
    return MongoStore.open((StoreUri.Mongo) uri, clock, sleeper, patience);
  }

  @Override
  public Patience patience() {
    return patience;
  }

  @Override
  public synchronized Cache cache() {
    if (cache == null) {
      cache =
          new RoutedCache(
              store().cache(),
              new FileCache(
                  config().places().images(), config().bytes(Setting.MEMENEM_IMAGES_MAX), clock));
    }
    return cache;
  }

  @Override
  public synchronized JobService jobs() {
    if (jobs == null) {
      jobs = new JobService(store().jobs(), lifetimes(), clock);
    }
    return jobs;
  }

  private Lifetimes lifetimes() {
    return new Lifetimes(
        config().duration(Setting.MEMENEM_TTL_JOBS),
        config().duration(Setting.MEMENEM_TTL_RESULTS));
  }

  @Override
  public Worker newWorker() {
    BatchProcessor processor =
        new BatchProcessor(
            new TemplateChooser(
                upstreams().sources()::offer,
                new TopicRanking(),
                template -> pictures(true, false).isAtHand(template)),
            job -> new ChainWriter(upstreams().providers().chain(job.request())),
            this::virality,
            new MemeIllustrator(
                job -> upstreams().pictures(job.request().options()),
                this::renderer,
                host(),
                software()),
            limits(),
            clock);
    return new Worker(
        store().jobs(),
        processor,
        new Worker.Identity(ThisProcess.newOwner(), ThisProcess::isGone),
        lifetimes(),
        clock,
        sleeper,
        this::unexpected);
  }

  private BatchProcessor.Limits limits() {
    return new BatchProcessor.Limits(
        config().integer(Setting.MEMENEM_BATCH_SIZE, 1, 10),
        config().integer(Setting.MEMENEM_MAX_CONCURRENT_BATCHES, 1, 16),
        config().duration(Setting.MEMENEM_JOB_TIMEOUT));
  }

  private void unexpected(RuntimeException e) {
    if (global.verbosity() > 0) {
      e.printStackTrace(process.err());
    }
  }

  private synchronized Upstreams upstreams() {
    if (upstreams == null) {
      upstreams =
          new Upstreams(
              config(),
              process.environment(),
              new Upstreams.Tools(this::cache, () -> store().pacer(), clock, sleeper),
              catalog());
    }
    return upstreams;
  }

  @Override
  public synchronized TemplateCatalog catalog() {
    if (catalog == null) {
      catalog =
          new TemplateCatalog(
              () ->
                  CatalogueFiles.all(
                      config().places().templates(),
                      line -> process.err().println("warning: " + Invisible.strip(line))));
    }
    return catalog;
  }

  @Override
  public Gathered templates(List<String> sources, boolean offline, boolean refresh) {
    return upstreams().sources().gather(sources, offline, refresh, clock.instant().plus(SOURCES));
  }

  @Override
  public PictureFetcher pictures(boolean offline, boolean refresh) {
    return upstreams().pictures(offline, refresh);
  }

  private synchronized MemeRenderer renderer() {
    if (renderer == null) {
      renderer = new MemeRenderer(Fonts.standard());
    }
    return renderer;
  }

  @Override
  public String software() {
    return "memenem " + Version.number();
  }

  @Override
  public WorkerLauncher launcher() {
    return new ProcessLauncher(ownCommand(), workerOptions());
  }

  /**
   * The launcher, which knows what suits a worker; without one, this process's own Java and class
   * path.
   */
  private static List<String> ownCommand() {
    String launcher = System.getProperty("memenem.launcher");
    if (launcher != null) {
      return List.of(launcher);
    }
    String java =
        ProcessHandle.current()
            .info()
            .command()
            .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    return List.of(java, "-cp", System.getProperty("java.class.path"), Main.class.getName());
  }

  private List<String> workerOptions() {
    List<String> options = new ArrayList<>();
    global.store().ifPresent(uri -> options.add("--store=" + uri));
    global.config().ifPresent(file -> options.add("--config=" + directory().resolve(file)));
    for (int i = 0; i < global.verbosity(); i++) {
      options.add("-v");
    }
    return options;
  }

  @Override
  public void traffic(Optional<Path> record, Optional<Path> replay) {
    upstreams()
        .traffic()
        .always(
            record.map(directory()::resolve).map(Path::toString),
            replay.map(directory()::resolve).map(Path::toString));
  }

  @Override
  public synchronized ViralityModel virality() {
    if (virality == null) {
      virality = ViralityModel.load();
    }
    return virality;
  }

  @Override
  public List<Upstream> sources() {
    return upstreams().sources().states();
  }

  @Override
  public List<Upstream> providers() {
    return upstreams().providers().states();
  }

  @Override
  public Optional<String> tryProvider(String name) {
    return upstreams().providers().tryOut(name);
  }

  @Override
  public void checkSettings() {
    lifetimes();
    limits();
    upstreams().providers().states();
    for (Setting setting :
        List.of(
            Setting.MEMENEM_TTL_TEMPLATES,
            Setting.MEMENEM_TTL_CAPTIONS,
            Setting.MEMENEM_TTL_IMAGES,
            Setting.MEMENEM_RATE_LIMIT_DELAY,
            Setting.MEMENEM_TIMEOUT)) {
      config().duration(setting);
    }
    config().bytes(Setting.MEMENEM_IMAGES_MAX);
    config().flag(Setting.MEMENEM_IMAGE_ALLOW_PRIVATE);
  }

  @Override
  public boolean hasRemoteProvider() {
    return upstreams().providers().remote();
  }

  @Override
  public void close() {
    if (store != null) {
      store.close();
    }
  }
}
