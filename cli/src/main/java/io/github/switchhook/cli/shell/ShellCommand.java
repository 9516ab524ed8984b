package io.github.switchhook.cli.shell;

import io.github.switchhook.cli.ErrorMessages;
import io.github.switchhook.cli.OpenTarget;
import io.github.switchhook.cli.TargetOption;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchhook shell}: lets a person be one or several agents at the keyboard. */
@Command(
    name = "shell",
    mixinStandardHelpOptions = true,
    description = {
      "Be an agent, or several: type commands, see the events as they come, save what was done as a"
          + " scenario file. Tab completes commands, objects and numbers from the current state."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook shell                     alice at the built-in switch",
      "  switchhook shell --agent alice --agent bob",
      "  switchhook shell --target my.yaml",
      "",
      "  switchhook shell < call.txt           the same from a file or a pipe, a command a line",
      "",
      "In it: call 5559000 alice, answer, hold, consult 7002, bob answer, state, ladder,",
      "save call.yaml, help, quit. Quotes hold words together: save 'my call.yaml'.",
      "",
      "Exit codes: 0 at a terminal. Where input is no terminal, every line is tried, and the worst of",
      "them tells: 0 all was done, 1 the switch refused a command or did not answer, 2 a line could",
      "not be understood, 3 target unreachable or login failed."
    })
public final class ShellCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin private final TargetOption target = new TargetOption();

  @Option(
      names = "--agent",
      paramLabel = "NAME",
      defaultValue = "alice",
      description =
          "The agent who logs in at first: alice, bob, carol or dave; may be repeated (alice).")
  private List<String> names = List.of("alice");

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "Where typed lines are kept; else they are forgotten at the end.")
  private @Nullable Path history;

  @Override
  public Integer call() throws IOException {
    AtomicReference<LineReader> input = new AtomicReference<>();
    try (OpenTarget openTarget = target.open(false, spec);
        Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build();
        Shell shell =
            new Shell(
                openTarget.target(),
                openTarget.stimulus(),
                line -> show(input.get(), terminal, line))) {
      LineReader reader = reader(shell, terminal);
      input.set(reader);
      Session session = new Session(shell, terminal);
      names.forEach(name -> session.carryOut("login " + name));
      String line = ask(reader, shell.prompt());
      while (line != null && session.carryOut(line)) {
        line = ask(reader, shell.prompt());
      }
      return Terminal.TYPE_DUMB.equals(terminal.getType()) ? session.worst : 0;
    }
  }

  private LineReader reader(Shell shell, Terminal terminal) {
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("switchhook")
            .history(new DefaultHistory())
            .parser(ShellCompleter.parser())
            .completer(new ShellCompleter(shell));
    if (history != null) {
      builder.variable(LineReader.HISTORY_FILE, history.toAbsolutePath());
    }
    LineReader reader = builder.build();
    reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
    // Candidates begin with what was typed, or contain it; guesses beyond that would only disturb.
    reader.unsetOpt(LineReader.Option.COMPLETE_MATCHER_TYPO);
    reader.unsetOpt(LineReader.Option.COMPLETE_MATCHER_CAMELCASE);
    return reader;
  }

  private static @Nullable String ask(LineReader reader, String prompt) {
    try {
      return reader.readLine(prompt);
    } catch (UserInterruptException e) {
      return "";
    } catch (EndOfFileException e) {
      return null;
    }
  }

  /** The lines that are typed until the person leaves, and the worst exit code among them. */
  private static final class Session {
    private final Shell shell;
    private final Terminal terminal;
    private int worst;

    Session(Shell shell, Terminal terminal) {
      this.shell = shell;
      this.terminal = terminal;
    }

    /** Carries out a line; returns false if the person wants to leave. */
    boolean carryOut(String line) {
      try {
        Shell.Outcome outcome = shell.execute(line);
        if (outcome == Shell.Outcome.REFUSED) {
          worst = Math.max(worst, ExitCode.NOT_CONFORMANT);
        }
        return outcome != Shell.Outcome.LEAVING;
      } catch (IllegalArgumentException e) {
        worst =
            Math.max(worst, e instanceof LoginException ? ExitCode.UNREACHABLE : ExitCode.USAGE);
        terminal.writer().println(ErrorMessages.describe(e));
        terminal.flush();
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  /** Prints text above the line that is being typed, so that the line stays whole. */
  private static void show(@Nullable LineReader reader, Terminal terminal, String line) {
    if (reader == null) {
      terminal.writer().println(line);
      terminal.flush();
    } else {
      reader.printAbove(line);
    }
  }
}
