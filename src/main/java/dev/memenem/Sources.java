package dev.memenem;

import dev.memenem.batch.TemplateChooser.Offer;
import dev.memenem.cli.Services.Upstream;
import dev.memenem.config.Config;
import dev.memenem.config.Setting;
import dev.memenem.http.Http;
import dev.memenem.http.Redaction;
import dev.memenem.job.JobRequest;
import dev.memenem.job.TemplateFailure;
import dev.memenem.pace.Account;
import dev.memenem.template.DiscreetSource;
import dev.memenem.template.Gathered;
import dev.memenem.template.SourceBook;
import dev.memenem.template.SourceBook.Wanted;
import dev.memenem.template.SourceState;
import dev.memenem.template.TemplateCatalog;
import dev.memenem.template.TemplateSource;
import dev.memenem.template.builtin.BuiltinSource;
import dev.memenem.template.imgflip.ImgflipSource;
import dev.memenem.template.knowyourmeme.KnowYourMemeSource;
import dev.memenem.template.reddit.RedditSettings;
import dev.memenem.template.reddit.RedditSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where templates come from. */
final class Sources {
  private final Config config;
  private final Traffic traffic;
  private final Upstreams.Tools tools;
  private final TemplateCatalog catalog;

  Sources(Config config, Traffic traffic, Upstreams.Tools tools, TemplateCatalog catalog) {
    this.config = config;
    this.traffic = traffic;
    this.tools = tools;
    this.catalog = catalog;
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
            tools.retries(),
            config.baseUrl(Setting.MEMENEM_IMGFLIP_BASE_URL),
            timeout,
            tools.clock()),
        new RedditSource(
            from, tools.retries(), tools.pacer().get(), RedditSettings.of(config), tools.clock()),
        new KnowYourMemeSource(
            from,
            tools.pacer().get(),
            new KnowYourMemeSource.Settings(config.baseUrl(Setting.MEMENEM_KYM_BASE_URL), timeout),
            tools.clock(),
            tools.sleeper()),
        new BuiltinSource(catalog));
  }

  private TemplateSource discreet(TemplateSource source) {
    return source.remote() ? new DiscreetSource(source, Redaction.of(traffic.secrets())) : source;
  }

  /** What {@code doctor} can say of them without asking. */
  List<Upstream> states() {
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

  /**
   * Asks them.
   *
   * @param named by the user; empty: those of the settings, else all
   */
  Gathered gather(List<String> named, boolean offline, boolean refresh, Instant deadline) {
    return gather(traffic.http(), named, new Wanted(named, offline, refresh), deadline);
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
            traffic.of(options),
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
}
