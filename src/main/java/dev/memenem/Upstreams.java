package dev.memenem;

import dev.memenem.batch.TemplateChooser.Offer;
import dev.memenem.cache.Cache;
import dev.memenem.caption.CaptionAnswer.Cause;
import dev.memenem.caption.CaptionChain;
import dev.memenem.caption.CaptionProvider;
import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.ChainLink;
import dev.memenem.caption.ChainResult;
import dev.memenem.caption.NotAvailable;
import dev.memenem.caption.Style;
import dev.memenem.caption.builtin.BuiltinProvider;
import dev.memenem.caption.gemini.GeminiProvider;
import dev.memenem.caption.openai.OpenAiProvider;
import dev.memenem.caption.openai.OpenAiSettings;
import dev.memenem.cli.Services.Upstream;
import dev.memenem.config.Config;
import dev.memenem.config.Setting;
import dev.memenem.http.Http;
import dev.memenem.http.RecordingHttp;
import dev.memenem.http.Redaction;
import dev.memenem.http.ReplayHttp;
import dev.memenem.http.RetryPolicy;
import dev.memenem.http.jdk.JdkHttp;
import dev.memenem.job.JobRequest;
import dev.memenem.job.TemplateFailure;
import dev.memenem.pace.Account;
import dev.memenem.pace.Pacer;
import dev.memenem.pace.Sleeper;
import dev.memenem.picture.PictureFetcher;
import dev.memenem.template.DiscreetSource;
import dev.memenem.template.Gathered;
import dev.memenem.template.SourceBook;
import dev.memenem.template.SourceBook.Wanted;
import dev.memenem.template.SourceState;
import dev.memenem.template.Template;
import dev.memenem.template.TemplateCatalog;
import dev.memenem.template.TemplateSearch;
import dev.memenem.template.TemplateSource;
import dev.memenem.template.builtin.BuiltinSource;
import dev.memenem.template.imgflip.ImgflipSource;
import dev.memenem.template.knowyourmeme.KnowYourMemeSource;
import dev.memenem.template.reddit.RedditSettings;
import dev.memenem.template.reddit.RedditSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Everything that answers from outside, and its stand-ins: sources, providers, pictures. */
final class Upstreams {
  private static final String BUILTIN = "builtin";
  private static final List<String> PROVIDERS =
      List.of(GeminiProvider.NAME, OpenAiProvider.NAME, BUILTIN);

  private final Config config;
  private final Map<String, String> environment;
  private final Tools tools;
  private final TemplateCatalog catalog;
  private Http http;

  /** What upstreams are reached and remembered with; what needs the store opens it. */
  record Tools(
      Supplier<Cache> cache, Supplier<Pacer> pacer, InstantSource clock, Sleeper sleeper) {}

  Upstreams(Config config, Map<String, String> environment, Tools tools, TemplateCatalog catalog) {
    this.config = config;
    this.environment = environment;
    this.tools = tools;
    this.catalog = catalog;
  }

  synchronized Http http() {
    if (http == null) {
      http = new JdkHttp(environment);
    }
    return http;
  }

  /** One that keeps what upstreams answer, or one that answers from what was kept. */
  private Http http(Optional<String> record, Optional<String> replay) {
    if (replay.isPresent()) {
      return new ReplayHttp(Path.of(replay.get()), secrets());
    }
    return record
        .map(directory -> (Http) new RecordingHttp(http(), Path.of(directory), secrets()))
        .orElseGet(this::http);
  }

  /** From now on the traffic of every job is kept or played back, whatever the job itself says. */
  synchronized void traffic(Optional<String> record, Optional<String> replay) {
    http = http(record, replay);
  }

  private List<String> secrets() {
    return Arrays.stream(Setting.values())
        .filter(Setting::secret)
        .flatMap(setting -> config.text(setting).stream())
        .toList();
  }

  private RetryPolicy retries() {
    return new RetryPolicy(
        RetryPolicy.Limits.USUAL, tools.clock(), tools.sleeper(), new SplittableRandom());
  }

  /**
   * In the order in which their templates are listed.
   *
   * @param offline without those that need the network, and the store for what they answered
   */
  private List<TemplateSource> sources(Http from, boolean offline) {
    if (offline) {
      return List.of(new BuiltinSource(catalog));
    }
    Duration timeout = config.duration(Setting.MEMENEM_TIMEOUT);
    return List.of(
        new ImgflipSource(
            from,
            retries(),
            config.baseUrl(Setting.MEMENEM_IMGFLIP_BASE_URL),
            timeout,
            tools.clock()),
        new RedditSource(
            from, retries(), tools.pacer().get(), RedditSettings.of(config), tools.clock()),
        new KnowYourMemeSource(
            from,
            tools.pacer().get(),
            new KnowYourMemeSource.Settings(config.baseUrl(Setting.MEMENEM_KYM_BASE_URL), timeout),
            tools.clock(),
            tools.sleeper()),
        new BuiltinSource(catalog));
  }

