package io.github.switchhook.simulator.transport;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What waits to be sent on one connection: at most one message is with the carrier, and a client
 * that does not read is cut off instead of filling the heap. Thread-safe.
 */
public final class OutboundQueue {
  /** The close code for a client that is too slow: try again later. */
  public static final int TOO_SLOW = 1013;

  /** What carries the messages. Its methods return without waiting for the peer. */
  public interface Carrier {
    /**
     * Sends one message.
     *
     * @param done to be called once, when the next one may follow; with false where it failed
     */
    void send(String text, Done done);

    /** Closes the connection. */
    void close(int code, String reason);
  }

  /** The end of a send. */
  @FunctionalInterface
  public interface Done {
    /** Called on any thread. */
    void sent(boolean well);
  }

  private final Carrier carrier;
  private final int limit;
  private final Queue<String> waiting = new ArrayDeque<>();
  private boolean sending;
  private boolean closed;

  /** A queue that cuts the client off when more than {@code limit} messages wait. */
  public OutboundQueue(Carrier carrier, int limit) {
    this.carrier = carrier;
    this.limit = limit;
  }

  /** Sends a message after those that wait; dropped once the connection is closed. */
  public void send(String text) {
    boolean overflow;
    synchronized (this) {
      if (closed) {
        return;
      }
      overflow = waiting.size() == limit;
      if (overflow) {
        closed = true;
        waiting.clear();
      } else {
        waiting.add(text);
      }
    }
    if (overflow) {
      carrier.close(TOO_SLOW, "more than " + limit + " messages wait to be read");
    } else {
      sendNext();
    }
  }

  /** Drops what waits, and closes. */
  public void close(int code, String reason) {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.clear();
    }
    carrier.close(code, reason);
  }

  private void sendNext() {
    String next;
    synchronized (this) {
      if (sending || closed || waiting.isEmpty()) {
        return;
      }
      next = waiting.remove();
      sending = true;
    }
    carrier.send(next, this::sent);
  }

  private void sent(boolean well) {
    synchronized (this) {
      sending = false;
      if (!well) {
        closed = true;
        waiting.clear();
      }
    }
    sendNext();
  }
}
