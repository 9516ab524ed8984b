package io.github.switchhook.simulator.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The messages of a client that have not been served yet, in the order in which they came. While
 * they are too much, or the client leaves too much unread itself, its socket is read no further.
 * Thread-safe.
 */
final class InboundQueue {
  /** So much may wait before the client is read no further, in bytes. */
  private static final int READ_AHEAD = 64 << 10;

  /**
   * So much may wait for the client to read it before it is read no further, in bytes. A client
   * that asks and does not read gets no more answers made, which the others would have to wait for.
   */
  private static final int UNREAD = 256 << 10;

  // An item costs more than its bytes: many small ones are much work as well.
  private static final int ITEM_OVERHEAD = 256;

  private record Item(int cost, Runnable serve) {}

  private final ByteSocket socket;
  private final Deque<Item> waiting = new ArrayDeque<>();
  private int cost;
  private long unread;
  private boolean paused;
  private boolean closed;

  InboundQueue(ByteSocket socket) {
    this.socket = socket;
  }

  /** Adds something of so many bytes; ignored once the queue is closed. */
  synchronized void add(int bytes, Runnable serve) {
    if (closed) {
      return;
    }
    waiting.add(new Item(bytes + ITEM_OVERHEAD, serve));
    cost += bytes + ITEM_OVERHEAD;
    pauseOrReadOn();
  }

  /** Notes how many bytes wait for the client to read them. */
  synchronized void unread(long bytes) {
    unread = bytes;
    pauseOrReadOn();
  }

  /** Removes and returns what is to be served next; empty where nothing waits. */
  synchronized Optional<Runnable> next() {
    Item item = waiting.poll();
    if (item == null) {
      return Optional.empty();
    }
    cost -= item.cost();
    pauseOrReadOn();
    return Optional.of(item.serve());
  }

  /** Forgets all that waits and takes nothing more; what comes is read, so that an end shows. */
  synchronized void discard() {
    closed = true;
    waiting.clear();
    cost = 0;
    pauseOrReadOn();
  }

  private void pauseOrReadOn() {
    if (!paused && !closed && (cost > READ_AHEAD || unread > UNREAD)) {
      paused = true;
      socket.pauseReading();
    } else if (paused && (closed || (cost <= READ_AHEAD / 2 && unread <= UNREAD / 2))) {
      paused = false;
      socket.resumeReading();
    }
  }

  /** Accepts nothing more; what waits is still served. */
  synchronized void close() {
    closed = true;
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Tells whether the client is read no further at the moment. */
  synchronized boolean isPaused() {
    return paused;
  }
}
