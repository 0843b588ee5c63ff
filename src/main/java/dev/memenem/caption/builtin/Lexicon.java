package dev.memenem.caption.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Everyday worlds with their comic material, and the word lists that tell nouns from verbs. Read
 * once, on first use; the material of a world is only taken apart when a topic asks for it.
 */
final class Lexicon {
  private static final String WORLD = "\n@ ";

  /** The world of every topic; its material speaks of the topic itself. */
  static final String LIFE = "life";

  private static final List<String> WORLD_FILES =
      List.of(
          "worlds-life.txt",
          "worlds-work.txt",
          "worlds-home.txt",
          "worlds-play.txt",
          "jokes-life.txt",
          "jokes-work.txt",
          "jokes-home.txt",
          "jokes-play.txt",
          "jokes-mind.txt",
          "jokes-wide.txt");

  private static final Pattern PARTS = Pattern.compile(" > ");

  /** A world's part of each file, as it stands there. */
  private record World(String name, List<String> parts) {}

  private final Map<String, World> worlds = new LinkedHashMap<>();
  private final Map<String, String> worldOfStem = new HashMap<>();
  private final Map<String, String> worldOfPhrase = new LinkedHashMap<>();
  private final Map<String, List<Atom>> atoms = new HashMap<>();
  private final Map<String, Set<String>> lists = new HashMap<>();

  private Lexicon() {}

  private static final class Holder {
    static final Lexicon LEXICON = read();
  }

  static Lexicon load() {
    return Holder.LEXICON;
  }

  private static Lexicon read() {
    Lexicon lexicon = new Lexicon();
    for (String line : lines("grammar.txt")) {
      int colon = line.indexOf(':');
      lexicon
          .lists
          .computeIfAbsent(line.substring(0, colon).strip(), k -> new HashSet<>())
          .addAll(Arrays.asList(line.substring(colon + 1).strip().split("\\s+")));
    }
    for (String file : WORLD_FILES) {
      String text = "\n" + text(file);
      int at = text.indexOf(WORLD);
      while (at >= 0) {
        int next = text.indexOf(WORLD, at + 1);
        lexicon.addWorld(text.substring(at + WORLD.length(), next < 0 ? text.length() : next));
        at = next;
      }
    }
    return lexicon;
  }

  private void addWorld(String part) {
    int end = part.indexOf('\n');
    String[] head = part.substring(0, end < 0 ? part.length() : end).split(":", 2);
    World world =
        worlds.computeIfAbsent(head[0].strip(), name -> new World(name, new ArrayList<>()));
    for (String key : head.length > 1 ? head[1].split(",") : new String[0]) {
      addKey(key.strip(), world.name());
    }
    world.parts().add(part.substring(end < 0 ? part.length() : end));
  }

  private void addKey(String key, String world) {
    if (key.contains(" ")) {
      worldOfPhrase.put(key, world);
    } else if (!key.isEmpty()) {
      worldOfStem.merge(stem(key), world, (a, b) -> a.equals(b) ? a : a + " " + b);
    }
  }

  static List<String> lines(String file) {
    List<String> lines = new ArrayList<>();
    addLines(text(file), lines);
    return lines;
  }

  private static void addLines(String text, List<String> lines) {
    for (String each : text.split("\n")) {
      String line = each.strip();
      if (!line.isEmpty() && line.charAt(0) != '#') {
        lines.add(line);
      }
    }
  }

