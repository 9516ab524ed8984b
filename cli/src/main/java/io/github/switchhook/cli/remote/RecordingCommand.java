package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code switchhook recording}: shows what was recorded of an agent's interaction. */
@Command(
    name = "recording",
    mixinStandardHelpOptions = true,
    description = {
      "Show the recording of the interaction that an agent of a running switch has, or had last.",
      "It tells when it was started, paused, resumed and stopped, and the DTMF digits on it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook recording --agent alice",
      "  switchhook recording --agent alice --format json > recording.json",
      "  switchhook recording --agent alice --wav recording.wav",
      "",
      "There is no speech on a simulated call: the sound file has the digits as tones, each where"
          + " it was",
      "heard, silence between them, and no pauses."
    })
public final class RecordingCommand extends RemoteQuery {
  @Option(names = "--agent", required = true, description = "The agent's id or extension.")
  private String agent = "";

  @Option(names = "--wav", paramLabel = "FILE", description = "Write it as a sound file, too.")
  private @Nullable Path wav;

  @Override
  ObjectNode arguments() {
    return RemoteControl.arguments().put("agent", agent);
  }

  @Override
  int exitCode(JsonNode report) {
    if (wav != null) {
      try {
        DtmfWavWriter.of(report).write(wav);
      } catch (IOException e) {
        throw new RemoteControlException(
            ExitCode.USAGE, "cannot write " + wav + ": " + e.getMessage());
      }
    }
    return ExitCode.OK;
  }

  @Override
  void print(JsonNode report, PrintWriter out) {
    for (JsonNode segment : report.path("segments")) {
      String from = segment.path("from").asText();
      out.println(Escape.line(from + "  " + segment.path("begun").asText()));
      for (JsonNode sent : segment.path("digits")) {
        out.println(
            Escape.line(
                "%s    digits %s from %s"
                    .formatted(
                        sent.path("at").asText(),
                        sent.path("digits").asText(),
                        sent.path("by").asText())));
      }
      if (segment.hasNonNull("to")) {
        String to = segment.path("to").asText();
        String ended = to + "  " + segment.path("ended").asText();
        out.println(Escape.line(ended + " after " + seconds(from, to)));
      }
    }
    String now = report.path("time").asText() + "  now " + report.path("state").asText();
    out.println(Escape.line(now));
  }

  private static String seconds(String from, String to) {
    return Duration.between(Instant.parse(from), Instant.parse(to)).toMillis() / 1000.0 + " s";
  }
}
