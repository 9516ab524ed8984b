package io.github.switchhook.simulator.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What went in and out, the newest entries only. Engine thread only. */
public final class Journal {
  /** Which way a message went, seen from the switch. */
  public enum Direction {
    IN,
    OUT
  }

  /**
   * One message.
   *
   * @param connection the connection's number, counted from 1
   * @param text what was on the wire; a password in it is not shown
   */
  public record Entry(Instant time, long connection, Direction direction, String text) {}

  private final int limit;
  private final Deque<Entry> entries = new ArrayDeque<>();

  /** A journal that keeps the last {@code limit} entries. */
  public Journal(int limit) {
    this.limit = limit;
  }

  /** Notes a message. */
  public void note(Entry entry) {
    if (entries.size() == limit) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  /** What is noted, oldest first. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }
}
