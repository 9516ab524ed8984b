package io.github.switchhook.simulator.transport.http;

import java.time.Duration;

/**
 * The limits of the clients of control.
 *
 * @param connections at a time; a new one takes the place of the oldest that is not being served
 * @param request how long a whole request may take to come, from the connection on
 * @param answer how long an answer may take to be read
 * @param unread how many bytes of answers may wait to be read, of all connections together; one
 *     answer may be longer, and is then alone
 */
record Limits(int connections, Duration request, Duration answer, long unread) {
  static Limits standard() {
    return new Limits(256, Duration.ofSeconds(10), Duration.ofSeconds(10), 64L << 20);
  }
}
