package dev.memenem.cli;

import dev.memenem.view.Terminal;
import java.util.ArrayList;
import java.util.List;

/** What signals do while a command runs; afterwards they do what they did before. */
final class Signals implements AutoCloseable {
  private final List<Runnable> restore = new ArrayList<>();

  /**
   * @param name {@code INT}, {@code TERM}
   * @param first what the first such signal does
   * @param code the process ends at once with this code at the second
   */
  void on(String name, Runnable first, int code) {
    restore.add(Terminal.onSignal(name, first, code));
  }

  @Override
  public void close() {
    restore.forEach(Runnable::run);
  }
}
