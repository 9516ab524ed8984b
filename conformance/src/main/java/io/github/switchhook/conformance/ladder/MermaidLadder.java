package io.github.switchhook.conformance.ladder;

import io.github.switchhook.conformance.text.Escape;

/** Draws a ladder as a Mermaid sequence diagram. */
final class MermaidLadder {
  private MermaidLadder() {}

  static String draw(Ladder ladder) {
    StringBuilder out = new StringBuilder("sequenceDiagram\n");
    for (int i = 0; i < ladder.columns().size(); i++) {
      out.append("  participant p").append(i).append(" as ");
      out.append(Escape.mermaid(ladder.columns().get(i))).append('\n');
    }
    for (int i = 0; i < ladder.rows().size(); i++) {
      int number = i;
      LadderRow row = ladder.rows().get(i);
      String from = "p" + ladder.columns().indexOf(row.from());
      String to = "p" + ladder.columns().indexOf(row.to());
      out.append("  ");
      if (from.equals(to)) {
        out.append("Note over ").append(from);
      } else {
        out.append(from).append(row.kind() == LadderRow.RowKind.EVENT ? "-->>" : "->>").append(to);
      }
      out.append(": ").append(Escape.mermaid(row.label())).append('\n');
      ladder
          .deviation()
          .filter(mark -> mark.row() == number)
          .ifPresent(
              mark ->
                  out.append("  Note over ")
                      .append(to)
                      .append(": ✗ ")
                      .append(Escape.mermaid(mark.text()))
                      .append('\n'));
    }
    return out.toString();
  }
}
