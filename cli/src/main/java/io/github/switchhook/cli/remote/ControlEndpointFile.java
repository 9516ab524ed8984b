package io.github.switchhook.cli.remote;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;

/** Tells people and the other commands where a switch that has just been started is controlled. */
public final class ControlEndpointFile {
  private final ControlEndpoint where;
  private final Path file = ControlEndpoint.file(System.getenv());
  private final PrintWriter out;
  private final boolean isSecret;

  /**
   * Creates the endpoint file of a switch whose control is at {@code control}.
   *
   * @param isSecret whether the user has chosen the token, which is not shown then
   */
  public ControlEndpointFile(URI control, String token, boolean isSecret, PrintWriter out) {
    this.where = new ControlEndpoint(control, token);
    this.isSecret = isSecret;
    this.out = out;
  }

  /** Prints how to reach it, and leaves the file in which the other commands find it. */
  public void open() {
    out.printf(
        """

        Control: %1$s   token: %2$s
        In another terminal: switchhook call --to 7001, or
          curl -H %3$sAuthorization: Bearer %4$s%3$s -d '{"from":"5551234","to":"7001"}' %1$s/call
        """,
        where.control(),
        isSecret ? "the one given" : where.token(),
        isSecret ? "\"" : "'",
        isSecret ? "$" + TokenOption.VARIABLE : where.token());
    try {
      where.write(file);
    } catch (IOException | UnsupportedOperationException e) {
      out.println("The other commands need --control and --token-file: cannot write " + file);
    }
  }

  /** Removes the file, so that commands do not find a switch that is gone. */
  public void close() {
    try {
      where.remove(file);
    } catch (IOException e) {
      out.println("Left behind: " + file);
    }
  }
}
