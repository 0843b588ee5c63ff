package dev.memenem.virality;

/** What the dense features measure, grouped into what a person can change. */
enum Trait {
  LENGTH("shorter than most here", "longer than most here"),
  WORD_LENGTH("short, plain words", "longer words than most use here"),
  SENTENCE("clipped: few of the small words of a sentence", "reads as a full sentence"),
  SPELLING("no slang spelling", "uses slang spelling"),
  APOSTROPHES("no contractions", "contractions with their apostrophes"),
  PUNCTUATION("less punctuation than usual", "more punctuation than usual"),
  SYMBOLS("no hashtags, symbols or emoji", "hashtags, symbols or emoji"),
  EXCITEMENT("no exclamation marks", "exclamation marks"),
  QUESTION("asks no question", "asks a question"),
  QUESTION_WORDS("no word such as when, why or how", "words such as when, why or how"),
  FIRST_PERSON("nobody says I", "speaks in the first person"),
  SECOND_PERSON("does not address the reader", "addresses the reader"),
  THIRD_PERSON("is not about other people", "is about other people"),
  FAMILY("no family, friends, boss or pets in it", "brings in family, friends, boss or pets"),
  COARSENESS("no coarse words", "coarse words"),
  LINKS("no links such as because, but or when", "links such as because, but or when"),
  NEGATION("nothing is denied", "says no, not or never"),
  TIME("does not say when", "says when"),
  EMPHASIS("does not exaggerate or command", "exaggerates or commands"),
  NUMBERS("no numbers", "numbers"),
  REPETITION("repeats no word", "repeats words"),
  FAMILIARITY("words not often put together", "words often put together"),
  PANELS("how the text is shared out over the panels");

  private final String less;
  private final String more;

  Trait(String both) {
    this(both, both);
  }

  Trait(String less, String more) {
    this.less = less;
    this.more = more;
  }

  /** In words, when the caption has less or more of it than usual. */
  String words(boolean moreThanUsual) {
    return moreThanUsual ? more : less;
  }
}
