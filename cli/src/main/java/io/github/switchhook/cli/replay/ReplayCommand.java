package io.github.switchhook.cli.replay;

import io.github.switchhook.cli.ErrorMessages;
import io.github.switchhook.cli.Format;
import io.github.switchhook.cli.FormatOption;
import io.github.switchhook.cli.OpenTarget;
import io.github.switchhook.cli.RunDirectoryOption;
import io.github.switchhook.cli.ShutdownSignal;
import io.github.switchhook.cli.Speed;
import io.github.switchhook.cli.SpeedOption;
import io.github.switchhook.cli.TargetOption;
import io.github.switchhook.cli.TimeLimitOptions;
import io.github.switchhook.cli.completion.Candidates;
import io.github.switchhook.cli.verify.Progress;
import io.github.switchhook.conformance.Replay;
import io.github.switchhook.conformance.ladder.Ladder;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import io.github.switchhook.conformance.session.ProtocolAnnotator;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.transcript.TranscriptWriter;
import io.github.switchhook.conformance.verdict.ExitCode;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.WireLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchhook replay}: plays calls from scenario files. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Play calls from scenario files, features or transcripts against the built-in switch or your"
          + " own, draw the messages as a ladder, and explain the first divergence."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook replay                              the packaged library",
      "  switchhook replay consult-and-transfer         one call, with a live ladder",
      "  switchhook replay call.yaml --target my.yaml   your call, your switch",
      "  switchhook replay calls/ --format json         a folder, for a script",
      "  switchhook replay call.yaml --speed 1x         in real time",
      "  switchhook replay call.yaml --transcript t.jsonl",
      "  switchhook replay t.jsonl --target my.yaml     what was recorded, once more",
      "  switchhook replay call.feature                 in the sentences of the kit",
      "  switchhook replay call.yaml --watch            again, whenever the file is saved",
      "",
      "Exit codes: 0 every call went as told, 1 one did not, or not in time, 2 usage or a full disk,",
      "3 target unreachable or login failed, 4 Switchhook itself failed."
    })
