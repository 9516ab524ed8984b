package io.github.switchhook.conformance.wire;

import java.io.IOException;

/** The target broke a rule of RFC 6455; the message says which, as it continues "it sent". */
final class FrameException extends IOException {
  private static final long serialVersionUID = 1L;

  private static final int PROTOCOL_ERROR = 1002;
  private static final int NOT_CONSISTENT = 1007;

  private final int closeCode;

  private FrameException(int closeCode, String what, String section) {
    super(what + " (RFC 6455, section " + section + ")");
    this.closeCode = closeCode;
  }

  static FrameException breach(String what, String section) {
    return new FrameException(PROTOCOL_ERROR, what, section);
  }

  static FrameException notUtf8(String what, String section) {
    return new FrameException(NOT_CONSISTENT, what, section);
  }

  /** Returns the code to close with. */
  int closeCode() {
    return closeCode;
  }
}
