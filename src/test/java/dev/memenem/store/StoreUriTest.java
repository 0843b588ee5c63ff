package dev.memenem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A store is named by a URI, and whoever reads over a shoulder learns no password. */
class StoreUriTest {
  @Test
  void aFileIsTheEmbeddedStore() {
    assertThat(StoreUri.parse("sqlite:/data/../var/memes.db"))
        .isEqualTo(new StoreUri.Sqlite(Path.of("/var/memes.db")));
    assertThat(StoreUri.parse("sqlite:memes.db").shown())
        .isEqualTo("sqlite:" + Path.of("memes.db").toAbsolutePath());
  }

  @ParameterizedTest
  @CsvSource({
    "mongodb://localhost:27017,mongodb://localhost:27017",
    "mongodb://me:s3cret@db:27017/memes,mongodb://db:27017/memes",
    "mongodb+srv://me:s3cret@cluster.example.net/?tls=true,mongodb+srv://cluster.example.net/",
    "'mongodb://me:s3cret@a:1,b:2/m?authSource=admin','mongodb://a:1,b:2/m'",
    "mongodb://me:s3cret@db/?tlsCertificateKeyFilePassword=s3cret,mongodb://db/",
    "mongodb://me:p@s3cret/s3cret@db/m,mongodb://db/m",
    "mongodb://me:s3cret/?s3cret@db/m,mongodb://db/m"
  })
  void credentialsAreNeverShown(String uri, String shown) {
    StoreUri store = StoreUri.parse(uri);
    assertThat(store.shown()).isEqualTo(shown);
    assertThat(store.toString()).doesNotContain("s3cret");
    assertThat(store).isEqualTo(new StoreUri.Mongo(uri));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sqlite:", "memes.db", "postgres://me:s3cret@db", "mongodb:/x:s3cret"})
  void anythingElseIsRefusedWithoutRepeatingIt(String uri) {
    assertThatThrownBy(() -> StoreUri.parse(uri))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("sqlite:PATH")
        .hasMessageNotContaining("s3cret");
  }
}
