package io.github.switchhook.conformance.wire;

/** The port to the target's WebSocket. */
public interface Wire extends AutoCloseable {
  /**
   * Opens a WebSocket to the target.
   *
   * @param agent the agent that it is for, as the log names it
   * @param log where every line of it is kept
   * @throws UnreachableException if there is no WebSocket within the connect timeout
   */
  MessageConnection connect(String agent, WireLog log);

  /** Frees what the connections share. */
  @Override
  void close();

  /** The target's WebSocket could not be opened. */
  final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String lookAt;

    /** Makes one; {@code lookAt} continues "look at". */
    public UnreachableException(String message, String lookAt, Throwable cause) {
      super(message, cause);
      this.lookAt = lookAt;
    }

    /** Makes one that nothing was thrown for. */
    UnreachableException(String message, String lookAt) {
      super(message);
      this.lookAt = lookAt;
    }

    /** Returns the same with where that was. */
    UnreachableException at(String url) {
      return new UnreachableException(
          "cannot connect to " + url + ": " + getMessage(), lookAt, this);
    }

    /** Returns what to look at. */
    public String lookAt() {
      return lookAt;
    }
  }
}
