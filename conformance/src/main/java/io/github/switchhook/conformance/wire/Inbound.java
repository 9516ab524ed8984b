package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.text.Escape;
import java.time.Duration;

/** What a look into a connection's inbox can show. */
public sealed interface Inbound {
  /**
   * Says why nothing more was read, for people.
   *
   * @param waited how long it was waited for
   * @param others how many messages came meanwhile that were not waited for
   */
  default String why(Duration waited, int others) {
    if (this instanceof Flooded flood) {
      return flood.what();
    }
    if (this instanceof Malformed malformed) {
      return malformed.what();
    }
    if (this instanceof Closed end) {
      String reason = end.reason().isEmpty() ? "" : " (" + Escape.line(end.reason()) + ")";
      return "the connection was closed with " + end.code() + reason;
    }
    String meanwhile =
        others == 0 ? "" : ", but " + others + (others == 1 ? " other message" : " other messages");
    return "no answer within " + waited.toMillis() + " ms" + meanwhile;
  }

  /** Says what to look at then, as it goes on from "look at". */
  default String lookAt() {
    if (this instanceof Flooded) {
      return "why the target sends so much";
    }
    if (this instanceof Malformed) {
      return "the target's WebSocket library, and proxies between here and the target";
    }
    return this instanceof Closed
        ? "what the target's own log says about that"
        : "what the target's own log says about the request, and timeouts: {responseMillis}";
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
   * @param what what was too much, a whole sentence
   */
  record Flooded(String what) implements Inbound {}

  /**
   * What the target sent is no WebSocket, and the kit closed the connection.
   *
   * @param what what was wrong, a whole sentence
   */
  record Malformed(String what) implements Inbound {}

  /**
   * Nothing came before the deadline.
   *
   * @param lag how long this machine kept the kit from running meanwhile; zero where that explains
   *     nothing
   */
  record Nothing(Duration lag) implements Inbound {
    /** Nothing came, and the kit was there to see it. */
    public Nothing() {
      this(Duration.ZERO);
    }
  }
}
