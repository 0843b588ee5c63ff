package dev.memenem.caption.builtin;

import dev.memenem.json.Invisible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A topic and how it can stand in a sentence.
 *
 * @param text the topic, one clean line
 * @param shape what it is, grammatically
 * @param noun it as a noun phrase for the middle of a sentence, with article; empty when it cannot
 *     be one
 * @param plural whether {@code noun} takes a plural verb
 * @param gerund it as something one does; empty when it is nothing of the kind
 * @param moments it as clauses that stand behind "when"; at least one
 */
record Topic(
    String text,
    Shape shape,
    Optional<String> noun,
    boolean plural,
    Optional<String> gerund,
    List<String> moments) {

  enum Shape {
    NOUN,
    NAME,
    GERUND,
    ACTION,
    CLAUSE,
    MOMENT,
    QUESTION,
    OPAQUE
  }

  private static final Pattern MOMENT =
      Pattern.compile("(?i)^(?:(?:that|the) moment |that feeling |me )?when(?:ever)? (.+)$");
  private static final Pattern HOW_TO = Pattern.compile("(?i)^how to (.+)$");
  private static final Pattern TO_DO = Pattern.compile("(?i)^to (\\p{L}+ ?.*)$");
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?i)^(why|what|who|where|which|whose|how|is|are|am|can|could|should|would|will|do|does|did|has|have) .*");
  private static final Pattern DETERMINED =
      Pattern.compile(
          "(?i)^(a|an|the|my|your|our|his|her|their|its|this|that|these|those|some|any|no|every|each|another|all|two|three|\\d+)\\b.*");
  private static final Pattern PRONOUN =
      Pattern.compile(
          "(?i)^(i|i'm|i've|i'll|i'd|you|you're|he|she|we|we're|they|it|it's|nobody|everyone|everybody|someone|somebody|there's|there)\\b .*");
  private static final Pattern FINITE =
      Pattern.compile(
          "(?i).*\\b(is|are|was|were|isn't|aren't|wasn't|can't|cannot|won't|don't|doesn't|didn't|will|has|had|does|did|keeps|never|always) .*");
  private static final Pattern RELATIVE =
      Pattern.compile("(?i).*\\b(who|that|which|where|how)\\b.*");

  static Topic read(String raw, Lexicon lexicon) {
    String text = Invisible.strip(raw).strip().replaceAll("[\\s\\p{Z}]+", " ");
    String plain = text.replaceAll("[.!…]+$", "").strip();
    if (plain.isEmpty()
        || !plain.matches("[\\p{IsLatin}\\p{N}\\p{Punct}’‘“”–— ]+")
        || !plain.matches(".*\\p{IsLatin}{2,}.*")
        || plain.matches(".*[{}<>|\\\\;=$\\[\\]\"`^~*_].*")
        || plain.length() > 90) {
      return opaque(text);
    }
    plain = mine(plain.replace('’', '\'').replace('‘', '\''));
    String low = plain.toLowerCase(Locale.ROOT);
    var moment = MOMENT.matcher(plain);
    if (moment.matches()) {
      return new Topic(
          text,
          Shape.MOMENT,
          Optional.empty(),
          false,
          Optional.empty(),
          List.of(unquestioned(lexicon.lowerFirst(moment.group(1)))));
    }
    var howTo = HOW_TO.matcher(unquestioned(plain));
    if (howTo.matches()) {
      return action(text, howTo.group(1));
    }
    if (plain.endsWith("?") || QUESTION.matcher(plain).matches() && !lexicon.startsAction(low)) {
      String asked = unquestioned(plain);
      return new Topic(
          text,
          Shape.QUESTION,
          Optional.empty(),
          false,
          Optional.empty(),
          List.of("someone asks \"" + asked + "?\"", "I ask myself \"" + asked + "?\""));
    }
    var toDo = TO_DO.matcher(plain);
    if (toDo.matches()) {
      return action(text, toDo.group(1));
    }
    if (lexicon.startsAction(low)) {
      return action(text, lexicon.lowerFirst(plain));
    }
    if (lexicon.startsGerund(low)) {
      String gerund = lexicon.lowerFirst(plain);
      return new Topic(
          text, Shape.GERUND, Optional.of(gerund), false, Optional.of(gerund), doing(gerund));
    }
    if (PRONOUN.matcher(plain).matches()
        || FINITE.matcher(plain).matches() && !RELATIVE.matcher(plain).matches()
        || lexicon.hasVerb(low)) {
      String clause = lexicon.lowerFirst(plain);
      return new Topic(
          text, Shape.CLAUSE, Optional.empty(), false, Optional.empty(), List.of(clause));
    }
    return noun(text, plain, lexicon);
  }

  private static Topic noun(String text, String plain, Lexicon lexicon) {
    boolean determined = DETERMINED.matcher(plain).matches();
    String body = lexicon.lowerFirst(plain);
    boolean name = Character.isUpperCase(body.codePointAt(0)) && !lexicon.isCalendarWord(body);
    boolean plural = English.isPlural(body) && !(name && !body.startsWith("The "));
    String noun = body;
    if (!determined && !name && !plural && lexicon.isCountable(body)) {
      noun = English.plural(body);
      plural = true;
    }
    String be = plural ? "are" : "is";
    List<String> moments = new ArrayList<>();
    moments.add("someone brings up " + noun);
    moments.add("someone asks me about " + noun);
    moments.add(noun + " " + be + " all anyone talks about");
    moments.add("somebody says \"" + plain + "\"");
    return new Topic(
        text, name ? Shape.NAME : Shape.NOUN, Optional.of(noun), plural, Optional.empty(), moments);
  }

  private static Topic action(String text, String phrase) {
    String gerund = English.gerund(unquestioned(phrase));
    return new Topic(
        text, Shape.ACTION, Optional.of(gerund), false, Optional.of(gerund), doing(gerund));
  }

  private static List<String> doing(String gerund) {
    return List.of(
        "I'm " + gerund,
        "I catch myself " + gerund,
        "someone suggests " + gerund,
        "my whole day is " + gerund);
  }

  /** Nothing is known about its words, so it is only named. */
  private static Topic opaque(String text) {
    String shown = text.isEmpty() ? "this" : text;
    return new Topic(
        text,
        Shape.OPAQUE,
        Optional.of(shown),
        false,
        Optional.empty(),
        List.of("someone mentions " + shown, "it is all about " + shown));
  }

  private static String unquestioned(String text) {
    return text.replaceAll("[?!.\\s]+$", "");
  }

  /** Captions speak as "I". */
  private static String mine(String text) {
    return text.replaceAll("(?i)\\byour\\b", "my").replaceAll("(?i)\\byourself\\b", "myself");
  }

  /** It as a label: short, without an article. */
  String label() {
    String label = noun.orElse(text).replaceAll("(?i)^(a|an|the) ", "");
    return label;
  }
}
