package io.github.switchhook.conformance.wire;

import java.io.IOException;

/** The target broke a rule of RFC 6455; the message says which, as it goes on from "it sent". */
final class FrameException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int closeCode;

  FrameException(int closeCode, String what, String section) {
    super(what + " (RFC 6455, section " + section + ")");
    this.closeCode = closeCode;
  }

  /** Returns the code to close with. */
  int closeCode() {
    return closeCode;
  }
}
