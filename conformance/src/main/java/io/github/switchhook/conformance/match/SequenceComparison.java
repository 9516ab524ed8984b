package io.github.switchhook.conformance.match;

import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.text.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of one agent's events of one step with the rows that the scenario has for them.
 * The whole sequence counts: anything more, less, twice, elsewhere or on another object is a
 * deviation.
 */
public final class SequenceComparison {
  /** The longest part of a cell that is shown, in UTF-16 units. */
  private static final int WIDEST = 200;

  /** The most lines that are shown; a correct step has some thirty. */
  private static final int MOST_LINES = 500;

  private final EventMatcher matcher;
  private final List<Line> lines;

  private SequenceComparison(EventMatcher matcher, List<Line> lines) {
    this.matcher = matcher;
    this.lines = lines;
  }

  /** Compares all events of a step with the expected rows, in order. */
  public static SequenceComparison of(
      List<ExpectedEvent> expected, List<ActualEvent> actual, Dialect dialect) {
    EventMatcher matcher = new EventMatcher(dialect);
    List<Alignment.Pair> pairs = Alignment.of(expected, actual, matcher::cost);
    List<Line> lines = new ArrayList<>();
    for (Alignment.Pair pair : pairs) {
      lines.add(
          new Line(
              pair.expected() < 0 ? null : expected.get(pair.expected()),
              pair.actual() < 0 ? null : actual.get(pair.actual())));
    }
    lines.forEach(line -> line.judge(matcher));
    markSwapped(lines, matcher);
    markDuplicated(lines, actual);
    return new SequenceComparison(matcher, lines);
  }

  /**
   * Marks a row and an event that agree but were paired with nothing as one event at the wrong
   * place.
   */
  private static void markSwapped(List<Line> lines, EventMatcher matcher) {
    for (Line missing : lines) {
      ExpectedEvent row = missing.expected;
      if (row == null || missing.actual != null) {
        continue;
      }
      for (Line extra : lines) {
        ActualEvent event = extra.actual;
        if (event != null && extra.is(DeviationKind.EXTRA) && matcher.agrees(row, event)) {
          missing.replace(
              DeviationKind.SWAPPED, row.name() + " on " + row.on() + " comes at another place");
          extra.replace(DeviationKind.SWAPPED, "");
          break;
        }
      }
    }
  }

  private static void markDuplicated(List<Line> lines, List<ActualEvent> actual) {
    Map<Object, Long> times =
        actual.stream()
            .collect(Collectors.groupingBy(ActualEvent::identity, Collectors.counting()));
    for (Line line : lines) {
      ActualEvent event = line.actual;
      if (event != null
          && line.is(DeviationKind.EXTRA)
          && times.getOrDefault(event.identity(), 0L) > 1) {
        line.replace(
            DeviationKind.DUPLICATED, event.name() + " on " + event.object() + " comes twice");
      }
    }
  }

  /** Tells whether the sequence is exactly the expected one. */
  public boolean exact() {
    return lines.stream().allMatch(line -> line.deviations.isEmpty());
  }

  /** Lists the deviations in the order of the sequence. */
  public List<Deviation> deviations() {
    return lines.stream()
        .flatMap(line -> line.deviations.stream())
        .filter(deviation -> !deviation.text().isEmpty())
        .toList();
  }

  /** Returns both sequences side by side as text: {@code expected | actual | what is wrong}. */
  public String render() {
    Set<String> columns = new LinkedHashSet<>();
    lines.stream()
        .map(line -> line.expected)
        .filter(Objects::nonNull)
        .forEach(row -> columns.addAll(row.cells().keySet()));
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("", "expected", "actual", ""));
    int number = 0;
    for (Line line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
      String place = line.expected == null ? "" : String.valueOf(++number);
      table.add(List.of(place, cell(line.left()), cell(line.right(matcher, columns)), line.mark()));
    }
    int[] widths =
        IntStream.range(0, 4)
            .map(i -> table.stream().mapToInt(cells -> cells.get(i).length()).max().orElse(0))
            .toArray();
    String more =
        lines.size() > MOST_LINES ? "\nand " + (lines.size() - MOST_LINES) + " lines more" : "";
    return table.stream()
            .map(
                cells ->
                    (pad(cells.get(0), widths[0], true)
                            + "  "
                            + pad(cells.get(1), widths[1], false)
                            + " | "
                            + pad(cells.get(2), widths[2], false)
                            + (cells.get(3).isEmpty() ? "" : " | " + cells.get(3)))
                        .stripTrailing())
            .collect(Collectors.joining("\n"))
        + more;
  }

  /** Returns a cell's text on one line, cut so that no target makes it wider than a screen. */
  private static String cell(String text) {
    return Escape.line(Excerpt.of(text, WIDEST));
  }

  private static String pad(String text, int width, boolean right) {
    String blanks = " ".repeat(width - text.length());
    return right ? blanks + text : text + blanks;
  }

  /** One line of the two columns, with what is wrong about it. */
  private static final class Line {
    private final @Nullable ExpectedEvent expected;
    private final @Nullable ActualEvent actual;
    private final List<Deviation> deviations = new ArrayList<>();

    Line(@Nullable ExpectedEvent expected, @Nullable ActualEvent actual) {
      this.expected = expected;
      this.actual = actual;
    }

    void judge(EventMatcher matcher) {
      ExpectedEvent row = expected;
      ActualEvent event = actual;
      if (row != null && event != null) {
        deviations.addAll(matcher.deviations(row, event));
      } else if (row != null) {
        deviations.add(
            new Deviation(DeviationKind.MISSING, row.name() + " on " + row.on() + " did not come"));
      } else if (event != null) {
        deviations.add(
            new Deviation(
                DeviationKind.EXTRA, event.name() + " on " + event.object() + " was not expected"));
      }
      if (event != null && event.beforeResponse()) {
        deviations.add(
            new Deviation(
                DeviationKind.RESPONSE_AFTER_EVENTS,
                event.name() + " on " + event.object() + " came before the response"));
      }
    }

    boolean is(DeviationKind kind) {
      return deviations.stream().anyMatch(deviation -> deviation.kind() == kind);
    }

    void replace(DeviationKind kind, String text) {
      deviations.set(0, new Deviation(kind, text));
    }

    String left() {
      if (expected == null) {
        return "-";
      }
      StringBuilder text = new StringBuilder(expected.name() + " · " + expected.on());
      expected
          .cells()
          .forEach((column, value) -> text.append(" · ").append(column).append('=').append(value));
      return text.toString();
    }

    String right(EventMatcher matcher, Set<String> columns) {
      ActualEvent event = actual;
      if (event == null) {
        return "-";
      }
      StringBuilder text = new StringBuilder(event.name());
      if (!event.object().isEmpty()) {
        text.append(" · ").append(named(event));
      }
      for (String column : columns) {
        String value = matcher.shown(column, event);
        boolean wanted = expected != null && expected.cells().containsKey(column);
        if (wanted || (column.equals("state") && !value.equals("nothing"))) {
          text.append(" · ").append(column).append('=').append(value);
        }
      }
      return text.toString();
    }

    /**
     * Returns the name of the event's object. It can have two once the consult has become the
     * conversation; the one in the table is preferred.
     */
    private String named(ActualEvent event) {
      return expected != null && event.objects().contains(expected.on())
          ? expected.on()
          : event.object();
    }

    String mark() {
      return deviations.stream()
          .map(deviation -> deviation.kind().words())
          .distinct()
          .collect(Collectors.joining(", "));
    }
  }
}
