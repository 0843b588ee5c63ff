package dev.memenem.it;

import com.sun.net.httpserver.HttpServer;
import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A slow chat server on loopback that fills any schema it is given, and remembers each call. */
final class ScriptedModel implements AutoCloseable {
  private final HttpServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger jokes = new AtomicInteger();
  private volatile long delayMillis;

  /** When a call began, and which templates it asked for. */
  record Call(long millis, List<String> templates) {}

  ScriptedModel(long delayMillis) {
    this.delayMillis = delayMillis;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          long begun = System.nanoTime() / 1_000_000;
          Tree request = Json.parse(exchange.getRequestBody().readAllBytes());
          Tree schema = request.get("response_format").get("json_schema").get("schema");
          Tree properties = schema.get("properties");
          calls.add(new Call(begun, properties.fields()));
          try {
            Thread.sleep(this.delayMillis);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          byte[] answer = answer(properties).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** How long calls take from now on. */
  void delay(long millis) {
    delayMillis = millis;
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  private String answer(Tree properties) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (String id : properties.fields()) {
      Tree array = properties.get(id);
      List<Object> variations = new ArrayList<>();
      for (int i = 0; i < array.get("minItems").integer(1); i++) {
        Map<String, Object> panels = new LinkedHashMap<>();
        for (String panel : array.get("items").get("properties").fields()) {
          panels.put(panel, "Joke " + jokes.incrementAndGet());
        }
        variations.add(panels);
      }
      content.put(id, variations);
    }
    return Json.write(
        Map.of(
            "model",
            "scripted-1",
            "choices",
            List.of(
                Map.of(
                    "finish_reason",
                    "stop",
                    "message",
                    Map.of("role", "assistant", "content", Json.write(content)))),
            "usage",
            Map.of("total_tokens", 100)));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
