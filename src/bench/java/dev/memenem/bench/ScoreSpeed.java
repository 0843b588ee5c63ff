package dev.memenem.bench;

import dev.memenem.json.Json;
import dev.memenem.json.Tree;
import dev.memenem.virality.Virality;
import dev.memenem.virality.ViralityModel;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How fast captions are scored: microseconds a caption with reasons and without, and lines a second
 * the way {@code score --file} goes (NDJSON read, ranked, NDJSON written). Processor time of one
 * thread, so that a busy machine does not show.
 */
public final class ScoreSpeed {
  private static final int LINES = 20_000;
  private static final int ROUNDS = 5;
  private static final String[] WORDS =
      ("when the coffee machine says no and my boss asks why nobody is awake before nine because"
              + " the meeting could have been an email again but here we are waiting for the update"
              + " to finish while the cat sits on the keyboard like it owns this place")
          .split(" ");
  private static final String[] TEMPLATES = {"imgflip_87743020", "Drake-Hotline-Bling", "none"};

  private ScoreSpeed() {}

  public static void main(String[] args) {
    List<String> lines = lines();
    long begin = time();
    ViralityModel model = ViralityModel.load();
    System.out.printf("load                %8.1f ms%n", (time() - begin) / 1e6);
    for (int round = 1; round <= ROUNDS; round++) {
      System.out.printf(
          "round %d: score %.1f µs, rank %.1f µs a caption; %,.0f lines/s with JSON%n",
          round, score(model, lines, true), score(model, lines, false), ndjson(model, lines));
    }
  }

  private static long time() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double score(ViralityModel model, List<String> lines, boolean reasons) {
    List<Tree> parsed = lines.stream().map(Json::parse).toList();
    double sum = 0;
    long begin = time();
    for (Tree line : parsed) {
      String template = line.get("template_id").text();
      List<String> captions = line.get("captions").texts();
      Virality virality =
          reasons ? model.score(template, captions) : model.rank(template, captions);
      sum += virality.raw();
    }
    double micros = (time() - begin) / 1e3 / lines.size();
    return sum > 0 ? micros : Double.NaN;
  }

  private static double ndjson(ViralityModel model, List<String> lines) {
    long characters = 0;
    long begin = time();
    for (String line : lines) {
      Tree tree = Json.parse(line);
      Virality virality = model.rank(tree.get("template_id").text(), tree.get("captions").texts());
      Map<String, Object> out = new LinkedHashMap<>();
      out.put("virality_score", virality.score());
      out.put("raw", virality.raw());
      characters += Json.write(out).length();
    }
    double seconds = (time() - begin) / 1e9;
    return characters > 0 ? lines.size() / seconds : Double.NaN;
  }

  private static List<String> lines() {
    SplittableRandom random = new SplittableRandom(1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      List<String> captions = new ArrayList<>();
      for (int p = 0; p < 2; p++) {
        StringBuilder text = new StringBuilder();
        for (int w = random.nextInt(3, 11); w > 0; w--) {
          text.append(WORDS[random.nextInt(WORDS.length)]).append(w > 1 ? " " : "");
        }
        captions.add(text.toString());
      }
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("template_id", TEMPLATES[i % TEMPLATES.length]);
      line.put("captions", captions);
      lines.add(Json.write(line));
    }
    return lines;
  }
}
