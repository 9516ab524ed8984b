package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.profile.Secrets;
import io.github.switchhook.conformance.text.Excerpt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The raw lines of one scenario, secrets taken out, the oldest forgotten when there are too many.
 * Transports write from their threads, the kit reads.
 */
public final class WireLog {
  private static final int MAX_LINES = 2_000;
  private static final int MAX_LINE_CHARS = 16_384;
  private static final int MAX_CHARS = 1 << 20;

  private final LongSupplier micros;
  private final Secrets secrets;
  private final Consumer<WireLine> tap;
  private final Deque<WireLine> lines = new ArrayDeque<>();
  private int chars;
  private int dropped;
  private int connections;

  /**
   * Starts an empty log.
   *
   * @param micros tells the microseconds since the run began
   * @param secrets what must not be kept
   */
  public WireLog(LongSupplier micros, Secrets secrets) {
    this(micros, secrets, line -> {});
  }

  /** Begins a log; {@code tap} gets each line, complete, as soon as it exists. */
  public WireLog(LongSupplier micros, Secrets secrets, Consumer<WireLine> tap) {
    this.tap = tap;
    this.micros = micros;
    this.secrets = secrets;
  }

  /** Gives the next connection its number. */
  public synchronized int nextConnection() {
    return ++connections;
  }

  /** Keeps a note between the lines. */
  public void note(WireLine.Direction direction, String text) {
    add(direction, "", 0, text);
  }

  /** Keeps one line; a very long one is cut and its length noted. */
  public synchronized void add(
      WireLine.Direction direction, String agent, int connection, String text) {
    String kept = secrets.redact(text);
    long now = micros.getAsLong();
    tap.accept(new WireLine(now, direction, agent, connection, kept));
    if (kept.length() > MAX_LINE_CHARS) {
      kept = Excerpt.of(kept, MAX_LINE_CHARS) + " (" + text.length() + " characters)";
    }
    lines.add(new WireLine(now, direction, agent, connection, kept));
    chars += kept.length();
    while (lines.size() > MAX_LINES || chars > MAX_CHARS) {
      chars -= lines.remove().text().length();
      dropped++;
    }
  }

  /** Returns what is kept, oldest first. */
  public synchronized List<WireLine> lines() {
    return List.copyOf(lines);
  }

  /** Returns how many older lines were forgotten. */
  public synchronized int dropped() {
    return dropped;
  }
}
