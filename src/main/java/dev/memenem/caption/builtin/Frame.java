package dev.memenem.caption.builtin;

import java.util.List;

/**
 * How a structure, a format or a catchphrase says something in a style.
 *
 * @param key the structure, or a part of the format's name or catchphrase
 * @param roles which panel each part is for; empty when parts follow the panels
 * @param styles the letters of the styles it speaks in
 * @param bare true when the style must come from the material, because the frame has none
 * @param whole true when the material is a finished joke that the frame only hands out to the
 *     panels
 * @param kind which material stands in {@code {a}}, {@code {b}} …; {@code -} for none
 * @param mood the mood of that material
 * @param parts texts with slots, one a panel
 */
record Frame(
    String key,
    List<String> roles,
    String styles,
    boolean bare,
    boolean whole,
    String kind,
    char mood,
    List<String> parts) {

  boolean speaks(char style) {
    return styles.indexOf(style) >= 0 || styles.equals("*");
  }

  /** Whether it is a joke as it stands: nothing but the topic is put into it. */
  boolean finished() {
    return whole || kind.equals("-") && !mentions("{thing}") && !mentions("{who}");
  }

  boolean mentions(String slot) {
    return parts.stream().anyMatch(part -> part.contains(slot));
  }
}
