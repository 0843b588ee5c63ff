package dev.memenem.caption.openai;

import dev.memenem.caption.CaptionAnswer.Failed;
import java.util.function.Function;

/** The model a server lists first, or why there is none. */
sealed interface FoundModel {
  record Found(String id) implements FoundModel {}

  record None(Failed why) implements FoundModel {}

  default <T> T fold(Function<String, T> found, Function<Failed, T> none) {
    return this instanceof Found f ? found.apply(f.id()) : none.apply(((None) this).why());
  }
}
