package dev.memenem.virality;

import java.util.HashMap;
import java.util.Map;

/** Small closed classes of English words that the score counts. A word may be in several. */
final class WordClasses {
  static final int FUNCTION = 1;
  static final int FIRST_PERSON = 1 << 1;
  static final int SECOND_PERSON = 1 << 2;
  static final int THIRD_PERSON = 1 << 3;
  static final int TEXT_SPEAK = 1 << 4;
  static final int LOST_APOSTROPHE = 1 << 5;
  static final int QUESTION = 1 << 6;
  static final int NEGATION = 1 << 7;
  static final int COARSE = 1 << 8;
  static final int CONNECTIVE = 1 << 9;
  static final int EXAGGERATION = 1 << 10;
  static final int FAMILY = 1 << 11;
  static final int COMMAND = 1 << 12;
  static final int ARTICLE = 1 << 13;
  static final int PREPOSITION = 1 << 14;
  static final int TIME = 1 << 15;
  static final int AUXILIARY = 1 << 16;

  private static final Map<String, Integer> CLASSES = new HashMap<>();

  static {
    put(FIRST_PERSON, "i me my mine myself i'm i've i'll i'd we us our ours ourselves we're we've");
    put(SECOND_PERSON, "you your yours yourself yourselves you're you've you'll you'd");
    put(
        THIRD_PERSON,
        "he him his she her hers it its they them their theirs he's she's it's they're they've"
            + " people everyone everybody someone somebody nobody anyone");
    put(
        TEXT_SPEAK,
        "u ur r y n k da dat dis dem dey lol lmao rofl omg wtf idk tbh smh plz pls thx cuz cus coz"
            + " bc b4 gr8 m8 ppl bro bruh boi bae fam lit yeet yea ya yo dawg wut wat wuz gud hax"
            + " noob xd rip af ok k kk ima imma gonna gotta wanna tho thru tryna nah aint luv");
    put(
        LOST_APOSTROPHE,
        "im ive dont doesnt didnt cant wont isnt arent wasnt werent couldnt shouldnt wouldnt hasnt"
            + " havent hadnt youre theyre thats whats theres heres lets youve hes shes itll youll"
            + " theyll aint");
    put(QUESTION, "what who why how when where which whose what's who's how's where's why's");
    put(QUESTION, "do does did is are can could would should will");
    put(
        NEGATION,
        "no not never nothing nobody none neither nor don't doesn't didn't can't won't isn't aren't"
            + " wasn't weren't couldn't shouldn't wouldn't hasn't haven't ain't cannot without");
    put(
        COARSE,
        "fuck fucks fucking fucked shit shits shitty bullshit ass asshole bitch damn dick cock crap"
            + " poop pooped poops fart farts farted pee piss pissed butt boobs penis sex porn hell");
    put(
        CONNECTIVE,
        "because but although though if unless until while since so then than however instead"
            + " whether yet after before when as");
    put(
        EXAGGERATION,
        "very really so such always never ever every all most best worst literally totally"
            + " actually just only even too");
    put(
        FAMILY,
        "mom mum dad mother father parents brother sister son daughter wife husband girlfriend"
            + " boyfriend kid kids baby grandma grandpa friend friends boss teacher neighbor dog cat");
    put(COMMAND, "please stop let let's give get look go tell make brace wait say try");
    put(ARTICLE, "the a an this that these those");
    put(
        PREPOSITION,
        "of to in for with on at from by about into over after under between through during"
            + " against without around out up down off");
    put(
        TIME,
        "today yesterday tomorrow tonight day days week weeks month months year years minutes hours"
            + " morning night monday friday weekend now then still already again finally");
    put(
        AUXILIARY,
        "is are was were be been being am have has had do does did will would could should can may"
            + " might must");
    for (String word :
        ("the a an this that these those of to in for with on at from by about and or but if as"
                + " than then is are was were be been being am have has had do does did will would"
                + " could should can may might must i me my you your he him his she her it its we"
                + " us our they them their who what which when where why how not no so there here"
                + " because while after before into over out up down just")
            .split(" ")) {
      CLASSES.merge(word, FUNCTION, (a, b) -> a | b);
    }
  }

  private WordClasses() {}

  /** The classes of a lower-case word as bits; 0 for most. */
  static int of(String word) {
    return CLASSES.getOrDefault(word, 0);
  }

  private static void put(int bit, String words) {
    for (String word : words.split(" ")) {
      CLASSES.merge(word, bit, (a, b) -> a | b);
    }
  }
}
