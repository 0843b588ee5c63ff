package dev.memenem.caption.builtin;

import dev.memenem.caption.CaptionAnswer;
import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.CaptionRequest.Order;
import dev.memenem.caption.Captions;
import dev.memenem.caption.Style;
import dev.memenem.json.Json;
import dev.memenem.template.Template;
import dev.memenem.template.TemplateJson;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A sheet of captions to be read by a person: 60 topics of all grammatical shapes × 20 templates ×
 * 5 styles, one caption each, and the processor time it took.
 *
 * <pre>CaptionSheet FILE [CATALOGUE_FOLDER…]</pre>
 */
public final class CaptionSheet {
  static final List<String> TOPICS =
      List.of(
          "Monday morning meetings",
          "coffee",
          "my cat",
          "waiting for the bus",
          "group project",
          "final exams",
          "deploying on Friday",
          "when the wifi dies",
          "how to fold a fitted sheet",
          "Why is rent so expensive?",
          "do your taxes",
          "I forgot my password",
          "Batman",
          "quantum physics",
          "the printer on the third floor",
          "my boss emails me at 11pm",
          "grocery shopping",
          "learn Spanish",
          "Taylor Swift",
          "laundry",
          "going to the gym",
          "a first date",
          "code review",
          "sleep",
          "airport security",
          "family dinner",
          "Christmas shopping",
          "unread emails",
          "my code works on my machine",
          "job interview",
          "Dungeons & Dragons",
          "being an adult",
          "pizza",
          "dentist appointment",
          "the weather",
          "online dating",
          "houseplants",
          "my phone battery",
          "AI",
          "not replying to texts",
          "rush hour traffic",
          "small talk",
          "nobody reads the documentation",
          "IKEA furniture",
          "when your mom calls",
          "budgeting",
          "video games",
          "dishes",
          "a dog who steals socks",
          "snow",
          "existential dread",
          "bananas",
          "to wake up early",
          "Is cereal a soup?",
          "the meaning of life",
          "birthday party",
          "spreadsheets",
          "running a marathon",
          "猫と仕事",
          "🦆🦆🦆");

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private CaptionSheet() {}

  public static void main(String[] args) throws IOException {
    List<Template> templates = args.length > 1 ? catalogue(args) : Formats.all();
    BuiltinProvider provider = new BuiltinProvider();
    Map<String, Integer> frames = new LinkedHashMap<>();
    long first = 0;
    long nanos = 0;
    int orders = 0;
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(Path.of(args[0])), false, StandardCharsets.UTF_8)) {
      for (String topic : TOPICS) {
        List<Order> batch = new ArrayList<>();
        int offset = Math.floorMod(topic.hashCode(), templates.size());
        for (int i = 0; i < Math.min(20, templates.size()); i++) {
          batch.add(new Order(templates.get((offset + i * 7) % templates.size()), 1, List.of()));
        }
        List<Order> different = batch.stream().distinct().toList();
        for (Style style : Style.values()) {
          long start = CPU.getCurrentThreadCpuTime();
          var answer =
              (CaptionAnswer.Written)
                  provider.write(new CaptionRequest(topic, style, different, 1, Instant.MAX));
          long took = CPU.getCurrentThreadCpuTime() - start;
          first = first == 0 ? took : first;
          nanos += took;
          orders += different.size();
          out.println("## " + topic + " · " + style.id());
          for (Order order : different) {
            for (Captions captions : answer.captions().get(order.template().id())) {
              out.println(order.template().name() + ": " + String.join(" / ", captions.texts()));
              captions.texts().forEach(text -> frames.merge(text, 1, Integer::sum));
            }
          }
        }
      }
      out.println("## lines used most");
      frames.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
          .limit(60)
          .forEach(e -> out.println(e.getValue() + " " + e.getKey()));
      out.printf(
          "CPU: first request of %d templates %.1f ms, over all %.3f ms a template%n",
          Math.min(20, templates.size()), first / 1e6, nanos / 1e6 / orders);
    }
  }

  private static List<Template> catalogue(String[] folders) throws IOException {
    List<Template> templates = new ArrayList<>();
    for (int i = 1; i < folders.length; i++) {
      try (Stream<Path> files = Files.list(Path.of(folders[i]))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
          templates.add(TemplateJson.read(Json.parse(Files.readAllBytes(file))));
        }
      }
    }
    return templates;
  }
}