  private TemplateSource discreet(TemplateSource source) {
    return source.remote() ? new DiscreetSource(source, Redaction.of(secrets())) : source;
  }

  /** What {@code doctor} can say of the sources without asking them. */
  List<Upstream> sourceStates() {
    boolean reddit = RedditSettings.of(config).isPresent();
    return List.of(
        new Upstream(
            ImgflipSource.NAME,
            true,
            ImgflipSource.NAME,
            config.baseUrl(Setting.MEMENEM_IMGFLIP_BASE_URL).toString()),
        new Upstream(
            RedditSource.NAME,
            reddit,
            config
                .text(Setting.REDDIT_CLIENT_ID)
                .map(id -> Account.of(RedditSource.NAME, id))
                .orElse(RedditSource.NAME),
            reddit
                ? config.baseUrl(Setting.MEMENEM_REDDIT_API_BASE_URL).toString()
                : "REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET are not set"),
        new Upstream(
            KnowYourMemeSource.NAME,
            true,
            KnowYourMemeSource.NAME,
            config.baseUrl(Setting.MEMENEM_KYM_BASE_URL).toString()));
  }

  /** And of the providers. */
  List<Upstream> providerStates() {
    List<Upstream> states = new ArrayList<>();
    for (String name : PROVIDERS) {
      Optional<ChainLink> link = link(name, false, http());
      states.add(
          new Upstream(
              name,
              link.isPresent(),
              link.map(ChainLink::account).orElse(name),
              link.map(l -> l.model().isEmpty() ? "ready" : "model " + l.model())
                  .orElseGet(() -> ((NotAvailable) notAvailable(name, false)).detail())));
    }
    return states;
  }

