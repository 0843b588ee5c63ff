package dev.memenem.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Captions as people write them, and as nobody should. */
final class CaptionSamples {
  private static final String[] WORDS = {
    "when", "you", "finally", "deploy", "on", "a", "Friday", "and", "nobody", "notices", "I",
    "the", "meeting", "could", "have", "been", "an", "email", "coffee", "42", "don't", "(again)",
    "naïve", "Ångström", "jalapeño", "WHY?!", "–", "\"later\"", "e.g.", "AVATAR", "gypsy"
  };

  private static final List<String> ODD =
      List.of(
          "Привет, как дела? Ёжик в тумане снова ищет лошадку",
          "Съешь же ещё этих мягких французских булок, да выпей чаю",
          "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία",
          "مرحبا بالعالم، هذا اختبار طويل قليلا للنص العربي (123)",
          "לא עוד פגישה בשעה 9:00 בבוקר!",
          "mixed עברית and English עם 3 words",
          "当你终于修复了那个错误但是又出现了两个新的错误",
          "もう一回だけデプロイさせてください",
          "회의는 이메일로 충분했습니다",
          "😀",
          "🔥🔥🔥 this is fine 🔥🔥🔥",
          "👩‍👩‍👧‍👦 family 👍🏽 🇩🇪 1️⃣ ❤️",
          "Tiếng Việt có rất nhiều dấu: ẤẦẨẪẬ ếềểễệ",
          "Z̸͖̀a̴l̷g̵o̶",
          "one\ntwo\n\nthree",
          " padded  with   blanks ",
          "",
          " ",
          "\n",
          "-",
          "…",
          "jgpqy",
          "ÅÄÖ",
          "https://example.org/a/very/long/address?with=query&and=more#fragment",
          "Donaudampfschifffahrtsgesellschaftskapitänsmütze");

  private CaptionSamples() {}

  /** A number of captions of 1 to 300 characters; the same seed gives the same. */
  static List<String> some(long seed, int count) {
    Random random = new Random(seed);
    List<String> captions = new ArrayList<>();
    while (captions.size() < count) {
      switch (random.nextInt(8)) {
        case 0 -> captions.add("W".repeat(1 + random.nextInt(300)));
        case 1 -> captions.add(giantWord(random));
        case 2, 3 -> captions.add(ODD.get(random.nextInt(ODD.size())));
        default ->
            captions.add(sentence(random, 1 + random.nextInt(random.nextBoolean() ? 40 : 300)));
      }
    }
    return captions;
  }

  private static String giantWord(Random random) {
    StringBuilder word = new StringBuilder();
    int length = 1 + random.nextInt(300);
    while (word.length() < length) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private static String sentence(Random random, int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return text.substring(0, length).strip();
  }
}
