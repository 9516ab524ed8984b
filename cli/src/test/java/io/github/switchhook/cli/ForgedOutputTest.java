package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.github.switchhook.cli.replay.LiveLadder;
import io.github.switchhook.cli.verify.DoctorCommand;
import io.github.switchhook.conformance.diagnosis.Doctor;
import io.github.switchhook.conformance.scenario.ScenarioFormatException;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Text from a target or a file cannot pass for a line of the command's own, nor steer the terminal.
 */
@Timeout(60)
class ForgedOutputTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HARMLESS = "harmless";

  private final HttpServer control;
  private String said = "";
  private volatile String says = "";

  ForgedOutputTest() throws IOException {
    control = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    control.createContext(
        "/",
        exchange -> {
          byte[] body = ascii(report(says)).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              exchange.getRequestURI().getPath().endsWith("reset") ? 409 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    control.start();
  }

  @AfterEach
  void stop() {
    control.stop(0);
  }

  static Stream<String> nasty() {
    return Stream.of(
        "a\nFORGED",
        "a\r\nFORGED",
        "\u001b[2J\u009b31m\u0007",
        "a\u202eDEGROF\u2066\u200e",
        "a\u2028FORGED\u2029\u0085\u000b\u000c",
        "\ufeff\u200b\u0000",
        "\ud800",
        "a\udc00\ud83d",
        "\ud83d\ude00\ud83d",
        "@|red FORGED|@ %n %s {{x}} \\u001b");
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void commandsToASwitchSayItInOneLine(String nasty) {
    List<String[]> commands =
        List.of(
            new String[] {"journal"},
            new String[] {"journal", "--await", "x"},
            new String[] {"journal", "--format", "json"},
            new String[] {"snapshot"},
            new String[] {"snapshot", "--format", "json"},
            new String[] {"recording", "--agent", "alice"},
            new String[] {"far", "heard", "--address", "1"},
            new String[] {"call", "--to", "alice"},
            new String[] {"fault"},
            new String[] {"control", "anything"},
            new String[] {"reset"});
    for (String[] command : commands) {
      assertThat(output(command, nasty))
          .as(String.join(" ", command))
          .hasSameSizeAs(output(command, HARMLESS));
    }
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void theDoctorSaysItBelowItsStep(String nasty) {
    List<String> lines = doctor(nasty);

    assertThat(lines).filteredOn(line -> !line.startsWith("   ")).hasSize(1);
    assertHarmless(String.join("\n", lines));
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void aProblemIsOneLineOfOurs(String nasty) {
    String problem = ErrorMessages.describe(new ScenarioFormatException("unknown '" + nasty + "'"));

    assertThat(problem.lines().skip(1)).allMatch(line -> line.startsWith("  "));
    assertHarmless(problem);
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void theLiveLadderKeepsItsLines(String nasty) {
    assertThat(live(nasty).lines()).hasSameSizeAs(live(HARMLESS).lines().toList());
    assertHarmless(live(nasty));
  }

  private static List<String> doctor(String found) {
    StringWriter out = new StringWriter();
    DoctorCommand.print(
        new Doctor.Check("login", Doctor.State.FAILED, found, found), new PrintWriter(out, true));
    return out.toString().lines().toList();
  }

  private static String live(String text) {
    StringWriter out = new StringWriter();
    LiveLadder ladder = new LiveLadder(new PrintWriter(out), false);
    ladder.begins(text, List.of(text), true);
    ladder.line(new WireLine(0, Direction.STEP, "", 0, text));
    ladder.line(new WireLine(0, Direction.OUT, text, 1, text));
    ladder.line(new WireLine(0, Direction.IN, text, 1, text));
    ladder.line(new WireLine(0, Direction.CLOSE, text, 1, text));
    return out.toString();
  }

  private List<String> output(String[] command, String text) {
    says = text;
    CommandLine line = Main.commandLine();
    StringWriter out = new StringWriter();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(out));
    String[] whole = new String[command.length + 2];
    System.arraycopy(command, 0, whole, 0, command.length);
    whole[command.length] =
        "--control=http://127.0.0.1:" + control.getAddress().getPort() + "/control";
    whole[command.length + 1] = "--token=t";
    line.execute(whole);
    said = out.toString();
    assertHarmless(said);
    return said.lines().toList();
  }

  private static void assertHarmless(String text) {
    assertThat(text.replace(System.lineSeparator(), "\n"))
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\n]]");
  }

  /** Returns a report that has forged text for every command. */
  private static String report(String text) {
    ObjectNode entry =
        JSON.createObjectNode().put("number", text).put("agent", text).put("name", text);
    entry.put("cause", 1).put("time", text).put("kind", text).put("text", text);
    ObjectNode report = JSON.createObjectNode().put("k", text).put("message", text);
    report.put("seen", true).put("explanation", text).put("digits", text).put("outcome", text);
    report.put("state", text).put("time", text);
    report.putArray("entries").add(entry);
    report.set("entry", entry);
    ObjectNode segment = report.putArray("segments").addObject();
    segment.put("from", "2027-01-01T00:00:00Z").put("begun", text).put("ended", text);
    segment.put("to", "2027-01-01T00:00:01Z");
    segment.putArray("digits").addObject().put("at", text).put("digits", text).put("by", text);
    return report.toString();
  }

  private static String ascii(String json) {
    StringBuilder out = new StringBuilder();
    json.chars()
        .forEach(c -> out.append(c < 0x7f ? Character.toString(c) : String.format("\\u%04x", c)));
    return out.toString();
  }
}
