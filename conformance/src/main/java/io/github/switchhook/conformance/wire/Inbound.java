package io.github.switchhook.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.text.Escape;
import java.time.Duration;
import java.util.Optional;

/** The result of reading a connection's inbox: a message, or the reason why there is none. */
public sealed interface Inbound {
  /** A message that came, text or binary. */
  sealed interface Message extends Inbound {
    /** Returns how much it counts, in UTF-16 units. */
    long length();
  }

  /** The reason why no message was read. */
  sealed interface NoMessage extends Inbound {
    /** Returns the cause, for callers that tell the cases apart. */
    Cause cause();

    /**
     * Returns why nothing more was read, in words.
     *
     * @param waited how long it was waited for
     * @param others how many messages came meanwhile that were not waited for
     */
    String why(Duration waited, int others);

    /** Returns what to look at then, as it continues "look at". */
    String lookAt();

    /** Tells whether nothing can come any more on this connection. */
    default boolean isEnd() {
      return cause() != Cause.NOTHING;
    }
  }

  /** The causes for which no message was read. */
  enum Cause {
    CLOSED,
    FLOODED,
    MALFORMED,
    NOTHING
  }

  /**
   * A text message of one or more frames.
   *
   * @param text as it came
   * @param json what it says, parsed once; empty if it is not exactly one JSON document
   */
  record Text(String text, Optional<JsonNode> json) implements Message {
    /** Makes a text message and parses its JSON. */
    public Text(String text) {
      this(text, Json.parse(text));
    }

    @Override
    public long length() {
      return text.length();
    }
  }

  /**
   * A binary message; the protocol has none.
   *
   * @param bytes how long it was
   */
  record Binary(int bytes) implements Message {
    @Override
    public long length() {
      return 0;
    }
  }

  /**
   * The connection is closed and everything before that was read.
   *
   * @param code the WebSocket close code; 1006 where no close frame came
   * @param reason what the closing side said
   */
  record Closed(int code, String reason) implements NoMessage {
    @Override
    public Cause cause() {
      return Cause.CLOSED;
    }

    @Override
    public String why(Duration waited, int others) {
      String said = reason.isEmpty() ? "" : " (" + Escape.line(reason) + ")";
      return "the connection was closed with " + code + said;
    }

    @Override
    public String lookAt() {
      return "what the target's own log says about that";
    }
  }

  /**
   * The target sent more than the kit is willing to keep, and the kit closed the connection.
   *
   * @param what what was too much, a whole sentence
   */
  record Flooded(String what) implements NoMessage {
    @Override
    public Cause cause() {
      return Cause.FLOODED;
    }

    @Override
    public String why(Duration waited, int others) {
      return what;
    }

    @Override
    public String lookAt() {
      return "why the target sends so much";
    }
  }

  /**
   * The target broke the WebSocket protocol, and the kit closed the connection.
   *
   * @param what what was wrong, a whole sentence
   */
  record Malformed(String what) implements NoMessage {
    @Override
    public Cause cause() {
      return Cause.MALFORMED;
    }

    @Override
    public String why(Duration waited, int others) {
      return what;
    }

    @Override
    public String lookAt() {
      return "the target's WebSocket library, and proxies between here and the target";
    }
  }

  /**
   * Nothing came before the deadline.
   *
   * @param lag how long this machine kept the kit from running meanwhile; zero where that explains
   *     nothing
   */
  record Nothing(Duration lag) implements NoMessage {
    /** Makes a silence in which the kit itself was not delayed. */
    public Nothing() {
      this(Duration.ZERO);
    }

    @Override
    public Cause cause() {
      return Cause.NOTHING;
    }

    @Override
    public String why(Duration waited, int others) {
      String meanwhile =
          others == 0
              ? ""
              : ", but " + others + (others == 1 ? " other message" : " other messages");
      return "no answer within " + waited.toMillis() + " ms" + meanwhile;
    }

    @Override
    public String lookAt() {
      return "what the target's own log says about the request, and timeouts: {responseMillis}";
    }
  }
}
