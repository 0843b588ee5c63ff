package dev.memenem.testing;

import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.CaptionRequest.Order;
import dev.memenem.caption.Captions;
import dev.memenem.caption.Style;
import dev.memenem.json.Json;
import dev.memenem.template.Box;
import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests for captions, and answers to them in the form that providers send. */
public final class SampleOrders {
  public static final Template PENGUINS =
      template(
          "imgflip_4711",
          "Huddle of Penguins",
          "a group that keeps warm by staying where it is",
          panel("rejected", "What the group will not do.", Optional.empty(), 0),
          panel("preferred", "What it does instead.", Optional.empty(), 0.5));

  public static final Template LIGHTHOUSE =
      template(
          "builtin_lighthouse",
          "Lonely Lighthouse",
          "warning everybody and being thanked by nobody",
          panel("warning", "Says the obvious.", Optional.of("Has anybody noticed {}"), 0),
          panel("answer", "Nobody cares.", Optional.empty(), 0.3),
          panel("end", "Always the same.", Optional.of("Splash"), 0.6));

  private SampleOrders() {}

  private static Template template(String id, String name, String situation, Panel... panels) {
    return new Template(
        id,
        name,
        "imgflip",
        new Template.Image(Optional.of("https://i.example/" + id + ".jpg"), 600, 400),
        new Template.Meaning(
            List.of(),
            List.of("choice"),
            List.of("a keeper"),
            "resigned",
            situation,
            "reject_prefer",
            "",
            List.of()),
        List.of(panels),
        80);
  }

  private static Panel panel(String role, String guide, Optional<String> frame, double y) {
    return new Panel(role, guide, frame, 6, 10, Panel.Look.CLASSIC, new Box(0.1, y, 0.8, 0.25, 0));
  }

  /** A template of two panels with this number in its id. */
  public static Template numbered(int number) {
    return new Template(
        "imgflip_" + number,
        "Format " + number,
        "imgflip",
        PENGUINS.image(),
        PENGUINS.meaning(),
        PENGUINS.panels(),
        50);
  }

  public static CaptionRequest request(String topic, Instant now, Order... orders) {
    return new CaptionRequest(
        topic, Style.SARCASTIC, List.of(orders), 7, now.plus(Duration.ofMinutes(10)));
  }

  public static Order order(Template template, int count) {
    return new Order(template, count, List.of());
  }

  /** One set of captions for a template, made from a word. */
  public static Captions captions(Template template, String word) {
    List<String> texts = new ArrayList<>();
    for (Panel panel : template.panels()) {
      texts.add(
          panel
              .frame()
              .map(frame -> frame.replace("{}", word))
              .orElse(word + " is " + panel.role()));
    }
    return new Captions(texts);
  }

  /** The object a model should answer with: as many variations as ordered, each from a new word. */
  public static String answer(String word, Order... orders) {
    Map<String, Object> answer = new LinkedHashMap<>();
    for (Order order : orders) {
      List<Object> items = new ArrayList<>();
      for (int i = 1; i <= order.count(); i++) {
        items.add(item(captions(order.template(), word + " " + i)));
      }
      answer.put(order.template().id(), items);
    }
    return Json.write(answer);
  }

  public static Map<String, Object> item(Captions captions) {
    Map<String, Object> item = new LinkedHashMap<>();
    for (String text : captions.texts()) {
      item.put("panel_" + (item.size() + 1), text);
    }
    return item;
  }

  /** A Gemini document around a text. */
  public static String gemini(String text) {
    return Json.write(
        Map.of(
            "candidates",
            List.of(
                Map.of(
                    "content",
                    Map.of("role", "model", "parts", List.of(Map.of("text", text))),
                    "finishReason",
                    "STOP",
                    "index",
                    0)),
            "usageMetadata",
            Map.of("promptTokenCount", 300, "candidatesTokenCount", 50, "totalTokenCount", 350),
            "modelVersion",
            "gemini-9-flash"));
  }

  /** A chat completion around a text. */
  public static String chat(String text) {
    return Json.write(
        Map.of(
            "object",
            "chat.completion",
            "model",
            "tiny-1",
            "choices",
            List.of(
                Map.of(
                    "index",
                    0,
                    "finish_reason",
                    "stop",
                    "message",
                    Map.of("role", "assistant", "content", text))),
            "usage",
            Map.of("prompt_tokens", 200, "completion_tokens", 40, "total_tokens", 240)));
  }
}
