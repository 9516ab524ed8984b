package io.github.switchhook.cli.remote;

import picocli.CommandLine.IExitCodeGenerator;

/** Thrown where a running switch cannot be found, or refuses; the message is for a person. */
final class RemoteControlException extends RuntimeException implements IExitCodeGenerator {
  /** The switch is in no state for it. */
  static final int NOT_NOW = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** Nothing listens, or the token is wrong. */
  static final int UNREACHABLE = 3;

  /** The switch itself failed. */
  static final int BROKEN = 4;

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  RemoteControlException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