  /** Asks one provider for one caption on a harmless topic, past every cache. */
  Optional<String> tryProvider(String name) {
    JobRequest request =
        new JobRequest(
            "Monday mornings",
            Style.WHOLESOME,
            1,
            1,
            new JobRequest.Choice(List.of(), List.of(), List.of(name)),
            new JobRequest.Options(false, true, false, 1, Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Template template = TemplateSearch.mostPopular(catalog.templates()).get(0);
    ChainResult result =
        chain(request)
            .fill(
                new CaptionRequest(
                    request.topic(),
                    request.style(),
                    List.of(new CaptionRequest.Order(template, 1, List.of())),
                    1,
                    tools.clock().instant().plus(config.duration(Setting.MEMENEM_TIMEOUT))),
                () -> false);
    return result.missing().values().stream().findFirst().map(ChainResult.Missing::reason);
  }

  /**
   * Asks the sources.
   *
   * @param named by the user; empty: those of the settings, else all
   */
  Gathered gather(List<String> named, boolean offline, boolean refresh, Instant deadline) {
    return gather(http(), named, new Wanted(named, offline, refresh), deadline);
  }

  private Gathered gather(Http from, List<String> named, Wanted how, Instant deadline) {
    List<String> wanted = named.isEmpty() ? config.list(Setting.MEMENEM_SOURCES) : named;
    SourceBook book =
        new SourceBook(
            sources(from, how.offline()).stream().map(this::discreet).toList(),
            new SourceBook.Tools(tools.cache(), tools.clock(), catalog::enrich),
            SourceBook.Times.of(config.duration(Setting.MEMENEM_TTL_TEMPLATES)));
    return book.gather(new Wanted(wanted, how.offline(), how.refresh()), deadline);
  }

  /** What a job can choose from. */
  Offer offer(JobRequest request, Instant deadline) {
    JobRequest.Options options = request.options();
    List<String> named = request.choice().sources();
    Gathered gathered =
        gather(
            http(options.record(), options.replay()),
            named,
            new Wanted(named, options.offline(), options.refresh() || options.replay().isPresent()),
            deadline);
    List<TemplateFailure> failures = new ArrayList<>();
    if (gathered.templates().isEmpty()) {
      failures.add(nothing(gathered, request.options().offline()));
    }
    return new Offer(gathered.templates(), failures, gathered.warnings());
  }

  private static TemplateFailure nothing(Gathered gathered, boolean offline) {
    if (gathered.reports().isEmpty()) {
      return new TemplateFailure(
          "",
          "templates",
          offline
              ? "the sources asked for need the network, and --offline was given"
              : "no source was asked; name one with --source",
          TemplateFailure.Cause.UPSTREAM);
    }
    List<String> reasons =
        gathered.reports().stream()
            .filter(report -> report.state() != SourceState.OK)
            .map(report -> report.source() + ": " + report.detail())
            .toList();
    return new TemplateFailure(
        "",
        "templates",
        reasons.isEmpty() ? "the sources have no templates now" : String.join("; ", reasons),
        gathered.needsCredentials()
            ? TemplateFailure.Cause.CREDENTIALS
            : TemplateFailure.Cause.UPSTREAM);
  }

  /** The chain that writes one job's captions. */
  CaptionChain chain(JobRequest request) {
    List<ChainLink> links = new ArrayList<>();
    List<String> named = request.choice().providers();
    JobRequest.Options options = request.options();
    Http from = http(options.record(), options.replay());
    for (String name : named.isEmpty() ? settled() : named) {
      links.add(
          link(name, options.offline(), from)
              .orElseGet(() -> ChainLink.local(notAvailable(name, options.offline()))));
    }
    if (named.isEmpty()) {
      boolean any = links.stream().anyMatch(link -> !(link.provider() instanceof NotAvailable));
      links.removeIf(link -> any && link.provider() instanceof NotAvailable);
    }
    return new CaptionChain(
        links,
        new CaptionChain.Tools(
            tools.cache().get(), tools.pacer().get(), retries(), tools.clock(), tools.sleeper()),
        new CaptionChain.Options(
            config.duration(Setting.MEMENEM_TTL_CAPTIONS),
            options.refresh() || options.replay().isPresent()));
  }

  private List<String> settled() {
    List<String> settled = config.list(Setting.MEMENEM_PROVIDERS);
    return settled.isEmpty() ? PROVIDERS : settled;
  }

  /** True when somebody outside would be asked by default. */
  boolean remote() {
    return settled().stream()
        .anyMatch(
            name ->
                link(name, false, request -> http().send(request))
                    .filter(l -> l.provider().remote())
                    .isPresent());
  }

  private Optional<ChainLink> link(String name, boolean offline, Http from) {
    if (name.equals(BUILTIN)) {
      return Optional.of(ChainLink.local(builtin()));
    }
    if (offline) {
      return Optional.empty();
    }
    Duration delay = spacing();
    if (name.equals(GeminiProvider.NAME)) {
      return GeminiProvider.Settings.of(config)
          .map(settings -> new GeminiProvider(from, settings, tools.clock()).link(delay));
    }
    if (name.equals(OpenAiProvider.NAME)) {
      return OpenAiSettings.of(config).map(settings -> openAi(from, settings, delay));
    }
    return Optional.empty();
  }

  /**
   * The delay that was set and a twentieth more: a call reaches its upstream a little after its
   * turn, now sooner and now later, and no two may arrive closer than the user said.
   */
  private Duration spacing() {
    Duration delay = config.duration(Setting.MEMENEM_RATE_LIMIT_DELAY);
    return delay.plus(delay.dividedBy(20));
  }

  /** A server on this machine has no quota, so it is only paced when the user says so. */
  private ChainLink openAi(Http from, OpenAiSettings settings, Duration delay) {
    boolean told =
        !config.values().get(Setting.MEMENEM_RATE_LIMIT_DELAY).origin().equals("default");
    return new OpenAiProvider(from, settings, tools.pacer().get(), tools.clock())
        .link(settings.isLocal() && !told ? Duration.ZERO : delay);
  }

  private CaptionProvider builtin() {
    return new BuiltinProvider();
  }

  private static CaptionProvider notAvailable(String name, boolean offline) {
    if (offline) {
      return new NotAvailable(
          name, Cause.UNAVAILABLE, "needs the network, and --offline was given");
    }
    return switch (name) {
      case GeminiProvider.NAME ->
          new NotAvailable(name, Cause.CREDENTIALS, "GEMINI_API_KEY is not set; give it a key");
      case OpenAiProvider.NAME ->
          new NotAvailable(
              name,
              Cause.CREDENTIALS,
              "neither OPENAI_API_KEY nor OPENAI_BASE_URL is set; give it one of them");
      default ->
          new NotAvailable(
              name,
              Cause.CREDENTIALS,
              "there is no such provider; MEMENEM_PROVIDERS takes gemini, openai and builtin");
    };
  }

  PictureFetcher pictures(JobRequest.Options options) {
    return pictures(http(options.record(), options.replay()), options.offline(), options.refresh());
  }

  PictureFetcher pictures(boolean offline, boolean refresh) {
    return pictures(http(), offline, refresh);
  }

  private PictureFetcher pictures(Http from, boolean offline, boolean refresh) {
    return new PictureFetcher(
        from,
        tools.cache().get(),
        tools.clock(),
        new PictureFetcher.Rules(
            config.duration(Setting.MEMENEM_TIMEOUT),
            config.duration(Setting.MEMENEM_TTL_IMAGES),
            config.flag(Setting.MEMENEM_IMAGE_ALLOW_PRIVATE),
            offline,
            refresh));
  }
}
