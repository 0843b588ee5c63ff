package dev.memenem.caption.builtin;

import dev.memenem.template.Panel;
import dev.memenem.template.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every {@link Frame}, by joke structure and by catchphrase. */
final class Frames {
  private static final List<String> FILES = List.of("frames.txt", "formats.txt");

  private static final Pattern BAR = Pattern.compile(" \\| ");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, List<Frame>> byStructure = new HashMap<>();
  private final Map<String, List<Frame>> byPhrase = new LinkedHashMap<>();
  private final Map<String, List<String>> phrases = new HashMap<>();
  private final Map<String, Map<String, String>> defaults = new HashMap<>();

  private Frames() {}

  private static final class Holder {
    static final Frames FRAMES = read();
  }

  static Frames load() {
    return Holder.FRAMES;
  }

  private static Frames read() {
    Frames frames = new Frames();
    for (String file : FILES) {
      String key = "";
      List<String> roles = List.of();
      for (String line : Lexicon.lines(file)) {
        if (line.startsWith("@ ")) {
          String[] head = line.substring(2).split(" : ", 2);
          key = head[0].strip();
          roles = new ArrayList<>();
          if (head.length > 1) {
            for (String role : BAR.split(head[1])) {
              String[] named = role.strip().split("=", 2);
              roles.add(named[0]);
              if (named.length > 1) {
                frames.defaults.computeIfAbsent(key, k -> new HashMap<>()).put(named[0], named[1]);
              }
            }
          }
        } else {
          frames.add(frame(key, List.copyOf(roles), line));
        }
      }
    }
    return frames;
  }

  private void add(Frame frame) {
    phrases.computeIfAbsent(
        frame.key(),
        key -> Arrays.stream(key.substring(1).split(" / ")).map(Frames::normal).toList());
    (frame.key().startsWith("~") ? byPhrase : byStructure)
        .computeIfAbsent(frame.key(), k -> new ArrayList<>())
        .add(frame);
  }

  private static Frame frame(String key, List<String> roles, String line) {
    String[] fields = BAR.split(line);
    String[] head = fields[0].strip().split(" ");
    if (head.length != 2 || fields.length < 2) {
      throw new IllegalStateException(key + ": " + line);
    }
    boolean win = head[1].endsWith("+");
    boolean whole = head[0].endsWith("!");
    boolean bare = whole || head[0].endsWith("=");
    return new Frame(
        key,
        roles,
        bare ? head[0].substring(0, head[0].length() - 1) : head[0],
        bare,
        whole,
        win ? head[1].substring(0, head[1].length() - 1) : head[1],
        win ? '+' : '-',
        Arrays.stream(fields).skip(1).map(String::strip).toList());
  }

  /** The frames made for this very format, by its catchphrase or its name; often none. */
  List<Frame> ofFormat(Template template) {
    String words =
        normal(
            template.panels().stream()
                .map(p -> p.frame().orElse(""))
                .collect(Collectors.joining(" ")));
    String name = normal(template.name());
    List<Frame> found = new ArrayList<>();
    int longest = 0;
    for (Map.Entry<String, List<Frame>> entry : byPhrase.entrySet()) {
      for (String wanted : phrases.get(entry.getKey())) {
        if (wanted.length() > longest
            && (holds(words, wanted)
                || name.equals(wanted)
                || wanted.indexOf(' ') > 0 && holds(name, wanted))) {
          found = entry.getValue();
          longest = wanted.length();
        }
      }
    }
    return found;
  }

  private static boolean holds(String words, String wanted) {
    return (" " + words + " ").contains(" " + wanted + " ");
  }

  private static String normal(String text) {
    String bare = text.toLowerCase(Locale.ROOT).replace("'", "").replace("’", "");
    return OTHER.matcher(bare).replaceAll(" ").strip();
  }

  List<Frame> ofStructure(String structure) {
    return byStructure.getOrDefault(structure, List.of());
  }

  /** What a panel says around its own words when the catalogue does not say. */
  String around(String structure, Panel panel) {
    return panel
        .frame()
        .orElse(defaults.getOrDefault(structure, Map.of()).getOrDefault(panel.role(), ""));
  }

  Map<String, List<Frame>> structures() {
    return byStructure;
  }

  Map<String, List<Frame>> formats() {
    return byPhrase;
  }
}
