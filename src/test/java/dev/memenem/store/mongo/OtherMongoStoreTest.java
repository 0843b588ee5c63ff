package dev.memenem.store.mongo;

import com.mongodb.ConnectionString;
import dev.memenem.store.StoreUri;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract against a server that somebody else has started. */
@EnabledIfEnvironmentVariable(named = "MEMENEM_TEST_MONGODB_URI", matches = "mongodb.*")
class OtherMongoStoreTest extends MongoStoreContract {
  @Override
  protected StoreUri.Mongo database(String name) {
    String uri = System.getenv("MEMENEM_TEST_MONGODB_URI");
    ConnectionString connection = new ConnectionString(uri);
    String hosts = String.join(",", connection.getHosts());
    int end = uri.indexOf(hosts) + hosts.length();
    String rest = uri.substring(end).replaceFirst("^/[^?]*", "");
    return new StoreUri.Mongo(uri.substring(0, end) + "/" + name + rest);
  }
}
