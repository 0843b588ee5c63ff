package dev.memenem.view;

import dev.memenem.view.Table.Column;
import java.util.List;
import java.util.Map;

/** {@code doctor} for people. */
public final class DoctorScreen {
  private static final int NAME = 16;
  private static final int STATE = 15;

  private DoctorScreen() {}

  public static String of(List<Check> checks, List<Map<String, Object>> settings, Screen terminal) {
    Screen screen = terminal.atMost(128);
    StringBuilder out = new StringBuilder();
    for (Check check : checks) {
      String state = Columns.fit(check.state().id().replace('_', ' '), STATE, screen);
      boolean first = true;
      for (String line :
          Columns.wrap(Columns.safe(check.detail()), screen.width() - NAME - STATE)) {
        out.append(Columns.fit(first ? check.name() : "", NAME, screen))
            .append(first ? ink(check, state, screen) : " ".repeat(STATE))
            .append(line)
            .append('\n');
        first = false;
      }
    }
    if (!settings.isEmpty()) {
      Table table =
          new Table(
              List.of(Column.of("SETTING"), Column.flexible("VALUE"), Column.flexible("FROM")));
      settings.forEach(
          setting ->
              table.row(
                  setting.get("setting"),
                  setting.get("value") == null ? "-" : setting.get("value"),
                  setting.get("origin")));
      out.append('\n').append(table.render(screen));
    }
    return out.toString();
  }

  private static String ink(Check check, String state, Screen screen) {
    return switch (check.state()) {
      case OK -> screen.good(state);
      case NOT_CONFIGURED -> screen.dim(state);
      case FAILED -> screen.bad(state);
      default -> screen.warn(state);
    };
  }
}
