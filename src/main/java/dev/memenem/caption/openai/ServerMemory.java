package dev.memenem.caption.openai;

import dev.memenem.pace.Pacer;
import java.util.Optional;

/** What was learnt of a server, remembered in the store for every process. */
final class ServerMemory {
  private final Pacer pacer;
  private final String account;

  ServerMemory(Pacer pacer, String account) {
    this.pacer = pacer;
    this.account = account;
  }

  JsonMode mode() {
    return pacer.recall(account + "#json_mode").map(JsonMode::of).orElse(JsonMode.JSON_SCHEMA);
  }

  void mode(JsonMode mode) {
    pacer.remember(account + "#json_mode", mode.id());
  }

  /** The model that the server listed first, when none is set. */
  Optional<String> model() {
    return pacer.recall(account + "#model").filter(model -> !model.isEmpty());
  }

  void model(String model) {
    pacer.remember(account + "#model", model);
  }

  void forgetModel() {
    pacer.remember(account + "#model", "");
  }
}
