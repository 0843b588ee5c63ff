package dev.memenem;

import dev.memenem.config.Config;
import dev.memenem.config.Setting;
import dev.memenem.http.Http;
import dev.memenem.http.RecordingHttp;
import dev.memenem.http.ReplayHttp;
import dev.memenem.http.jdk.JdkHttp;
import dev.memenem.job.JobRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way out: over the network, kept in a recording, or played back from one. */
final class Traffic {
  private final Config config;
  private final Map<String, String> environment;
  private Http http;

  Traffic(Config config, Map<String, String> environment) {
    this.config = config;
    this.environment = environment;
  }

  synchronized Http http() {
    if (http == null) {
      http = new JdkHttp(environment);
    }
    return http;
  }

  /** The way of one job's requests. */
  Http of(JobRequest.Options options) {
    return of(options.record(), options.replay());
  }

  /** One that keeps what upstreams answer, or one that answers from what was kept. */
  private Http of(Optional<String> record, Optional<String> replay) {
    if (replay.isPresent()) {
      return new ReplayHttp(Path.of(replay.get()), secrets());
    }
    return record
        .map(directory -> (Http) new RecordingHttp(http(), Path.of(directory), secrets()))
        .orElseGet(this::http);
  }

  /** From now on the traffic of every job is kept or played back, whatever the job itself says. */
  synchronized void always(Optional<String> record, Optional<String> replay) {
    http = of(record, replay);
  }

  /** Every secret of the settings: no answer may show one. */
  List<String> secrets() {
    return Arrays.stream(Setting.values())
        .filter(Setting::secret)
        .flatMap(setting -> config.text(setting).stream())
        .toList();
  }
}