  private static String text(String file) {
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> worldNames() {
    return worlds.keySet();
  }

  /**
   * The worlds that a topic's words pull in, with a weight each; {@link #LIFE} is not among them.
   */
  Map<String, Double> worldsOf(String topic) {
    String low = " " + topic.toLowerCase(Locale.ROOT).replace('’', '\'') + " ";
    Map<String, Double> found = new LinkedHashMap<>();
    worldOfPhrase.forEach(
        (phrase, world) -> {
          if (low.contains(" " + phrase + " ") || low.contains(" " + phrase + "s ")) {
            found.merge(world, 2.5, Double::sum);
          }
        });
    String[] words = low.strip().split("[^\\p{L}\\p{N}'-]+");
    for (String word : words) {
      String named = worldOfStem.get(stem(word));
      if (named == null) {
        named = compound(word);
      }
      if (named != null) {
        for (String world : named.split(" ")) {
          found.merge(world, 1.0 / (1 + named.split(" ").length * 0.2), Double::sum);
        }
      }
    }
    return found;
  }

  private String compound(String word) {
    if (word.contains("-")) {
      for (String part : word.split("-")) {
        if (worldOfStem.containsKey(stem(part))) {
          return worldOfStem.get(stem(part));
        }
      }
    }
    for (int cut = 4; cut <= word.length() - 3; cut++) {
      String tail = worldOfStem.get(stem(word.substring(cut)));
      if (tail != null && word.length() - cut >= 4) {
        return tail;
      }
      String head = worldOfStem.get(word.substring(0, cut));
      if (head != null && cut >= 5) {
        return head;
      }
    }
    return null;
  }

  /** All material of a world, in the order of the file. */
  synchronized List<Atom> atoms(String world) {
    return atoms.computeIfAbsent(
        world,
        name -> {
          List<String> lines = new ArrayList<>();
          worlds.get(name).parts().forEach(part -> addLines(part, lines));
          return lines.stream().map(line -> atom(name, line)).toList();
        });
  }

  private static Atom atom(String world, String line) {
    String[] head = line.split(" ", 3);
    if (head.length < 3) {
      throw new IllegalStateException(world + ": " + line);
    }
    char mood = head[1].endsWith("+") ? '+' : '-';
    boolean marked = head[1].endsWith("+") || head[1].endsWith("-");
    String styles = marked ? head[1].substring(0, head[1].length() - 1) : head[1];
    return new Atom(
        world, head[0], styles, mood, PARTS.splitAsStream(head[2]).map(String::strip).toList());
  }

  private boolean in(String list, String word) {
    return lists.getOrDefault(list, Set.of()).contains(word);
  }

  /** True when the first word is a verb in its base form: the topic is an order or a plan. */
  boolean startsAction(String low) {
    String[] words = low.split("\\s+");
    if (words.length < 2) {
      return false;
    }
    return in("verb", words[0])
        || in("verb-or-noun", words[0])
            && (in("after-verb", words[1]) || in("particle", words[words.length - 1]));
  }

  /** True when it is something one does: {@code waiting for the bus}, {@code not sleeping}. */
  boolean startsGerund(String low) {
    String[] words = low.split("\\s+");
    int i = 0;
    while (i < words.length - 1 && (words[i].endsWith("ly") || in("adverb", words[i]))) {
      i++;
    }
    String word = words[i];
    if (!word.matches("\\p{L}{2,}ing") || in("ing-noun", word)) {
      return false;
    }
    return words.length == 1
        || !in("ing-modifier", word)
        || in("after-verb", words[Math.min(i + 1, words.length - 1)]);
  }

  /** True when a subject is followed by a verb form that can be nothing else. */
  boolean hasVerb(String low) {
    String[] words = low.split("\\s+");
    for (int i = 1; i < words.length; i++) {
      if (in("third", words[i])
          && !in("preposition", words[i - 1])
          && !in("relative", words[i - 1])
          && !in("article", words[i - 1])) {
        for (int k = 0; k < i; k++) {
          if (in("relative", words[k])) {
            return false;
          }
        }
        return true;
      }
    }
    return false;
  }

  /** True when the bare noun phrase needs an article: {@code cat}, {@code broken printer}. */
  boolean isCountable(String phrase) {
    String core =
        phrase
            .split(
                " (?=(of|in|on|at|with|for|from|who|that|to|by|when|about|after|before|during|without)\\b)")[
            0];
    String[] words = core.toLowerCase(Locale.ROOT).split("\\s+");
    return in("count", words[words.length - 1]);
  }

  boolean isCalendarWord(String phrase) {
    return in("calendar", phrase.split("[\\s']")[0].toLowerCase(Locale.ROOT));
  }

  /**
   * A topic typed as a heading, for the middle of a sentence. Names keep their capitals: a word
   * that no list knows is a name when it is alone or everything is in capitals.
   */
  String lowerFirst(String phrase) {
    String[] words = phrase.split(" ");
    boolean title =
        words.length > 1
            && Arrays.stream(words)
                .filter(w -> w.length() > 3)
                .allMatch(w -> Character.isUpperCase(w.codePointAt(0)));
    for (int i = 0; i < words.length; i++) {
      String w = words[i];
      if (w.isEmpty() || !Character.isUpperCase(w.codePointAt(0))) {
        continue;
      }
      String low = w.toLowerCase(Locale.ROOT);
      boolean shouted = w.length() > 1 && w.equals(w.toUpperCase(Locale.ROOT));
      boolean known = isKnown(low);
      boolean keep =
          low.equals("i")
              || low.startsWith("i'")
              || in("calendar", low.replaceAll("'s$|s$", ""))
              || in("name", low)
              || (shouted && !allShouted(words));
      if (keep) {
        continue;
      }
      boolean first = words.length > 1 && i == 0 && !title;
      boolean heading = !title || isKnown(words[0].toLowerCase(Locale.ROOT));
      if (first || known && heading) {
        words[i] = low;
      }
    }
    return String.join(" ", words);
  }

  private static boolean allShouted(String[] words) {
    return words.length > 2
        && Arrays.stream(words).allMatch(w -> w.equals(w.toUpperCase(Locale.ROOT)));
  }

  private boolean isKnown(String low) {
    return worldOfStem.containsKey(stem(low))
        || in("count", low)
        || in("verb", low)
        || in("verb-or-noun", low)
        || in("after-verb", low)
        || in("preposition", low)
        || in("common", low)
        || low.matches("\\p{L}{3,}ing");
  }

  private static boolean endsInEs(String w) {
    return w.endsWith("ses") || w.endsWith("xes") || w.endsWith("ches") || w.endsWith("shes");
  }

  /** What different forms of a word share. */
  static String stem(String word) {
    String w = word.toLowerCase(Locale.ROOT);
    if (w.endsWith("'s")) {
      w = w.substring(0, w.length() - 2);
    } else if (w.endsWith("'")) {
      w = w.substring(0, w.length() - 1);
    }
    if (w.endsWith("ies") && w.length() > 4) {
      return w.substring(0, w.length() - 3) + "y";
    }
    if (w.endsWith("ings")) {
      w = w.substring(0, w.length() - 1);
    }
    if (w.endsWith("ing") && w.length() > 5) {
      return undoubled(w.substring(0, w.length() - 3));
    } else if (w.endsWith("ed") && w.length() > 4) {
      return undoubled(w.substring(0, w.length() - 2));
    } else if (endsInEs(w) && w.length() > 4) {
      w = w.substring(0, w.length() - 2);
    } else if (w.endsWith("s") && !w.endsWith("ss") && w.length() > 3) {
      w = w.substring(0, w.length() - 1);
    }
    return w.length() > 3 && w.endsWith("e") ? w.substring(0, w.length() - 1) : w;
  }

  /** {@code runn} of running is {@code run}, {@code call} of calling is not {@code cal}. */
  private static String undoubled(String w) {
    int n = w.length();
    boolean doubled = n > 3 && w.charAt(n - 1) == w.charAt(n - 2);
    return doubled && "ls".indexOf(w.charAt(n - 1)) < 0 ? w.substring(0, n - 1) : w;
  }
}
