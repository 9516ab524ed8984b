package io.github.switchhook.cli.verify;

import java.io.PrintStream;
import picocli.CommandLine.Help.Ansi;

/** Counts scenarios on a terminal, on standard error, in one line that goes away at the end. */
public final class Progress {
  private static final int EVERY = 10;

  private final boolean shown;
  private final String total;
  private final PrintStream err;
  private int steps;

  private Progress(boolean shown, String total, PrintStream err) {
    this.shown = shown;
    this.total = total;
    this.err = err;
  }

  /** Creates a progress that is shown only where the command runs on a terminal. */
  public static Progress onTerminal(int total, boolean known) {
    return new Progress(Ansi.AUTO.enabled(), known ? " of " + total : "", System.err);
  }

  public void step() {
    steps++;
    if (shown && steps % EVERY == 0) {
      err.print("\r" + steps + total + " scenarios");
      err.flush();
    }
  }

  public void done() {
    if (shown) {
      err.print("\r\033[K");
      err.flush();
    }
  }
}
