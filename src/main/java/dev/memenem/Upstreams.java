package dev.memenem;

import dev.memenem.cache.Cache;
import dev.memenem.config.Config;
import dev.memenem.config.Setting;
import dev.memenem.http.Http;
import dev.memenem.http.RetryPolicy;
import dev.memenem.job.JobRequest;
import dev.memenem.pace.Pacer;
import dev.memenem.pace.Sleeper;
import dev.memenem.picture.PictureFetcher;
import dev.memenem.template.TemplateCatalog;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Everything that answers from outside, and its stand-ins: sources, providers, pictures. */
final class Upstreams {
  private final Config config;
  private final Tools tools;
  private final Traffic traffic;
  private final Sources sources;
  private final Providers providers;

  /** What upstreams are reached and remembered with; what needs the store opens it. */
  record Tools(Supplier<Cache> cache, Supplier<Pacer> pacer, InstantSource clock, Sleeper sleeper) {

    RetryPolicy retries() {
      return new RetryPolicy(RetryPolicy.Limits.USUAL, clock, sleeper, new SplittableRandom());
    }
  }

  Upstreams(Config config, Map<String, String> environment, Tools tools, TemplateCatalog catalog) {
    this.config = config;
    this.tools = tools;
    traffic = new Traffic(config, environment);
    sources = new Sources(config, traffic, tools, catalog);
    providers = new Providers(config, traffic, tools, catalog);
  }

  Traffic traffic() {
    return traffic;
  }

  Sources sources() {
    return sources;
  }

  Providers providers() {
    return providers;
  }

  PictureFetcher pictures(JobRequest.Options options) {
    return pictures(traffic.of(options), options.offline(), options.refresh());
  }

  PictureFetcher pictures(boolean offline, boolean refresh) {
    return pictures(traffic.http(), offline, refresh);
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
