package io.github.switchhook.cli;

import io.github.switchhook.cli.explain.ExplainCommand;
import io.github.switchhook.cli.explain.ListCommand;
import io.github.switchhook.cli.remote.AdvanceCommand;
import io.github.switchhook.cli.remote.AgentLegCommand;
import io.github.switchhook.cli.remote.CallCommand;
import io.github.switchhook.cli.remote.CapabilityCommand;
import io.github.switchhook.cli.remote.ChatCommand;
import io.github.switchhook.cli.remote.ControlCommand;
import io.github.switchhook.cli.remote.DispositionsCommand;
import io.github.switchhook.cli.remote.EmailCommand;
import io.github.switchhook.cli.remote.FarCommand;
import io.github.switchhook.cli.remote.FaultCommand;
import io.github.switchhook.cli.remote.JournalCommand;
import io.github.switchhook.cli.remote.LeaveCommand;
import io.github.switchhook.cli.remote.RecordingCommand;
import io.github.switchhook.cli.remote.ResetCommand;
import io.github.switchhook.cli.remote.SnapshotCommand;
import io.github.switchhook.cli.replay.ConvertCommand;
import io.github.switchhook.cli.replay.DiffCommand;
import io.github.switchhook.cli.replay.LadderCommand;
import io.github.switchhook.cli.replay.RecordCommand;
import io.github.switchhook.cli.replay.ReplayCommand;
import io.github.switchhook.cli.serve.FaultsCommand;
import io.github.switchhook.cli.serve.ServeCommand;
import io.github.switchhook.cli.shell.ShellCommand;
import io.github.switchhook.cli.verify.DoctorCommand;
import io.github.switchhook.cli.verify.MatrixCommand;
import io.github.switchhook.cli.verify.ProbeCommand;
import io.github.switchhook.cli.verify.ReportCommand;
import io.github.switchhook.cli.verify.VariantsCommand;
import io.github.switchhook.cli.verify.VerifyCommand;
import io.github.switchhook.cli.verify.WaiversCommand;
import io.github.switchhook.conformance.files.FileTrouble;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.LogManager;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code switchhook} command, which only has subcommands. */
@Command(
    name = "switchhook",
    mixinStandardHelpOptions = true,
    version = "Switchhook 0.1.0",
    description = {
      "A simulated telephone switch, and a conformance test kit for CTI agent-session adapters."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      VerifyCommand.class,
      VariantsCommand.class,
      DoctorCommand.class,
      ProbeCommand.class,
      WaiversCommand.class,
      ReplayCommand.class,
      DiffCommand.class,
      LadderCommand.class,
      ConvertCommand.class,
      RecordCommand.class,
      ShellCommand.class,
      ServeCommand.class,
      ListCommand.class,
      ExplainCommand.class,
      MatrixCommand.class,
      ReportCommand.class,
      CallCommand.class,
      ChatCommand.class,
      EmailCommand.class,
      LeaveCommand.class,
      FarCommand.class,
      DispositionsCommand.class,
      AgentLegCommand.class,
      CapabilityCommand.class,
      AdvanceCommand.class,
      ResetCommand.class,
      JournalCommand.class,
      SnapshotCommand.class,
      RecordingCommand.class,
      FaultCommand.class,
      FaultsCommand.class,
      ControlCommand.class,
      GenerateCompletion.class,
      HelpCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook verify                     prove every command against the built-in switch",
      "  switchhook verify --target my.yaml    … against your own",
      "  switchhook probe --target ws://…      … begin its profile, doctor finds out what is wrong",
      "  switchhook serve                      a switch to develop against",
      "  switchhook call --to 7001             … on which a customer calls",
      "  switchhook faults                     … and what can be made to go wrong on it",
      "  switchhook replay                     play real calls, see the ladder and the first"
          + " divergence",
      "  switchhook list                       what is required, and where it comes from",
      "  switchhook explain channel.dial       one command: requirements, events, scenarios",
      "  switchhook diff run-1 run-2           what got better or worse from one run to another",
      "",
      "Exit codes: 0 conformant, 1 not conformant or not shown in time, 2 usage, a file that cannot be",
      "written, a full disk, 3 target unreachable, gone, or login failed, 4 Switchhook itself failed,",
      "5 a waiver is stale, 130 interrupted.",
      "Shell completion: source <(switchhook generate-completion)"
    })
public final class Main {
  private static final Path OUTPUT = Path.of("/dev/stdout");

  private Main() {}

  /** Runs a command line and exits with its code. */
  public static void main(String[] arguments) {
    int code = afterOutput(run(arguments));
    ShutdownSignal.commandEnded(code);
    System.exit(code);
  }

  /**
   * Returns the exit code after an output: text that could not be written is an error, except where
   * the reader has closed the pipe.
   */
  private static int afterOutput(int code) {
    if (System.out.checkError()) {
      try (FileOutputStream again = new FileOutputStream(FileDescriptor.out)) {
        again.write('\n');
      } catch (IOException e) {
        String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (!why.contains("broken pipe")) {
          System.err.println("switchhook: " + FileTrouble.writing(OUTPUT, e).getMessage());
          return ExitCode.USAGE;
        }
      }
    }
    return code;
  }

  static int run(String... arguments) {
    quietLogging();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, problem) ->
            System.err.println("switchhook: internal error: " + ErrorMessages.describe(problem)));
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    // The whole help would push what is wrong off the screen.
    line.setParameterExceptionHandler(
        (exception, arguments) -> {
          CommandLine command = exception.getCommandLine();
          PrintWriter err = command.getErr();
          err.println(command.getColorScheme().errorText(ErrorMessages.describe(exception)));
          UnmatchedArgumentException.printSuggestions(exception, err);
          err.println(
              "Try '" + command.getCommandSpec().qualifiedName() + " --help' for what it takes.");
          err.flush();
          return ExitCode.USAGE;
        });
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          PrintWriter err = command.getErr();
          err.println("switchhook: " + ErrorMessages.describe(exception));
          err.flush();
          return ErrorMessages.exitCode(exception);
        });
    return line;
  }

  /**
   * Keeps libraries from writing to the terminal; to see their log, configure the JVM's logging.
   */
  private static void quietLogging() {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try (var config = Main.class.getResourceAsStream("logging.properties")) {
      if (config != null) {
        LogManager.getLogManager().readConfiguration(config);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
