package io.github.switchhook.cli;

import io.github.switchhook.cli.shell.Shell;
import io.github.switchhook.cli.shell.ShellCompleter;
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

/** {@code switchhook shell}: an agent at the keyboard. */
@Command(
    name = "shell",
    mixinStandardHelpOptions = true,
    description = {
      "Be an agent, or several: type commands, see the events as they come, save what was done as a"
          + " scenario file. Tab completes commands, objects and numbers from what is up now."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook shell                     alice at the built-in switch",
      "  switchhook shell --agent alice --agent bob",
      "  switchhook shell --target my.yaml",
      "",
      "In it: call 5559000 alice, answer, hold, consult 7002, bob answer, state, ladder,",
      "save call.yaml, help, quit."
    })
final class ShellCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Mixin private final TargetOption target = new TargetOption();

  @Option(
      names = "--agent",
      paramLabel = "NAME",
      defaultValue = "alice",
      description = "Who logs in at first: alice, bob, carol or dave; may be repeated (alice).")
  private List<String> names = List.of("alice");

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "Where typed lines are kept; else they are forgotten at the end.")
  private @Nullable Path history;

  @Override
  public Integer call() throws IOException, InterruptedException {
    AtomicReference<LineReader> input = new AtomicReference<>();
    try (TestBed bed = target.open(false, spec);
        Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build();
        Shell shell =
            new Shell(bed.target(), bed.stimulus(), line -> show(input.get(), terminal, line))) {
      LineReaderBuilder builder =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .appName("switchhook")
              .history(new DefaultHistory())
              .completer(new ShellCompleter(shell));
      if (history != null) {
        builder.variable(LineReader.HISTORY_FILE, history.toAbsolutePath());
      }
      LineReader reader = builder.build();
      reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
      // What is offered begins with, or holds, what was typed; guesses beyond that only disturb.
      reader.unsetOpt(LineReader.Option.COMPLETE_MATCHER_TYPO);
      reader.unsetOpt(LineReader.Option.COMPLETE_MATCHER_CAMELCASE);
      input.set(reader);
      boolean going = true;
      for (String name : names) {
        going &= carryOut(shell, "login " + name, terminal);
      }
      while (going) {
        String line = ask(reader, shell.prompt());
        going = line != null && carryOut(shell, line, terminal);
      }
    }
    return 0;
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

  private static boolean carryOut(Shell shell, String line, Terminal terminal)
      throws InterruptedException {
    try {
      return shell.execute(line);
    } catch (IllegalArgumentException e) {
      terminal.writer().println(e.getMessage());
      terminal.flush();
      return true;
    }
  }

  /** Above the line that is being typed, so that it stays whole. */
  private static void show(@Nullable LineReader reader, Terminal terminal, String line) {
    if (reader == null) {
      terminal.writer().println(line);
      terminal.flush();
    } else {
      reader.printAbove(line);
    }
  }
}
