package dev.memenem.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memenem.config.Config.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void anEmptyHome() {
    environment.put("MEMENEM_HOME", home.toString());
  }

  private Config load() {
    return ConfigLoader.load(Map.of(), environment, Optional.empty());
  }

  private void file(String text) throws IOException {
    Path file = home.resolve("config/config.properties");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void withNothingSetTheDefaultsHold() {
    Config config = load();
    assertThat(config.duration(Setting.MEMENEM_RATE_LIMIT_DELAY)).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.integer(Setting.MEMENEM_BATCH_SIZE, 1, 10)).isEqualTo(2);
    assertThat(config.bytes(Setting.MEMENEM_IMAGES_MAX)).isEqualTo(500_000_000);
    assertThat(config.text(Setting.GEMINI_API_KEY)).isEmpty();
    assertThat(config.places().store()).isEqualTo(home.resolve("data/memenem.db"));
  }

  @Test
  void aFlagBeatsTheEnvironmentWhichBeatsTheFile() throws IOException {
    file("MEMENEM_BATCH_SIZE=3\nMEMENEM_TIMEOUT=5s\n");
    assertThat(load().integer(Setting.MEMENEM_BATCH_SIZE, 1, 10)).isEqualTo(3);
    environment.put("MEMENEM_BATCH_SIZE", "4");
    assertThat(load().integer(Setting.MEMENEM_BATCH_SIZE, 1, 10)).isEqualTo(4);
    Config config =
        ConfigLoader.load(
            Map.of(Setting.MEMENEM_BATCH_SIZE, new Value("5", "a flag")),
            environment,
            Optional.empty());
    assertThat(config.integer(Setting.MEMENEM_BATCH_SIZE, 1, 10)).isEqualTo(5);
    assertThat(config.values().get(Setting.MEMENEM_BATCH_SIZE).origin()).isEqualTo("a flag");
    assertThat(config.values().get(Setting.MEMENEM_TIMEOUT).origin()).endsWith("config.properties");
    assertThat(config.values().get(Setting.MEMENEM_TTL_JOBS).origin()).isEqualTo("default");
  }

  @Test
  void aSecretMayComeFromAFile() throws IOException {
    Path secret = Files.writeString(home.resolve("key"), "s3cret\n");
    environment.put("GEMINI_API_KEY_FILE", secret.toString());
    assertThat(load().text(Setting.GEMINI_API_KEY)).contains("s3cret");
    environment.put("GEMINI_API_KEY_FILE", home.resolve("nowhere").toString());
    assertThatThrownBy(this::load)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("GEMINI_API_KEY_FILE");
  }

  @Test
  void aWrongValueIsNamedWithItsOrigin() {
    environment.put("MEMENEM_BATCH_SIZE", "many");
    Config config = load();
    assertThatThrownBy(() -> config.integer(Setting.MEMENEM_BATCH_SIZE, 1, 10))
        .hasMessage(
            "MEMENEM_BATCH_SIZE (environment): \"many\" is not a whole number from 1 to 10");
  }

  @Test
  void aWrongSecretIsNotShown() {
    environment.put("MONGODB_URI", "mongodb://u:hunter2@db");
    Config config = load();
    assertThatThrownBy(() -> config.duration(Setting.MONGODB_URI))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
  }

  @Test
  void aMistypedSettingInTheFileIsNotSilentlyIgnored() throws IOException {
    file("MEMENEM_BATCHSIZE=3\n");
    assertThatThrownBy(this::load)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("MEMENEM_BATCHSIZE");
  }

  @Test
  void aFileNamedByTheUserMustBeThere() {
    assertThatThrownBy(
            () ->
                ConfigLoader.load(
                    Map.of(), environment, Optional.of(home.resolve("none.properties"))))
        .isInstanceOf(ConfigException.class);
  }

  @Test
  void relativeXdgPathsAreIgnored() {
    Places places = Places.of(Map.of("HOME", "/home/ann", "XDG_DATA_HOME", "data"));
    assertThat(places.data()).isEqualTo(Path.of("/home/ann/.local/share/memenem"));
    assertThat(Places.of(Map.of("HOME", "/home/ann", "XDG_STATE_HOME", "/s")).logs())
        .isEqualTo(Path.of("/s/memenem/logs"));
  }

  @Test
  void whoHasNoHomeIsToldWhatToSet() {
    assertThat(Places.home("/home/ann", "?")).isEqualTo(Path.of("/home/ann"));
    assertThat(Places.home("", "/home/ann")).isEqualTo(Path.of("/home/ann"));
    assertThatThrownBy(() -> Places.home("", "?"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("MEMENEM_HOME");
  }

  @ParameterizedTest
  @CsvSource({"500ms,500", "2s,2000", "10m,600000", "12h,43200000", "7d,604800000", "3,3000"})
  void durationsAsPeopleWriteThem(String text, long millis) {
    assertThat(Durations.parse(text)).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "-2s", "2 weeks", "1.5s", "99999999999s", "2s3m"})
  void whatIsNoDurationIsNone(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }
}
