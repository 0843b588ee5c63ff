package dev.memenem.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * An upstream on loopback that answers by script and misbehaves when told. A request that no script
 * expects is an error of the test: {@link #close} throws.
 */
public final class ScriptedServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Map<String, Deque<Reply>> scripts = new ConcurrentHashMap<>();
  private final Map<String, Reply> standing = new ConcurrentHashMap<>();
  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  private final List<String> unexpected = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch over = new CountDownLatch(1);

  /** One request as it arrived; {@code path} with its query, header names in lower case. */
  public record Received(String method, String path, Map<String, String> headers, String body) {}

  /** How the connection ends. */
  public enum Manner {
    WHOLE,
    /** Announces more than it sends. */
    CUT,
    /** Sends nothing until the server closes. */
    SILENT,
    /** Hangs up without a byte. */
    HANG_UP,
    /** Not HTTP at all. */
    GIBBERISH,
    /** Sends the head and then nothing more until the server closes. */
    STALLED_BODY
  }

  public record Reply(int status, Map<String, String> headers, String body, Manner manner) {
    public static Reply json(int status, String body) {
      return new Reply(status, Map.of("Content-Type", "application/json"), body, Manner.WHOLE);
    }

    public static Reply html(int status, String body) {
      return new Reply(status, Map.of("Content-Type", "text/html"), body, Manner.WHOLE);
    }

    public static Reply ok(String body) {
      return json(200, body);
    }

    public static Reply failing(Manner manner) {
      return new Reply(200, Map.of(), "{\"half\":", manner);
    }

    public Reply with(String header, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Reply(status, more, body, manner);
    }
  }

  private ScriptedServer(ServerSocket socket) {
    this.socket = socket;
  }

  public static ScriptedServer start() {
    try {
      ScriptedServer server =
          new ScriptedServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      daemon(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** The address without a trailing slash. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** Answers the next requests of this method and path (query left out), each once, in order. */
  public ScriptedServer next(String method, String path, Reply... replies) {
    scripts.computeIfAbsent(method + " " + path, k -> new ArrayDeque<>()).addAll(List.of(replies));
    return this;
  }

  /** Answers every further request of this method and path. */
  public ScriptedServer always(String method, String path, Reply reply) {
    standing.put(method + " " + path, reply);
    return this;
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  public long received(String path) {
    return received().stream().filter(r -> r.path().split("\\?")[0].equals(path)).count();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        daemon(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Received request = read(new BufferedInputStream(connection.getInputStream()));
      if (request == null) {
        return;
      }
      received.add(request);
      answer(reply(request), connection.getOutputStream());
    } catch (IOException e) {
      // the other side hung up, which some tests want
    }
  }

  private Reply reply(Received request) {
    String key = request.method() + " " + request.path().split("\\?")[0];
    Deque<Reply> script = scripts.getOrDefault(key, new ArrayDeque<>());
    Reply next;
    synchronized (script) {
      next = script.poll();
    }
    if (next == null) {
      next = standing.get(key);
    }
    if (next == null) {
      unexpected.add(key);
      return Reply.json(599, "{\"error\":\"no script\"}");
    }
    return next;
  }

  private void answer(Reply reply, OutputStream out) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    switch (reply.manner()) {
      case SILENT:
        await();
        return;
      case HANG_UP:
        return;
      case GIBBERISH:
        out.write("SSH-2.0-nothing\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return;
      default:
        break;
    }
    boolean whole = reply.manner() == Manner.WHOLE;
    StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Scripted\r\n");
    reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Connection: close\r\nContent-Length: ")
        .append(whole ? body.length : body.length + 1000)
        .append("\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
    if (reply.manner() == Manner.STALLED_BODY) {
      await();
    }
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Received read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    String[] parts = first.split(" ");
    return new Received(parts[0], parts[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != -1 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /**
   * @throws AssertionError when a request came that no script expected
   */
  @Override
  public void close() {
    over.countDown();
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!unexpected.isEmpty()) {
      throw new AssertionError("requests without a script: " + unexpected);
    }
  }
}
