package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.text.Escape;
import java.util.List;

/** The lines of one scenario of a feature, as they are written. Used by one thread. */
final class GherkinLines {
  private final StringBuilder out = new StringBuilder();
  private boolean hides;

  void scenario(String name) {
    out.append("  Scenario: ").append(Escape.line(name.strip())).append('\n');
  }

  void line(String keyword, String text) {
    hides |= !Escape.line(text).equals(text);
    out.append("    ").append(keyword).append(' ').append(text).append('\n');
  }

  void table(List<List<String>> rows) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("      |");
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(each -> escaped(each.get(at)).length()).max().orElse(0);
        String cell = escaped(row.get(column));
        hides |= !Escape.line(cell).equals(cell);
        line.append(' ').append(cell).append(" ".repeat(width - cell.length())).append(" |");
      }
      out.append(line).append('\n');
    }
  }

  private static String escaped(String cell) {
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n");
  }

  /** Tells whether a line or table has a line break or a control character. */
  boolean hides() {
    return hides;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
