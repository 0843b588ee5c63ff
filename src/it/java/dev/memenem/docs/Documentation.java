package dev.memenem.docs;

import java.util.Map;
import java.util.TreeMap;

/** Every file that is made from the command model. */
final class Documentation {
  private Documentation() {}

  /** Path in the sources to text. */
  static Map<String, String> all() {
    Map<String, String> files = new TreeMap<>();
    ManPages.all().forEach((name, text) -> files.put("man/" + name, text));
    CommandModel model = CommandModel.read();
    files.put("completions/memenem.bash", BashCompletion.of(model));
    files.put("completions/_memenem", ZshCompletion.of(model));
    files.put("completions/memenem.fish", FishCompletion.of(model));
    return files;
  }
}
