package dev.memenem;

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
import dev.memenem.job.JobRequest;
import dev.memenem.template.Template;
import dev.memenem.template.TemplateCatalog;
import dev.memenem.template.TemplateSearch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who writes captions. */
final class Providers {
  private static final String BUILTIN = "builtin";
  private static final List<String> NAMES =
      List.of(GeminiProvider.NAME, OpenAiProvider.NAME, BUILTIN);

  private final Config config;
  private final Traffic traffic;
  private final Upstreams.Tools tools;
  private final TemplateCatalog catalog;

  Providers(Config config, Traffic traffic, Upstreams.Tools tools, TemplateCatalog catalog) {
    this.config = config;
    this.traffic = traffic;
    this.tools = tools;
    this.catalog = catalog;
  }

  /** What {@code doctor} can say of them without asking. */
  List<Upstream> states() {
    List<Upstream> states = new ArrayList<>();
    for (String name : NAMES) {
      Optional<ChainLink> link = link(name, false, traffic.http());
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
  Optional<String> tryOut(String name) {
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

  /** The chain that writes one job's captions. */
  CaptionChain chain(JobRequest request) {
    List<ChainLink> links = new ArrayList<>();
    List<String> named = request.choice().providers();
    JobRequest.Options options = request.options();
    Http from = traffic.of(options);
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
            tools.cache().get(),
            tools.pacer().get(),
            tools.retries(),
            tools.clock(),
            tools.sleeper()),
        new CaptionChain.Options(
            config.duration(Setting.MEMENEM_TTL_CAPTIONS),
            options.refresh() || options.replay().isPresent()));
  }

  private List<String> settled() {
    List<String> settled = config.list(Setting.MEMENEM_PROVIDERS);
    return settled.isEmpty() ? NAMES : settled;
  }

  /** True when somebody outside would be asked by default. */
  boolean remote() {
    return settled().stream()
        .anyMatch(
            name ->
                link(name, false, request -> traffic.http().send(request))
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
}
