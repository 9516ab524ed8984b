package io.github.switchhook.cli.shell;

/** Thrown where an agent could not log in; the message says why. */
public final class LoginException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  LoginException(String message) {
    super(message);
  }

  LoginException(String message, Throwable cause) {
    super(message, cause);
  }
}
