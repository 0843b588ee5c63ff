package dev.memenem.cli;

import dev.memenem.json.Json;
import dev.memenem.view.Screen;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Data to stdout in the form that was asked for; everything else to stderr. */
final class Printer {
  private final Services services;

  Printer(Services services) {
    this.services = services;
  }

  /** One document, or a table drawn only when it is wanted. */
  void document(Map<String, Object> document, Function<Screen, String> table) {
    switch (services.global().output()) {
      case JSON -> line(Json.pretty(document));
      case NDJSON -> line(Json.write(document));
      default -> text(table.apply(services.terminal().screen()));
    }
  }

  /** A list: one document, an element a line, or a table. */
  void list(Map<String, Object> document, List<?> elements, Function<Screen, String> table) {
    if (services.global().output() == OutputFormat.NDJSON) {
      elements.forEach(element -> line(Json.write(element)));
    } else {
      document(document, table);
    }
  }

  void line(String line) {
    out().println(line);
    out().flush();
  }

  void text(String text) {
    out().print(text);
    out().flush();
  }

  /** A hint or a warning, unless {@code -q}. */
  void note(String line) {
    if (!services.global().quiet()) {
      services.terminal().err().println(line);
    }
  }

  /** A line that only {@code -v} shows. */
  void detail(String line) {
    if (services.global().verbosity() > 0) {
      services.terminal().err().println(line);
    }
  }

  private PrintStream out() {
    return services.terminal().out();
  }
}
