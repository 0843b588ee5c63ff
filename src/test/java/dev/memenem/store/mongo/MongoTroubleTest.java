package dev.memenem.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user reads when a MongoDB refuses, for what no test server refuses. */
class MongoTroubleTest {
  private static MongoCommandException refused(int code, String name) {
    return new MongoCommandException(
        BsonDocument.parse(
            "{ok: 0, code: %d, codeName: '%s', errmsg: 'not for me:s3cret'}".formatted(code, name)),
        new ServerAddress("db"));
  }

  @ParameterizedTest
  @CsvSource({
    "13, Unauthorized, the role readWrite",
    "8000, AtlasError, the role readWrite",
    "10107, NotWritablePrimary, no primary",
    "20, IllegalOperation, no primary",
    "26, NamespaceNotFound, reports error 26 (NamespaceNotFound)"
  })
  void everyRefusalIsOneLineWithoutSecrets(int code, String name, String words) {
    String message = Trouble.of(refused(code, name), "mongodb://db/memenem").getMessage();
    assertThat(message).contains("mongodb://db/memenem", words).doesNotContain("s3cret");
    assertThat(message.lines()).hasSize(1);
  }

  @Test
  void whatTheUserHasToMendIsNotWaitedFor() {
    assertThat(Trouble.away(refused(13, "Unauthorized"))).isFalse();
    assertThat(Trouble.away(refused(26, "NamespaceNotFound"))).isFalse();
  }
}
