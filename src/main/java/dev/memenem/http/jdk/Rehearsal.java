package dev.memenem.http.jdk;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One exchange with ourselves over loopback. The JDK's client loads several hundred classes for its
 * first request; where calls keep a pace, that would make the first one late.
 */
final class Rehearsal {
  private static final byte[] ANSWER =
      "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static boolean played;

  private Rehearsal() {}

  /** Once in a process; a machine that does not allow it loses nothing but the head start. */
  static synchronized void play() {
    if (played) {
      return;
    }
    played = true;
    try (ServerSocket stage = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread partner = new Thread(() -> answer(stage), "http-rehearsal");
      partner.setDaemon(true);
      partner.start();
      URI address = URI.create("http://127.0.0.1:" + stage.getLocalPort() + "/");
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .build()
          .send(
              HttpRequest.newBuilder(address)
                  .timeout(LIMIT)
                  .POST(BodyPublishers.ofString("{}"))
                  .build(),
              BodyHandlers.discarding());
    } catch (IOException e) {
      // no loopback: the first real request is a little late
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(ServerSocket stage) {
    try (Socket partner = stage.accept();
        InputStream in = partner.getInputStream()) {
      in.read(new byte[1024]);
      partner.getOutputStream().write(ANSWER);
      partner.getOutputStream().flush();
    } catch (IOException e) {
      // the other side has given up already
    }
  }
}
