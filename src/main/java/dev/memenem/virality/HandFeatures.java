package dev.memenem.virality;

import java.util.ArrayList;
import java.util.List;

/**
 * The dense features: how long, how written, how put together. None looks at letter case, author or
 * time. Length counts up to {@value #MOST_LENGTH} characters and no further.
 */
final class HandFeatures {
  /** Past this many characters a longer caption is no better and no worse. */
  static final int MOST_LENGTH = 170;

  private static final int[] KNOTS = {8, 16, 26, 38, 52, 68, 86, 108, 136, MOST_LENGTH};
  private static final String MARKS = ",.!?\"'#@*-:;/($&%~+=";

  private final float[] values = new float[COUNT];
  private int next;

  private static final List<Trait> TRAITS = new ArrayList<>();
  static final int COUNT;

  static {
    for (int i = 0; i < KNOTS.length; i++) {
      TRAITS.add(Trait.LENGTH);
    }
    add(Trait.LENGTH, 3);
    add(Trait.WORD_LENGTH, 2);
    add(Trait.SENTENCE, 2);
    add(Trait.WORD_LENGTH, 1);
    for (int i = 0; i < MARKS.length(); i++) {
      add(traitOf(MARKS.charAt(i)), 1);
    }
    add(Trait.PUNCTUATION, 2);
    add(Trait.SYMBOLS, 2);
    add(Trait.PUNCTUATION, 1);
    add(Trait.EXCITEMENT, 2);
    add(Trait.QUESTION, 1);
    add(Trait.QUESTION_WORDS, 2);
    add(Trait.NUMBERS, 2);
    add(Trait.SPELLING, 3);
    add(Trait.APOSTROPHES, 1);
    add(Trait.SPELLING, 2);
    add(Trait.FIRST_PERSON, 1);
    add(Trait.SECOND_PERSON, 1);
    add(Trait.THIRD_PERSON, 1);
    add(Trait.FIRST_PERSON, 1);
    add(Trait.SECOND_PERSON, 1);
    add(Trait.FAMILY, 1);
    add(Trait.COARSENESS, 1);
    add(Trait.LINKS, 1);
    add(Trait.NEGATION, 1);
    add(Trait.TIME, 1);
    add(Trait.SENTENCE, 2);
    add(Trait.LINKS, 1);
    add(Trait.EMPHASIS, 2);
    add(Trait.SENTENCE, 3);
    add(Trait.REPETITION, 3);
    add(Trait.PANELS, 7);
    add(Trait.FAMILIARITY, Familiarity.COUNT);
    COUNT = TRAITS.size();
  }

  private static void add(Trait trait, int times) {
    for (int i = 0; i < times; i++) {
      TRAITS.add(trait);
    }
  }

  private static Trait traitOf(char mark) {
    switch (mark) {
      case '!':
        return Trait.EXCITEMENT;
      case '?':
        return Trait.QUESTION;
      case ',', '.', '"', '\'', '-', ':', ';', '(':
        return Trait.PUNCTUATION;
      default:
        return Trait.SYMBOLS;
    }
  }

  static Trait trait(int feature) {
    return TRAITS.get(feature);
  }

  private HandFeatures() {}

  /**
   * @param panelsKnown whether the caption's division into panels means something; without it the
   *     features of panels are not a number
   * @param familiarity as {@link Familiarity#of} measures it
   */
  static float[] of(CaptionText caption, boolean panelsKnown, float[] familiarity) {
    HandFeatures features = new HandFeatures();
    features.measure(caption, panelsKnown);
    for (float share : familiarity) {
      features.put(share);
    }
    return features.values;
  }

  private void put(double value) {
    values[next++] = (float) value;
  }

