package dev.memenem.caption.builtin;

import dev.memenem.template.Panel;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** A part for a panel whose role no frame knows, from what its role and guide say. */
final class Casting {
  private static final Pattern SPEECH =
      Pattern.compile(
          "\\b(line|says|said|speech|quote|answer|question|reply|comeback|shout|thought|claim|demand)s?\\b");
  private static final Pattern PERSON =
      Pattern.compile(
          "\\b(person|who|me|runner|viewer|hero|culprit|chooser|party|driver|kid|child|adult|guest|man|woman|boy|girl|player|victim|owner|dog|cat|fan|crowd|other|friend|teacher|student|sleeper|swimmer|drowning|accuser|accused|hunter)s?\\b");
  private static final Pattern THREAT =
      Pattern.compile(
          "\\b(threat|villain|problem|enemy|danger|disaster|monster|fire|bill|obstacle|attack|weapon|trap|bad|shark|train|wave|fear|weight|worse|killer|blow)s?\\b");
  private static final Pattern WISH =
      Pattern.compile(
          "\\b(goal|prize|favou?rite|temptation|treasure|reward|wish|dream|good|better|safe|exit|target|gift|plan|ideal|hope|loved)s?\\b");

  private Casting() {}

  static String partFor(Panel panel, int position, Frame frame, SplittableRandom random) {
    String role = panel.role().toLowerCase(Locale.ROOT).replace('_', ' ');
    String all = role + " " + panel.guide().toLowerCase(Locale.ROOT);
    boolean pair = frame.kind().equals("pair");
    for (String hint : new String[] {role, all}) {
      if (has(THREAT, hint)) {
        return pair && random.nextBoolean() ? "{b:ing}" : "{thing}";
      }
      if (has(WISH, hint)) {
        return pair ? "{a:ing}" : "{thing}";
      }
      if (has(PERSON, hint)) {
        return position == 0 ? "me" : "{who}";
      }
      if (has(SPEECH, hint)) {
        return "{quip}";
      }
    }
    return panel.maxWords() > 8 ? "{quip}" : "{thing}";
  }

  private static boolean has(Pattern pattern, String text) {
    return pattern.matcher(text).find();
  }
}
