package io.github.switchhook.conformance.verdict;

/**
 * The exit codes of every command (docs/ci.md), from the kit's verdicts to the command line's own.
 */
public final class ExitCode {
  /** The target is conformant, or the command succeeded. */
  public static final int OK = 0;

  /**
   * The target is not conformant, a request was refused, an event did not come in time, or two runs
   * differ.
   */
  public static final int NOT_CONFORMANT = 1;

  /** The command line or a file it names is wrong, or a file cannot be written. */
  public static final int USAGE = 2;

  /** The target cannot be reached, went away, or refuses every login. */
  public static final int UNREACHABLE = 3;

  /** Switchhook itself failed. */
  public static final int INTERNAL = 4;

  /** The target is conformant, but a waiver is no longer needed. */
  public static final int STALE_WAIVER = 5;

  /** The command was interrupted, by whatever signal. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
