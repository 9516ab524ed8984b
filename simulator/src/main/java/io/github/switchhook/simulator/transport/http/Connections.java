package io.github.switchhook.simulator.transport.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The connections that are open, the oldest first. Where there are too many, the oldest that is not
 * being served has to go: an honest client sends a request at once and reads the answer.
 * Thread-safe.
 */
final class Connections {
  /** A connection that can be closed to make room for others. */
  interface Closing {
    /** Closes it; more than once does no harm. */
    void close();
  }

  private enum State {
    READING,
    SERVED,
    WRITING
  }

  private record OpenConnection(State state, long unread) {}

  private final Limits limits;
  private final Map<Closing, OpenConnection> open = new LinkedHashMap<>();
  private long unread;

  Connections(Limits limits) {
    this.limits = limits;
  }

  /**
   * Adds one that has just come.
   *
   * @return false where there is no room, because all others are being served
   */
  boolean add(Closing connection) {
    List<Closing> victims = new ArrayList<>();
    boolean room;
    synchronized (this) {
      room =
          open.size() < limits.connections()
              || oldest(entry -> entry.state() != State.SERVED).map(victims::add).isPresent();
      victims.forEach(this::remove);
      if (room) {
        open.put(connection, new OpenConnection(State.READING, 0));
      }
    }
    victims.forEach(Closing::close);
    return room;
  }

  /** Notes that its request is whole. */
  synchronized void serves(Closing connection) {
    open.replace(connection, new OpenConnection(State.SERVED, 0));
  }

  /**
   * Notes that it has got an answer to read. Others that have not read theirs may have to go.
   *
   * @param bytes how long the answer is
   */
  void answers(Closing connection, int bytes) {
    List<Closing> victims = new ArrayList<>();
    synchronized (this) {
      if (open.containsKey(connection)) {
        while (unread > 0 && unread + bytes > limits.unread()) {
          Closing victim = oldest(entry -> entry.unread() > 0).orElseThrow();
          remove(victim);
          victims.add(victim);
        }
        open.put(connection, new OpenConnection(State.WRITING, bytes));
        unread += bytes;
      }
    }
    victims.forEach(Closing::close);
  }

  /** Forgets a connection that has closed. */
  synchronized void remove(Closing connection) {
    OpenConnection entry = open.remove(connection);
    if (entry != null) {
      unread -= entry.unread();
    }
  }

  synchronized int size() {
    return open.size();
  }

  /** Returns the number of bytes of answers that clients have not read. */
  synchronized long unread() {
    return unread;
  }

  private Optional<Closing> oldest(Predicate<OpenConnection> which) {
    return open.entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
