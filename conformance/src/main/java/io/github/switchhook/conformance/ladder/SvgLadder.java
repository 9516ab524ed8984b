package io.github.switchhook.conformance.ladder;

import io.github.switchhook.conformance.text.Escape;
import java.util.Locale;

/** Draws a ladder as an SVG document. The colours follow the reader's light or dark scheme. */
final class SvgLadder {
  private static final int LANE = 300;
  private static final int LEFT = 120;
  private static final int TOP = 40;
  private static final int ROW = 24;

  private static final String STYLE =
      """
      <style>
        .ladder { font: 12px ui-sans-serif, system-ui, sans-serif; color: #1f2328; fill: currentColor }
        @media (prefers-color-scheme: dark) { .ladder { color: #e6edf3 } }
        .ladder .lane { stroke: currentColor; stroke-opacity: .3 }
        .ladder .name { font-weight: 600; text-anchor: middle }
        .ladder .time { fill-opacity: .6; text-anchor: end }
        .ladder .rung text { text-anchor: middle }
        .ladder .rung path { fill: none; stroke: currentColor }
        .ladder .event path { stroke-dasharray: 4 3 }
        .ladder .request { color: #0969da } .ladder .answer { color: #1a7f37 }
        .ladder .refusal, .ladder .deviation { color: #cf222e }
        .ladder .act { color: #8250df } .ladder .connection { color: #9a6700 }
        .ladder .rung text, .ladder .deviation text { fill: currentColor }
      </style>
      """;

  private SvgLadder() {}

  static String draw(Ladder ladder) {
    int width = LEFT + LANE * Math.max(1, ladder.columns().size() - 1) + LEFT;
    int rows = ladder.rows().size() + (ladder.deviation().isPresent() ? 1 : 0);
    int height = TOP + ROW * (rows + 1);
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ladder\" role=\"img\""
                + " aria-label=\"call ladder\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">%n",
            width,
            height,
            width,
            height));
    out.append(STYLE);
    for (String column : ladder.columns()) {
      int x = lane(ladder, column);
      out.append(
          String.format(
              Locale.ROOT,
              "<text class=\"name\" x=\"%d\" y=\"20\">%s</text><line class=\"lane\" x1=\"%d\""
                  + " y1=\"28\" x2=\"%d\" y2=\"%d\"/>%n",
              x,
              Escape.markup(column),
              x,
              x,
              height - 8));
    }
    int y = TOP;
    for (int i = 0; i < ladder.rows().size(); i++) {
      y += ROW;
      row(out, ladder, ladder.rows().get(i), y);
      int row = i;
      if (ladder.deviation().filter(mark -> mark.row() == row).isPresent()) {
        y += ROW;
        deviation(out, ladder, y);
      }
    }
    return out.append("</svg>\n").toString();
  }

  private static void row(StringBuilder out, Ladder ladder, LadderRow row, int y) {
    int from = lane(ladder, row.from());
    int to = lane(ladder, row.to());
    String kind = row.kind().name().toLowerCase(Locale.ROOT);
    out.append(
        String.format(
            Locale.ROOT,
            "<g class=\"rung %s\"><title>%s</title><text class=\"time\" x=\"60\" y=\"%d\">%.1f"
                + " ms</text>",
            kind,
            Escape.markup(row.detail()),
            y,
            row.micros() / 1000.0));
    if (from == to) {
      out.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\">%s</text>",
              from,
              y,
              Escape.markup(row.label())));
    } else {
      int head = to > from ? -6 : 6;
      out.append(
          String.format(
              Locale.ROOT,
              "<path d=\"M%d %dH%dm%d -4l%d 4l%d 4\"/><text x=\"%d\" y=\"%d\">%s</text>",
              from,
              y,
              to,
              head,
              -head,
              head,
              (from + to) / 2,
              y - 4,
              Escape.markup(row.label())));
    }
    out.append("</g>\n");
  }

  private static void deviation(StringBuilder out, Ladder ladder, int y) {
    String text = ladder.deviation().map(Ladder.DeviationMark::text).orElse("");
    out.append(
        String.format(
            Locale.ROOT,
            "<g class=\"deviation\"><title>%s</title><text x=\"%d\" y=\"%d\">✗ %s</text></g>%n",
            Escape.markup(text),
            LEFT,
            y,
            Escape.markup(text.lines().findFirst().orElse(""))));
  }

  private static int lane(Ladder ladder, String column) {
    return LEFT + Math.max(0, ladder.columns().indexOf(column)) * LANE;
  }
}
