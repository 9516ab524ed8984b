package io.github.switchhook.conformance.wire;

import java.time.Duration;

/** What a look into a connection's inbox can show. */
public sealed interface Inbound {
  /**
   * Says why nothing more was read, for people.
   *
   * @param waited how long it was waited for
   */
  default String why(Duration waited) {
    if (this instanceof Flooded flood) {
      return "more than " + flood.limit() + " messages came at once";
    }
    if (this instanceof Closed end) {
      String reason = end.reason().isEmpty() ? "" : " (" + end.reason() + ")";
      return "the connection was closed with " + end.code() + reason;
    }
    return "no answer within " + waited.toMillis() + " ms";
  }

  /**
   * A text message.
   *
   * @param text as it came
   */
  record Text(String text) implements Inbound {}

  /**
   * A binary message; the protocol has none.
   *
   * @param bytes how long it was
   */
  record Binary(int bytes) implements Inbound {}

  /**
   * The connection is closed and everything before that was read.
   *
   * @param code the WebSocket close code; 1006 where no close frame came
   * @param reason what the closing side said
   */
  record Closed(int code, String reason) implements Inbound {}

  /**
   * The target sent more than the kit is willing to keep, and the kit closed the connection.
   *
   * @param limit how many messages were kept
   */
  record Flooded(int limit) implements Inbound {}

  /** Nothing came before the deadline. */
  record Nothing() implements Inbound {}
}
