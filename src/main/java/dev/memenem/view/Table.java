package dev.memenem.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rows under headings, as wide as they need to be; the flexible column gives way when room is
 * short.
 */
final class Table {
  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param heading in capitals by convention
   * @param right numbers stand right
   * @param flexible this column is cut when the table is too wide
   * @param ink colours a padded cell
   */
  record Column(String heading, boolean right, boolean flexible, UnaryOperator<String> ink) {
    static Column of(String heading) {
      return new Column(heading, false, false, text -> text);
    }

    static Column number(String heading) {
      return new Column(heading, true, false, text -> text);
    }

    static Column flexible(String heading) {
      return new Column(heading, false, true, text -> text);
    }

    Column inked(UnaryOperator<String> how) {
      return new Column(heading, right, flexible, how);
    }
  }

  Table(List<Column> columns) {
    this.columns = columns;
  }

  /**
   * Cells may hold anything; they are made safe here. Those beyond the last column are left out.
   */
  void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      row.add(cells[i] == null ? "" : Columns.safe(cells[i].toString()));
    }
    rows.add(row);
  }

  /** Empty when there are no rows. */
  String render(Screen screen) {
    if (rows.isEmpty()) {
      return "";
    }
    int[] widths = widths(screen);
    StringBuilder out = new StringBuilder();
    List<String> headings = columns.stream().map(Column::heading).toList();
    out.append(line(headings, widths, screen, true));
    rows.forEach(row -> out.append(line(row, widths, screen, false)));
    return out.toString();
  }

  private int[] widths(Screen screen) {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Columns.width(columns.get(i).heading());
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], Columns.width(row.get(i)));
      }
    }
    int over = -screen.width() + GAP.length() * (widths.length - 1);
    for (int width : widths) {
      over += width;
    }
    // The widest flexible column gives way first, a column at a time, so that they end up alike.
    while (over > 0) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (columns.get(i).flexible()
            && widths[i] > 8
            && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      over--;
    }
    return widths;
  }

  private String line(List<String> cells, int[] widths, Screen screen, boolean heading) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      Column column = columns.get(i);
      String cell = Columns.cut(cells.get(i), widths[i], screen);
      String fill = " ".repeat(Math.max(0, widths[i] - Columns.width(cell)));
      boolean last = i == widths.length - 1;
      String padded = column.right() ? fill + cell : cell + (last ? "" : fill);
      line.append(i == 0 ? "" : GAP)
          .append(
              heading ? screen.dim(padded) : screen.color() ? column.ink().apply(padded) : padded);
    }
    return line.toString().stripTrailing() + "\n";
  }
}
