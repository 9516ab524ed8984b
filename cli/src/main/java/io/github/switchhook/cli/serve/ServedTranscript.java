package io.github.switchhook.cli.serve;

import io.github.switchhook.cli.ShutdownSignal;
import io.github.switchhook.cli.Speed;
import io.github.switchhook.cli.replay.Transcripts;
import io.github.switchhook.conformance.ladder.Ladder;
import io.github.switchhook.conformance.ladder.LadderBuilder;
import io.github.switchhook.conformance.ladder.TextLadder;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.transcript.Redaction;
import io.github.switchhook.conformance.transcript.playback.RecordedSwitch;
import io.github.switchhook.conformance.transcript.playback.ReplaySpeed;
import io.github.switchhook.conformance.verdict.ExitCode;
import io.github.switchhook.fixtures.Spelling;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code serve --transcript}: plays the switch of a recording to a desktop. */
record ServedTranscript(Path file, Speed speed, int port, String path, CommandSpec spec) {
  /** The options of a switch that have no meaning for a recording. */
  private static final List<String> OF_THE_SIMULATOR =
      List.of(
          "--seed",
          "--platform",
          "--clock",
          "--grace",
          "--fault",
          "--control-port",
          "--no-control",
          "--token",
          "--token-file");

  /**
   * Plays the transcript once, to the desktops that connect.
   *
   * @return 0 if all of it was played, 1 if a desktop did something else
   */
  int play() throws IOException, InterruptedException {
    OF_THE_SIMULATOR.stream()
        .filter(option -> spec.commandLine().getParseResult().hasMatchedOption(option))
        .findFirst()
        .ifPresent(
            option -> {
              throw new ParameterException(
                  spec.commandLine(),
                  option + " is for the simulated switch; --transcript plays a recorded one");
            });
    RecordedSwitch part =
        new RecordedSwitch(
            Transcripts.read(file, spec),
            speed == Speed.MAX ? ReplaySpeed.AT_ONCE : ReplaySpeed.RECORDED);
    if (part.requests() == 0) {
      throw new ParameterException(
          spec.commandLine(), file + ": expected something that a desktop sent, found nothing");
    }
    ShutdownSignal shutdown = new ShutdownSignal();
    PrintWriter out = spec.commandLine().getOut();
    List<String> agents = part.agents();
    TextLadder ladder = new TextLadder(Ladder.columns(agents, false), Ansi.AUTO.enabled());
    LadderBuilder row = new LadderBuilder();
    try (RecordedSwitchServer played =
        new RecordedSwitchServer(
            part,
            port,
            path,
            line -> {
              row.add(Redaction.STANDARD.redact(line)).map(ladder::line).ifPresent(out::println);
              out.flush();
            })) {
      out.println("Listening on " + played.uri());
      out.println(
          "Plays the switch of "
              + file
              + " to "
              + Escape.line(String.join(", ", agents))
              + ": "
              + Spelling.counted(part.requests(), "request")
              + ". Ctrl-C stops it.");
      out.println(ladder.header());
      out.flush();
      played.play(shutdown::isPressed);
    }
    return end(part, out);
  }

  private static int end(RecordedSwitch part, PrintWriter out) {
    part.divergence().ifPresent(divergence -> out.println(divergence.text()));
    if (part.isPlayed()) {
      out.println("The whole transcript was played.");
    } else if (part.divergence().isEmpty()) {
      out.println("Stopped. Expected " + Escape.line(String.join(" and ", part.awaited())) + ".");
    }
    out.flush();
    return part.isPlayed() ? ExitCode.OK : ExitCode.NOT_CONFORMANT;
  }
}
