package io.github.switchhook.conformance.ladder;

import io.github.switchhook.conformance.wire.WireLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call ladder: the messages between the columns, in order of time from top to bottom.
 *
 * @param columns the names of the columns from left to right
 * @param rows the rows
 * @param deviation which row went wrong and how; empty if none did
 */
public record Ladder(
    List<String> columns, List<LadderRow> rows, Optional<DeviationMark> deviation) {
  /**
   * The mark at the row that went wrong.
   *
   * @param row the row's index
   * @param text what is wrong there
   */
  public record DeviationMark(int row, String text) {}

  public Ladder {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Makes the ladder of some lines. */
  public static Ladder of(List<WireLine> lines) {
    LadderBuilder builder = new LadderBuilder();
    List<LadderRow> rows = new ArrayList<>();
    lines.forEach(line -> builder.add(line).ifPresent(rows::add));
    Set<String> seen = new LinkedHashSet<>();
    rows.forEach(
        row -> {
          seen.add(row.from());
          seen.add(row.to());
        });
    List<String> agents =
        seen.stream()
            .filter(
                name -> !name.equals(LadderBuilder.SWITCH) && !name.equals(LadderBuilder.OUTSIDE))
            .toList();
    return new Ladder(
        columns(agents, seen.contains(LadderBuilder.OUTSIDE)), rows, Optional.empty());
  }

  /** Puts the first agent left of the switch and the others right of it, then the outside. */
  public static List<String> columns(List<String> agents, boolean outside) {
    List<String> columns = new ArrayList<>();
    agents.stream().limit(1).forEach(columns::add);
    columns.add(LadderBuilder.SWITCH);
    agents.stream().skip(1).forEach(columns::add);
    if (outside) {
      columns.add(LadderBuilder.OUTSIDE);
    }
    return columns;
  }

  /** Returns the same ladder with its last row marked as where it went wrong. */
  public Ladder failedAtEnd(String text) {
    return rows.isEmpty()
        ? this
        : new Ladder(columns, rows, Optional.of(new DeviationMark(rows.size() - 1, text)));
  }

  /** Returns the same ladder with a row marked; {@code row} counts from 0. */
  public Ladder marked(int row, String text) {
    return new Ladder(columns, rows, Optional.of(new DeviationMark(row, text)));
  }

  /** Draws it for a terminal, with colour or without. */
  public String text(boolean colour) {
    return TextLadder.draw(this, colour);
  }

  /** Draws the ladder as a self-contained SVG document. */
  public String svg() {
    return SvgLadder.draw(this);
  }

  /** Draws it as a Mermaid sequence diagram. */
  public String mermaid() {
    return MermaidLadder.draw(this);
  }
}
