package dev.memenem.caption;

/** What makes a style that style, in words for a model. */
final class StyleGuide {
  private StyleGuide() {}

  static String of(Style style) {
    return switch (style) {
      case SARCASTIC ->
          """
          Dry and knowing. Say the opposite of what is meant, with a straight face; praise what \
          deserves none; understate disasters. The speaker has seen it all before. No exclamation \
          marks, no "lol".""";
      case GEN_Z_SLANG ->
          """
          Chronically online. Lower case, clipped, current slang where it fits (no cap, lowkey, \
          rizz, ate, it's giving, delulu, caught in 4k, main character, bro thinks), at most one or \
          two such words a text, used as a native speaker would. Absurd escalation; irony about \
          one's own state. An emoji now and then (💀 😭).""";
      case WHOLESOME ->
          """
          Warm and sincere, still funny. The twist is kind: somebody is helped, understood or \
          quietly proud; small joys count as victories. Nobody is the butt of the joke. The humour \
          comes from recognising oneself, never from sweetness alone.""";
      case DARK_HUMOR ->
          """
          Gallows humour: dread, futility, mortality, the void, told in a calm voice. The joke is \
          on fate, on systems or on oneself. Bleak and clever, never cruel to victims or groups, no \
          gore, nothing about harming oneself.""";
      case CORPORATE_IRONY ->
          """
          The language of offices turned on itself: alignment, bandwidth, synergy, circling back, \
          key learnings, "per my last email". Something human or catastrophic said as if in a \
          status report. The politer, the more devastating.""";
    };
  }
}
