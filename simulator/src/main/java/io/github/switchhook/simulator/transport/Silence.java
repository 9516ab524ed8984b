package io.github.switchhook.simulator.transport;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Measures how long a client has been silent, and decides what is to be done about it. Thread-safe.
 */
final class Silence {
  /** What is to be done about a silent client. */
  enum Due {
    NOTHING,
    /** It is to be pinged, so that proxies keep it and it shows that it lives. */
    PING,
    /** It is gone: it answered no ping. */
    DEAD,
    /** It lives, but has sent no message for longer than it may. */
    IDLE
  }

  /** So many pings go unanswered before a client is taken for dead. */
  static final int PINGS = 3;

  private final ConnectionLimits limits;
  private final LongSupplier nanos;
  private volatile long lastRead;
  private volatile long lastMessage;
  // Used only by the thread that checks.
  private int pings;

  Silence(ConnectionLimits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
    this.lastRead = nanos.getAsLong();
    this.lastMessage = lastRead;
  }

  /** Notes that bytes came from the client. */
  void read() {
    lastRead = nanos.getAsLong();
  }

  /** Notes that a whole message came from the client. */
  void message() {
    lastMessage = nanos.getAsLong();
  }

  /**
   * Returns what is to be done now. Called by one thread.
   *
   * @param reading whether the client could have been heard
   */
  Due due(boolean reading) {
    if (!limits.idle().isZero() && since(lastMessage).compareTo(limits.idle()) > 0) {
      return Due.IDLE;
    }
    if (limits.ping().isZero() || !reading) {
      return Due.NOTHING;
    }
    Duration silent = since(lastRead);
    if (silent.compareTo(limits.ping()) < 0) {
      pings = 0;
    } else if (silent.compareTo(limits.ping().multipliedBy(PINGS + 1L)) > 0) {
      return Due.DEAD;
    } else if (pings < PINGS && silent.compareTo(limits.ping().multipliedBy(pings + 1L)) >= 0) {
      pings++;
      return Due.PING;
    }
    return Due.NOTHING;
  }

  private Duration since(long moment) {
    return Duration.ofNanos(nanos.getAsLong() - moment);
  }
}
