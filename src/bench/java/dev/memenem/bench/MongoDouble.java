package dev.memenem.bench;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/**
 * A process that stands in for a MongoDB: prints the address at which it answers, until its
 * standard input ends. What a client costs can be measured with it, not how fast a MongoDB is.
 */
public final class MongoDouble {
  private MongoDouble() {}

  public static void main(String[] args) throws java.io.IOException {
    MongoServer server = new MongoServer(new MemoryBackend());
    server.bind("127.0.0.1", Integer.parseInt(args[0]));
    System.out.println(server.getConnectionString() + "/memenem");
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
    server.shutdownNow();
  }
}
