package dev.memenem.view;

import java.util.Locale;

/** The line that shows a running job. */
public final class ProgressLine {
  private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
  private static final String ASCII_SPINNER = "|/-\\";
  private static final int BAR = 24;

  private ProgressLine() {}

  /**
   * @param progress 0 to 100
   * @param step what is being done
   * @param elapsedMillis since the job began
   * @param remainingSeconds an estimate; negative when there is none
   */
  public record State(double progress, String step, long elapsedMillis, long remainingSeconds) {}

  /** One line, at most as wide as the screen, without a line end. */
  public static String of(State state, Screen screen) {
    String spinner = screen.either(SPINNER, ASCII_SPINNER);
    int tick = (int) (state.elapsedMillis() / 100 % spinner.length());
    String left =
        state.remainingSeconds() < 0
            ? ""
            : screen.either(" · ", " - ") + "about " + time(state.remainingSeconds()) + " left";
    String head = spinner.charAt(tick) + " ";
    String percent = String.format(Locale.ROOT, " %3.0f %%  ", state.progress());
    int bar = Math.min(BAR, Math.max(0, screen.width() - 36));
    int full = (int) Math.round(bar * Math.min(100, state.progress()) / 100);
    int room = screen.width() - 1 - head.length() - bar - percent.length();
    String text = Columns.cut(Columns.safe(state.step()) + left, Math.max(0, room), screen);
    return screen.accent(head)
        + screen.good(screen.either("█", "#").repeat(full))
        + screen.dim(screen.either("░", ".").repeat(bar - full))
        + percent
        + screen.dim(text);
  }

  private static String time(long seconds) {
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min";
  }
}
