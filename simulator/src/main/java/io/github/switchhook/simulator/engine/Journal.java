package io.github.switchhook.simulator.engine;

import io.github.switchhook.simulator.text.CodePoints;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The record of what went in and out and why; only the newest entries are kept. Listeners that wait
 * for an entry are told when it comes. In a turn only.
 */
public final class Journal {
  /** The kinds of entries. */
  public enum EntryKind {
    /** A client sent a message, whether it is a request or not. */
    REQUEST,
    /** The switch answered a request of a client. */
    RESPONSE,
    /** A client was sent an event. */
    EVENT,
    /** Control did something to the switch. */
    CONTROL,
    /** An installed fault struck a message. */
    FAULT,
    /** The connection of a client has closed. */
    CLOSED
  }

  /**
   * The peer at the other end of a connection, as far as it is known.
   *
   * @param connection the connection's number, counted from 1; 0 for control
   * @param agent the id of the agent that is logged in there, or that a login names
   * @param extension that agent's extension
   */
  public record ConnectedClient(
      long connection, @Nullable String agent, @Nullable String extension) {
    /** Stands for control, which is not an agent. */
    public static final ConnectedClient CONTROL = new ConnectedClient(0, null, null);

    /** Tells whether it is the agent of that id or extension. */
    public boolean is(String agentOrExtension) {
      return agentOrExtension.equals(agent) || agentOrExtension.equals(extension);
    }
  }

  /**
   * One entry.
   *
   * @param number counts up from 1 in a switch's life
   * @param cause the number of the request or operation that caused it; its own number if it is one
   * @param time on the switch's clock
   * @param name the command, event, operation or fault; null where a client sent no command
   * @param text what was on the wire, or the operation's arguments; a password in it is not shown,
   *     and of what is long, the beginning only
   */
  public record Entry(
      long number,
      long cause,
      Instant time,
      ConnectedClient peer,
      EntryKind kind,
      @Nullable String name,
      String text) {}

  private static final class Waiter {
    final Predicate<Entry> wanted;
    final CompletableFuture<Entry> seen = new CompletableFuture<>();
    int left;

    Waiter(Predicate<Entry> wanted, int count) {
      this.wanted = wanted;
      this.left = count;
    }

    void look(Entry entry) {
      if (left > 0 && wanted.test(entry) && --left == 0) {
        seen.complete(entry);
      }
    }
  }

  // Clients decide how long their messages are, but not how much of the heap they take.
  /** The number of characters of a text that are kept. */
  public static final int MAX_TEXT = 8192;

  private final int limit;
  private final Supplier<Instant> now;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final List<Waiter> waiters = new ArrayList<>();
  private long last;
  private long cause;

  /**
   * Creates a journal that keeps the last {@code limit} entries.
   *
   * @param now the switch's time
   */
  public Journal(int limit, Supplier<Instant> now) {
    this.limit = limit;
    this.now = now;
  }

  /** Notes what a client or control does: the cause of all that is noted until the next one. */
  public void begin(ConnectedClient peer, EntryKind kind, @Nullable String name, String text) {
    cause = last + 1;
    note(peer, kind, name, text);
  }

  /** Notes something that comes of the cause at hand. */
  public void note(ConnectedClient peer, EntryKind kind, @Nullable String name, String text) {
    Entry entry =
        new Entry(++last, cause, now.get(), peer, kind, name, CodePoints.shortened(text, MAX_TEXT));
    if (entries.size() == limit) {
      entries.removeFirst();
    }
    entries.addLast(entry);
    waiters.removeIf(waiter -> waiter.seen.isDone());
    waiters.forEach(waiter -> waiter.look(entry));
  }

  /**
   * Returns a task for later, a timer's: what it does is caused by the request or operation that is
   * being carried out now, and not of the one that lets time pass then.
   */
  public Runnable keepingCause(Runnable task) {
    long kept = cause;
    return () -> {
      long interrupted = cause;
      cause = kept;
      try {
        task.run();
      } finally {
        cause = interrupted;
      }
    };
  }

  /** Returns the entries that are kept, oldest first. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Returns the number of the newest entry; 0 where nothing is noted yet. */
  public long last() {
    return last;
  }

  /**
   * Waits for entries, those that are noted already included.
   *
   * @param count how many of them are wanted, at least 1
   * @return completed with the last of them, in a turn; cancel it to wait no longer
   */
  public CompletableFuture<Entry> when(Predicate<Entry> wanted, int count) {
    Waiter waiter = new Waiter(wanted, count);
    entries.forEach(waiter::look);
    waiters.removeIf(other -> other.seen.isDone());
    waiters.add(waiter);
    return waiter.seen;
  }
}
