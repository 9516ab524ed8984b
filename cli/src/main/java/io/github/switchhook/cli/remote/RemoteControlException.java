package io.github.switchhook.cli.remote;

import picocli.CommandLine.IExitCodeGenerator;

/** Thrown where a running switch cannot be found, or refuses; the message is for a person. */
final class RemoteControlException extends RuntimeException implements IExitCodeGenerator {
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
