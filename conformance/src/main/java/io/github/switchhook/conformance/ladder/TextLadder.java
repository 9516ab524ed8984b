package io.github.switchhook.conformance.ladder;

import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.text.Excerpt;
import java.util.List;
import java.util.Locale;

/** Draws a ladder as text, one line for each row, so that it can be drawn live. */
public final class TextLadder {
  private static final int LANE = 44;
  private static final int FIRST = 8;

  /** The longest part of a column's name that is shown, so that two names do not touch. */
  private static final int WIDEST_NAME = 24;

  private static final String RESET = "\u001b[0m";

  private final List<String> columns;
  private final boolean colour;

  /** Draws rows between these columns, with ANSI colours if asked for. */
  public TextLadder(List<String> columns, boolean colour) {
    this.columns = List.copyOf(columns);
    this.colour = colour;
  }

  static String draw(Ladder ladder, boolean colour) {
    TextLadder text = new TextLadder(ladder.columns(), colour);
    StringBuilder out = new StringBuilder(text.header()).append('\n');
    for (int i = 0; i < ladder.rows().size(); i++) {
      int row = i;
      out.append(text.line(ladder.rows().get(i))).append('\n');
      ladder
          .deviation()
          .filter(mark -> mark.row() == row)
          .ifPresent(mark -> out.append(text.mark(mark.text())).append('\n'));
    }
    return out.toString();
  }

  /** Returns the line with the names of the columns. */
  public String header() {
    StringBuilder line = new StringBuilder(" ".repeat(width()));
    columns.forEach(
        column -> {
          String name = Escape.line(Excerpt.of(column, WIDEST_NAME));
          int at = Math.max(0, lane(column) - name.length() / 2);
          line.replace(at, at + name.length(), name);
        });
    return ("     time  " + line).stripTrailing();
  }

  /** Returns one row: the time in milliseconds, and an arrow between its columns. */
  public String line(LadderRow row) {
    StringBuilder line = new StringBuilder(" ".repeat(width()));
    columns.forEach(column -> line.setCharAt(lane(column), '│'));
    int from = lane(row.from());
    int to = lane(row.to());
    if (from == to) {
      put(line, from + 1, " " + Escape.line(row.label()));
    } else {
      arrow(line, from, to, row);
    }
    String time = String.format(Locale.ROOT, "%9.1f  ", row.micros() / 1000.0);
    return time + paint(row.kind(), line.toString().stripTrailing());
  }

  private String mark(String text) {
    String line = "       ✗   " + Escape.lines(text.strip()).replace("\n", "\n           ");
    return colour ? "\u001b[1;31m" + line + RESET : line;
  }

  private static void arrow(StringBuilder line, int from, int to, LadderRow row) {
    int left = Math.min(from, to) + 1;
    int right = Math.max(from, to);
    char stroke = row.kind() == LadderRow.RowKind.EVENT ? '┄' : '─';
    for (int i = left; i < right; i++) {
      line.setCharAt(i, stroke);
    }
    line.setCharAt(to > from ? right - 1 : left, to > from ? '▶' : '◀');
    int room = right - left - 4;
    String whole = Escape.line(row.label());
    String label = whole.length() <= room ? whole : Excerpt.head(whole, room - 1) + "…";
    int at = left + 2 + (room - label.length()) / 2;
    put(line, at, label);
  }

  private static void put(StringBuilder line, int at, String text) {
    while (line.length() < at + text.length()) {
      line.append(' ');
    }
    line.replace(at, at + text.length(), text);
  }

  private int lane(String column) {
    int index = columns.indexOf(column);
    return FIRST + (index < 0 ? columns.size() : index) * LANE;
  }

  private int width() {
    return FIRST + columns.size() * LANE;
  }

  private String paint(LadderRow.RowKind kind, String text) {
    if (!colour) {
      return text;
    }
    String code =
        switch (kind) {
          case REQUEST -> "\u001b[36m";
          case ANSWER -> "\u001b[32m";
          case REFUSAL -> "\u001b[31m";
          case EVENT -> "";
          case ACT -> "\u001b[35m";
          case CONNECTION -> "\u001b[33m";
        };
    return code.isEmpty() ? text : code + text + RESET;
  }
}
