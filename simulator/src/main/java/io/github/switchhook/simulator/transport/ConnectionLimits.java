package io.github.switchhook.simulator.transport;

import java.time.Duration;

/**
 * The limits of one client: how much it may cost, and how long it may be silent.
 *
 * @param messageBytes a longer message closes its connection with 1009 (PROTOCOL section 2)
 * @param queuedBytes a client for which more wait to be read is cut off
 * @param queuedMessages a client for which more wait to be read is cut off
 * @param queuedAge a client that leaves something unread for longer is cut off
 * @param ping how long a client is silent before it is pinged; one that answers none of three pings
 *     is cut off. Zero for no pings
 * @param idle how long a client may send no message before its connection is closed with 1001; zero
 *     for as long as it likes
 */
public record ConnectionLimits(
    int messageBytes,
    long queuedBytes,
    int queuedMessages,
    Duration queuedAge,
    Duration ping,
    Duration idle) {

  /** 256 KiB a message; 8 MiB, 20,000 messages, 10 s unread; a ping after 45 s; never too idle. */
  public static final ConnectionLimits STANDARD =
      new ConnectionLimits(
          256 << 10,
          8 << 20,
          20_000,
          Duration.ofSeconds(10),
          Duration.ofSeconds(45),
          Duration.ZERO);

  /** Checks that each limit can be kept. */
  public ConnectionLimits {
    if (messageBytes < 1 || queuedBytes < 1 || queuedMessages < 1) {
      throw new IllegalArgumentException(
          "expected limits of at least 1, got "
              + messageBytes
              + " and "
              + queuedBytes
              + " bytes, "
              + queuedMessages
              + " messages");
    }
    if (queuedAge.isNegative() || queuedAge.isZero() || ping.isNegative() || idle.isNegative()) {
      throw new IllegalArgumentException(
          "expected times that have not passed, got " + queuedAge + ", " + ping + ", " + idle);
    }
  }

  /** Returns the same with another limit for a message. */
  public ConnectionLimits withMessageBytes(int bytes) {
    return new ConnectionLimits(bytes, queuedBytes, queuedMessages, queuedAge, ping, idle);
  }

  /** Returns the same with other limits for what waits to be read. */
  public ConnectionLimits withQueue(long bytes, int messages, Duration age) {
    return new ConnectionLimits(messageBytes, bytes, messages, age, ping, idle);
  }

  /** Returns the same with another time before a silent client is pinged. */
  public ConnectionLimits withPing(Duration silence) {
    return new ConnectionLimits(
        messageBytes, queuedBytes, queuedMessages, queuedAge, silence, idle);
  }

  /** Returns the same with another time that a client may send no message. */
  public ConnectionLimits withIdle(Duration silence) {
    return new ConnectionLimits(
        messageBytes, queuedBytes, queuedMessages, queuedAge, ping, silence);
  }
}