public final class ReplayCommand implements Callable<Integer> {
  /** Clears a terminal, and what can be scrolled back to. */
  private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|DIR|NAME",
      description =
          "Scenario files (*.yaml), features (*.feature), folders of both, transcripts (*.jsonl,"
              + " *.ndjson), or names from the packaged library. A folder is played with all below"
              + " it, scenario files first, in the order of the paths, without what begins with _ or"
              + " a dot. Without any, the whole library.",
      completionCandidates = Candidates.Library.class)
  private List<String> sources = List.of();

  @Mixin private final TargetOption target = new TargetOption();

  @Mixin private final SpeedOption speed = new SpeedOption();

  @Mixin private final FormatOption format = new FormatOption();

  @Mixin private final TimeLimitOptions time = new TimeLimitOptions();

  @Mixin private final RunDirectoryOption out = new RunDirectoryOption();

  @Option(
      names = "--transcript",
      paramLabel = "FILE",
      description = "Append what goes over the wire to this file, without secrets.")
  private @Nullable Path transcript;

  @Option(
      names = "--watch",
      description = "Play again whenever one of the files changes, until Ctrl-C.")
  private boolean watch;

  @Override
  public Integer call() throws IOException, InterruptedException {
    out.check(spec);
    return watch ? watch(new ShutdownSignal()) : play(ReplaySources.of(sources, spec));
  }

  /** Plays again and again, until Ctrl-C. */
  private int watch(ShutdownSignal shutdown) throws InterruptedException {
    FileWatcher files = FileWatcher.over(sources, target.file());
    PrintWriter to = spec.commandLine().getOut();
    int exitCode;
    do {
      files.look();
      if (Ansi.AUTO.enabled()) {
        to.print(CLEAR);
      }
      exitCode = playOnce(to);
      to.println("Watching " + files + "; Ctrl-C ends it.");
      to.flush();
    } while (files.awaitChange(shutdown));
    return exitCode;
  }

  /**
   * Plays once and reports a problem without ending the watch: a file that is being written may be
   * wrong for a while.
   */
  private int playOnce(PrintWriter to) {
    try {
      return play(ReplaySources.of(sources, spec));
    } catch (ParameterException | UncheckedIOException | IOException e) {
      to.println(ErrorMessages.describe(e));
      return ExitCode.USAGE;
    }
  }

  private int play(ReplaySources sources) throws IOException {
    PrintWriter to = spec.commandLine().getOut();
    boolean live = format.format() == Format.PRETTY && sources.size() == 1;
    Replay.Listener drawing =
        live ? new LiveLadder(to, Ansi.AUTO.enabled()) : new Replay.Listener() {};
    Progress progress = Progress.onTerminal(sources.size(), true);
    try (OpenTarget openTarget = target.open(speed.speed() == Speed.MAX, spec);
        Tap tap = Tap.open(transcript)) {
      Report report =
          Replay.run(
              openTarget.target(),
              openTarget.stimulus(),
              sources.scenarios(),
              sources.features(),
              time.limits(),
              new Watcher(drawing, tap, live ? null : progress));
      progress.done();
      report.write(out.directory());
      to.println(
          switch (format.format()) {
            case PRETTY -> ladders(openTarget.target(), report, live) + pretty(report);
            case JSON -> report.json();
            case MARKDOWN -> report.markdown();
          });
      to.flush();
      return report.exitCode();
    }
  }

  private String pretty(Report report) {
    return report.pretty(Ansi.AUTO.enabled()) + "Run directory: " + out.directory();
  }

  /**
   * Returns the ladders of the calls that did not go as told, unless that was on the screen
   * already.
   */
  private static String ladders(Target target, Report report, boolean live) {
    StringBuilder text = new StringBuilder();
    for (ScenarioResult result : report.scenarios()) {
      if (result.verdict() == Verdict.NOT_SUPPORTED || result.verdict() == Verdict.NOT_APPLICABLE) {
        String reason = result.findings().isEmpty() ? "" : result.findings().get(0).text();
        text.append("not played: ")
            .append(Escape.line(result.scenario().name() + ": " + reason))
            .append('\n');
      }
      if (!live && result.verdict().compareTo(Verdict.WARN) >= 0) {
        String why = result.findings().isEmpty() ? "" : result.findings().get(0).text();
        text.append(Escape.line(result.scenario().name())).append('\n');
        text.append(
            Ladder.of(ProtocolAnnotator.readAll(target, result.wire()))
                .failedAtEnd(why.lines().findFirst().orElse(why))
                .text(Ansi.AUTO.enabled()));
        text.append('\n');
      }
    }
    return text.toString();
  }

  private record Watcher(Replay.Listener drawing, Tap tap, @Nullable Progress progress)
      implements Replay.Listener {
    @Override
    public void begins(String scenario, List<String> agents, boolean outside) {
      drawing.begins(scenario, agents, outside);
    }

    @Override
    public void step(ScenarioStep step) {
      drawing.step(step);
    }

    @Override
    public void line(WireLine line) {
      tap.accept(line);
      drawing.line(line);
    }

    @Override
    public void ended(ScenarioResult result) {
      if (progress != null) {
        progress.step();
      }
    }
  }

  /** Returns the log that keeps the lines of the wire; it keeps none unless they were asked for. */
  private record Tap(@Nullable TranscriptWriter writer)
      implements Consumer<WireLine>, AutoCloseable {
    static Tap open(@Nullable Path file) {
      return new Tap(file == null ? null : new TranscriptWriter(file));
    }

    @Override
    public void accept(WireLine line) {
      if (writer != null) {
        writer.accept(line);
      }
    }

    @Override
    public void close() {
      if (writer != null) {
        writer.close();
      }
    }
  }
}
