package io.github.switchhook.simulator.transport;

/**
 * Thrown where a client broke the rules of WebSocket frames; the connection closes with this code.
 */
public final class FrameException extends Exception {
  /** RFC 6455, section 7.4.1: a breach of the protocol. */
  public static final int PROTOCOL_ERROR = 1002;

  /** The close code for a text message that is not UTF-8 (RFC 6455, 7.4.1). */
  public static final int NOT_UTF8 = 1007;

  /** A message that is longer than allowed. */
  public static final int TOO_BIG = 1009;

  private static final long serialVersionUID = 1;

  private final int code;

  FrameException(int code, String reason) {
    super(reason, null, false, false);
    this.code = code;
  }

  /** Returns the close code: 1002, 1007 or 1009. */
  public int code() {
    return code;
  }

  /** Returns what was wrong, in fewer than the 123 bytes that a close frame has room for. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