  private void measure(CaptionText caption, boolean panelsKnown) {
    int length = Math.min(caption.length(), MOST_LENGTH);
    int from = 0;
    for (int knot : KNOTS) {
      put(Math.max(0, Math.min(1, (length - from) / (double) (knot - from))));
      from = knot;
    }
    int tokens = caption.tokens();
    int words = 0;
    int letters = 0;
    int longWords = 0;
    int shortWords = 0;
    int digits = 0;
    int stretched = 0;
    int apostrophes = 0;
    int repeated = 0;
    int pairsRepeated = 0;
    int noVowel = 0;
    int digitWords = 0;
    int[] classes = new int[17];
    int firstClass = 0;
    int lastClass = 0;
    int[] marks = new int[MARKS.length()];
    int otherMarks = 0;
    int dots = 0;
    int bangs = 0;
    int asks = 0;
    int foreign = 0;
    for (int t = 0; t < tokens; t++) {
      if (caption.isWord(t)) {
        int size = caption.end(t) - caption.start(t);
        letters += size;
        longWords += size >= 7 ? 1 : 0;
        shortWords += size <= 3 ? 1 : 0;
        boolean vowel = false;
        boolean digit = false;
        boolean stretch = false;
        boolean apostrophe = false;
        for (int i = caption.start(t); i < caption.end(t); i++) {
          char c = caption.at(i);
          vowel |= "aeiouy".indexOf(c) >= 0;
          digit |= c >= '0' && c <= '9';
          apostrophe |= c == '\'';
          foreign += c >= 0x80 ? 1 : 0;
          digits += c >= '0' && c <= '9' ? 1 : 0;
          stretch |= i >= caption.start(t) + 2 && c == caption.at(i - 1) && c == caption.at(i - 2);
        }
        stretched += stretch && !digit ? 1 : 0;
        apostrophes += apostrophe ? 1 : 0;
        digitWords += digit ? 1 : 0;
        noVowel += !vowel && !digit && size > 1 ? 1 : 0;
        int bits = WordClasses.of(caption.token(t));
        for (int rest = bits; rest != 0; rest &= rest - 1) {
          classes[Integer.numberOfTrailingZeros(rest)]++;
        }
        if (words == 0) {
          firstClass = bits;
        }
        lastClass = bits;
        words++;
      } else {
        char mark = caption.mark(t);
        int known = MARKS.indexOf(mark);
        if (known >= 0) {
          marks[known]++;
        } else {
          otherMarks++;
        }
        foreign += mark >= 0x80 ? 1 : 0;
        boolean again = t > 0 && caption.mark(t - 1) == mark && !caption.isWord(t - 1);
        dots += again && mark == '.' ? 1 : 0;
        bangs += again && (mark == '!' || mark == '?') ? 1 : 0;
      }
      for (int s = Math.max(0, t - 40); s < t && caption.isWord(t); s++) {
        if (caption.hash(s) == caption.hash(t) && caption.isWord(s)) {
          repeated++;
          pairsRepeated += s > 0 && t > s + 1 && caption.hash(s - 1) == caption.hash(t - 1) ? 1 : 0;
          break;
        }
      }
    }
    double w = Math.max(1, words);
    int capped = Math.min(words, 34);
    put(capped / 10.0);
    put(StrictMath.log1p(capped));
    put(StrictMath.log1p(length));
    put(words == 0 ? 4 : Math.min(8, letters / w));
    put(longWords / w);
    put(shortWords / w);
    put(classes[0] / w);
    put(Math.min(3, longWords));
    for (int mark : marks) {
      put(Math.min(4, mark));
    }
    char last = tokens == 0 || caption.isWord(tokens - 1) ? 0 : caption.mark(tokens - 1);
    put(last == '.' ? 1 : 0);
    put(Math.min(3, dots));
    put(Math.min(4, otherMarks));
    put(Math.min(4, foreign));
    int allMarks = tokens - words;
    put(allMarks / (double) Math.max(4, tokens));
    put(Math.min(4, bangs));
    put(last == '!' ? 1 : 0);
    put(last == '?' ? 1 : 0);
    put((firstClass & WordClasses.QUESTION) != 0 ? 1 : 0);
    put(Math.min(3, count(classes, WordClasses.QUESTION)));
    put(Math.min(6, digits));
    put(Math.min(3, digitWords));
    put(Math.min(3, count(classes, WordClasses.TEXT_SPEAK)));
    put(count(classes, WordClasses.TEXT_SPEAK) / w);
    put(Math.min(3, count(classes, WordClasses.LOST_APOSTROPHE)));
    put(Math.min(3, apostrophes));
    put(Math.min(3, stretched));
    put(Math.min(3, noVowel));
    put(Math.min(4, count(classes, WordClasses.FIRST_PERSON)));
    put(Math.min(4, count(classes, WordClasses.SECOND_PERSON)));
    put(Math.min(4, count(classes, WordClasses.THIRD_PERSON)));
    put((firstClass & WordClasses.FIRST_PERSON) != 0 ? 1 : 0);
    put((firstClass & WordClasses.SECOND_PERSON) != 0 ? 1 : 0);
    put(Math.min(3, count(classes, WordClasses.FAMILY)));
    put(Math.min(3, count(classes, WordClasses.COARSE)));
    put(Math.min(4, count(classes, WordClasses.CONNECTIVE)));
    put(Math.min(3, count(classes, WordClasses.NEGATION)));
    put(Math.min(3, count(classes, WordClasses.TIME)));
    put(Math.min(4, count(classes, WordClasses.AUXILIARY)));
    put(Math.min(5, count(classes, WordClasses.PREPOSITION)));
    put((firstClass & WordClasses.CONNECTIVE) != 0 ? 1 : 0);
    put(Math.min(3, count(classes, WordClasses.EXAGGERATION)));
    put(Math.min(3, count(classes, WordClasses.COMMAND)));
    put(Math.min(4, count(classes, WordClasses.ARTICLE)));
    put((firstClass & WordClasses.ARTICLE) != 0 ? 1 : 0);
    put((lastClass & WordClasses.FUNCTION) != 0 ? 1 : 0);
    put(Math.min(5, repeated));
    put(Math.min(5, pairsRepeated));
    put(repeated / w);
    measurePanels(caption, panelsKnown);
  }

  private void measurePanels(CaptionText caption, boolean known) {
    int filled = 0;
    int longest = 0;
    int shortest = Integer.MAX_VALUE;
    int first = 0;
    int last = 0;
    int begin = 0;
    for (int p = 0; p < caption.panels(); p++) {
      int size = caption.panelEnd(p) - begin;
      begin = caption.panelEnd(p);
      if (size > 0) {
        first = filled == 0 ? size : first;
        last = size;
        filled++;
        longest = Math.max(longest, size);
        shortest = Math.min(shortest, size);
      }
    }
    double tokens = Math.max(1, caption.tokens());
    double[] panels = {
      filled == 1 ? 1 : 0,
      Math.min(6, filled),
      first / tokens,
      last / tokens,
      filled < 2 ? 0 : shortest / (double) Math.max(1, longest),
      Math.min(14, filled < 2 ? 0 : last) / 10.0,
      Math.min(3, caption.panels() - filled)
    };
    for (double value : panels) {
      put(known ? value : Double.NaN);
    }
  }

  private static int count(int[] classes, int bit) {
    return classes[Integer.numberOfTrailingZeros(bit)];
  }
}
