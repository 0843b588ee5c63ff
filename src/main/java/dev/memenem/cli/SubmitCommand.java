package dev.memenem.cli;

import dev.memenem.batch.JobService;
import dev.memenem.caption.Style;
import dev.memenem.config.ConfigException;
import dev.memenem.config.Setting;
import dev.memenem.job.InvalidRequest;
import dev.memenem.job.Job;
import dev.memenem.job.JobRequest;
import dev.memenem.job.JobRequest.Choice;
import dev.memenem.job.JobRequest.Options;
import dev.memenem.job.JobRequest.Pictures;
import dev.memenem.job.JobState;
import dev.memenem.job.JobStore.Recorded;
import dev.memenem.view.JobDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code submit}: makes a job and runs it here, detached, or leaves it to any worker. */
@Command(
    name = "submit",
    description = "Makes memes on a topic: records a job and runs it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  memenem submit \"Monday morning meetings\"",
      "  memenem submit \"code review\" --style corporate-irony -t 3 -n 2 -o json",
      "  id=$(memenem submit \"cats\" -d -q) && memenem status \"$id\" --wait",
      "  memenem submit --file topics.txt --key \"$(date +%%F)\" -o ndjson",
      "  memenem submit -- \"-40 degrees\""
    })
public final class SubmitCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TOPIC",
      description = "What the memes are about, 1 to 200 characters; - reads it from stdin.")
  String topic;

  @Option(
      names = "--file",
      paramLabel = "F",
      order = 1,
      description =
          "One topic a line, one job each, in turn; - is stdin. Empty lines and lines that begin"
              + " with # are skipped.")
  String file;

  @Option(
      names = {"-s", "--style"},
      paramLabel = "STYLE",
      order = 2,
      converter = Names.StyleConverter.class,
      completionCandidates = Names.Styles.class,
      description =
          "Humour: sarcastic (default), gen_z_slang, wholesome, dark_humor or corporate_irony.")
  Style style;

  @Option(
      names = {"-t", "--max-templates"},
      paramLabel = "N",
      order = 3,
      defaultValue = "5",
      description = "How many templates, 1 to 10 (default: ${DEFAULT-VALUE}).")
  int maxTemplates;

  @Option(
      names = {"-n", "--variations"},
      paramLabel = "N",
      order = 4,
      defaultValue = "4",
      description = "How many captions for each template, 1 to 6 (default: ${DEFAULT-VALUE}).")
  int variations;

  @Option(
      names = "--template",
      paramLabel = "ID",
      order = 5,
      description = "Use this template: an id, its beginning, or a name. Repeatable.")
  List<String> templates = List.of();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      order = 6,
      converter = Names.SourceConverter.class,
      completionCandidates = Names.Sources.class,
      description =
          "Take templates only from builtin, imgflip, reddit or knowyourmeme. Repeatable.")
  List<String> sources = List.of();

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      order = 7,
      converter = Names.ProviderConverter.class,
      completionCandidates = Names.Providers.class,
      description =
          "Let only gemini, openai or builtin write the captions, in the order given. Repeatable.")
  List<String> providers = List.of();

  @Option(
      names = {"-d", "--detach"},
      order = 8,
      description = "Run the job in a process of its own, print the job's id and return.")
  boolean detach;

  @Option(
      names = "--queue",
      order = 9,
      description = "Only record the job: any 'memenem worker' takes it.")
  boolean queue;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      arity = "0..1",
      order = 10,
      fallbackValue = "",
      description =
          "Draw the memes into DIR (written --images=DIR; default: ./memenem-<short id>/).")
  Optional<String> images = Optional.empty();

  @Option(
      names = "--best",
      order = 11,
      description = "Draw only the best variation of each template.")
  boolean best;

  @Option(names = "--force", order = 12, description = "Overwrite pictures that exist.")
  boolean force;

  @Option(names = "--offline", order = 13, description = "Touch no network.")
  boolean offline;

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 14,
      description = "Make every free choice of the built-in captions from this number.")
  Optional<Long> seed = Optional.empty();

  @Option(names = "--refresh", order = 15, description = "Do not read caches.")
  boolean refresh;

  @Option(
      names = "--strict",
      order = 16,
      description = "End with 6 when a part of the result is missing.")
  boolean strict;

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      order = 17,
      description = "A label to find the job by in 'memenem status --label'.")
  Optional<String> label = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "K",
      order = 18,
      description =
          "Idempotency: the same key returns the same job. With --file line n has the key K:n.")
  Optional<String> key = Optional.empty();

  @Option(
      names = "--record",
      paramLabel = "DIR",
      order = 19,
      description = "Keep what upstreams answer in DIR, without secrets.")
  Optional<Path> record = Optional.empty();

  @Option(
      names = "--replay",
      paramLabel = "DIR",
      order = 20,
      description = "Answer from a recording in DIR instead of the network.")
  Optional<Path> replay = Optional.empty();

  @Spec CommandSpec spec;

  private final Services services;

  public SubmitCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    if (detach && queue) {
      throw new ParameterException(
          spec.commandLine(), "--detach and --queue exclude each other; choose one");
    }
    if (best && images.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--best goes with --images");
    }
    List<Order> orders = orders();
    JobRun run = new JobRun(services);
    if (detach || queue) {
      return elsewhere(orders, run);
    }
    return file == null ? here(orders.get(0), run) : hereInTurn(orders, run);
  }

  private int here(Order order, JobRun run) {
    JobRun.Ended ended = runHere(record(order), run);
    run.printEnded(ended.job());
    return ended.exitCode();
  }

  private int hereInTurn(List<Order> orders, JobRun run) {
    List<Job> jobs = new ArrayList<>();
    int worst = 0;
    for (Order order : orders) {
      JobRun.Ended ended = runHere(record(order), run);
      jobs.add(ended.job());
      worst = Math.max(worst, ended.exitCode());
      if (services.global().output() == OutputFormat.TABLE) {
        run.printEnded(ended.job());
      }
      if (worst >= ExitCode.INTERRUPTED.code()) {
        break;
      }
    }
    if (services.global().output() == OutputFormat.JSON) {
      new Printer(services)
          .document(JobDocument.list(jobs.stream().map(JobDocument::of).toList()), screen -> "");
    }
    return worst;
  }

  /** A key may have found a job that has ended: it is shown as it is. */
  private JobRun.Ended runHere(Job job, JobRun run) {
    if (!job.state().ended()) {
      return run.here(job);
    }
    if (services.global().output() == OutputFormat.NDJSON) {
      try (Watcher watcher = new Watcher(services)) {
        watcher.done(job);
      }
    }
    return new JobRun.Ended(job, job.outcome().map(Job.Outcome::exitCode).orElse(0));
  }

  private int elsewhere(List<Order> orders, JobRun run) {
    List<Job> jobs = orders.stream().map(this::record).toList();
    List<Job> waiting = jobs.stream().filter(job -> job.state() == JobState.QUEUED).toList();
    if (detach && !waiting.isEmpty()) {
      run.detached(waiting);
    }
    for (Job job : jobs) {
      run.printSubmitted(job, message(job));
    }
    return 0;
  }

  private String message(Job job) {
    if (job.state().ended()) {
      return "the job with this key has ended; 'memenem status %s' shows it"
          .formatted(job.shortId());
    }
    if (queue && services.jobs().waitsForWorker(job)) {
      return "queued; " + JobRun.noWorker();
    }
    return "'memenem status %s --watch' shows how it goes on".formatted(job.shortId());
  }

  private Job record(Order order) {
    Recorded recorded = services.jobs().submit(order.id(), order.request());
    if (!recorded.created()) {
      new Printer(services)
          .detail(
              "the key '%s' belongs to job %s"
                  .formatted(order.request().key().orElse(""), recorded.job().shortId()));
    }
    return recorded.job();
  }

  /** One job to record. */
  private record Order(String id, JobRequest request) {}

  /** All of them are checked before the first is recorded. */
  private List<Order> orders() {
    if ((topic == null) == (file == null)) {
      throw new ParameterException(
          spec.commandLine(),
          topic == null
              ? "say what the memes are about: memenem submit \"Monday morning meetings\""
              : "a topic and --file exclude each other; choose one");
    }
    if (file == null) {
      return List.of(order(topic.equals("-") ? read("-").strip() : topic, key));
    }
    List<Order> orders = new ArrayList<>();
    int number = 0;
    for (String line : read(file).lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int at = number;
      try {
        orders.add(order(line, key.map(k -> k + ":" + at)));
      } catch (InvalidRequest e) {
        throw new InvalidRequest("%s, line %d: %s".formatted(file, number, e.getMessage()));
      }
    }
    if (orders.isEmpty()) {
      throw new InvalidRequest(file + " has no topic; write one a line");
    }
    return orders;
  }

  private String read(String name) {
    try {
      byte[] bytes =
          name.equals("-")
              ? services.in().readAllBytes()
              : Files.readAllBytes(services.directory().resolve(name));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException e) {
      throw new Failures.Failure(
          ExitCode.USAGE, "cannot read %s; is the path right?".formatted(name));
    }
  }

  private Order order(String text, Optional<String> jobKey) {
    String id = JobService.newId();
    Options options =
        new Options(
            offline,
            refresh,
            strict,
            seed.orElseGet(() -> (long) new SecureRandom().nextInt(Integer.MAX_VALUE)),
            record.map(this::absolute),
            replay.map(this::absolute));
    return new Order(
        id,
        new JobRequest(
            text,
            style == null ? defaultStyle() : style,
            maxTemplates,
            variations,
            new Choice(templates, sources, providers),
            options,
            label,
            jobKey,
            images.map(directory -> pictures(directory, id))));
  }

  private Style defaultStyle() {
    String name = services.config().text(Setting.MEMENEM_STYLE).orElseThrow();
    try {
      return new Names.StyleConverter().convert(name);
    } catch (TypeConversionException e) {
      throw new ConfigException("MEMENEM_STYLE: " + e.getMessage());
    }
  }

  private Pictures pictures(String directory, String id) {
    String name = directory.isEmpty() ? "memenem-" + id.substring(0, 8) : directory;
    return new Pictures(absolute(Path.of(name)), best, force, services.host());
  }

  private String absolute(Path path) {
    return services.directory().resolve(path).normalize().toString();
  }
}
