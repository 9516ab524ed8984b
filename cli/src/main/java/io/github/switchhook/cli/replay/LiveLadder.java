package io.github.switchhook.cli.replay;

import io.github.switchhook.conformance.Replay;
import io.github.switchhook.conformance.ladder.Ladder;
import io.github.switchhook.conformance.ladder.LadderBuilder;
import io.github.switchhook.conformance.ladder.TextLadder;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.wire.WireLine;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a call while it is going on. Thread-safe. */
public final class LiveLadder implements Replay.Listener {
  private final PrintWriter out;
  private final boolean colour;
  private LadderBuilder row = new LadderBuilder();
  private TextLadder ladder = new TextLadder(List.of(), false);
  private @Nullable Long began;

  public LiveLadder(PrintWriter out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  @Override
  public synchronized void begins(String scenario, List<String> agents, boolean outside) {
    row = new LadderBuilder();
    began = null;
    ladder = new TextLadder(Ladder.columns(agents, outside), colour);
    print(Escape.line(scenario));
    print(ladder.header());
  }

  @Override
  public synchronized void step(ScenarioStep step) {
    title(step.title());
  }

  private void title(String text) {
    print((colour ? "\u001b[1m" : "") + "· " + Escape.line(text) + (colour ? "\u001b[0m" : ""));
  }

  @Override
  public synchronized void line(WireLine line) {
    Long start = began;
    if (start == null) {
      start = line.micros();
      began = start;
    }
    if (line.direction() == WireLine.Direction.STEP) {
      title(line.text());
    }
    long since = line.micros() - start;
    WireLine relative =
        new WireLine(since, line.direction(), line.agent(), line.connection(), line.text());
    row.add(relative).map(ladder::line).ifPresent(this::print);
  }

  private void print(String line) {
    out.println(line);
    out.flush();
  }
}
