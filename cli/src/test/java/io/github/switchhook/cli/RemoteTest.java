package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.switchhook.simulator.ControlPort;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands that steer a switch, on one with an agent at it. RemoteIT finds a real one. */
@Timeout(60)
class RemoteTest {
  private static final String TOKEN = "token-of-the-test";

  private final Simulator simulator;
  private final AgentAtIt alice;
  private String said = "";

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  RemoteTest() throws IOException, InterruptedException {
    simulator = Simulator.start(SimulatorOptions.standard().withControl(new ControlPort(0, TOKEN)));
    alice = new AgentAtIt(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void aCallComesWithItsData() throws InterruptedException {
    assertThat(run("call", "--to=alice", "--data=account=4711", "--data=language=en")).isZero();

    assertThat(said).isEqualToIgnoringNewLines("It is offered to an agent.");
    assertThat(alice.sees("interaction.datachanged").path("data").path("data").toString())
        .isEqualTo("{\"account\":\"4711\",\"language\":\"en\"}");
  }

  @Test
  void chatsAndEmailsComeAndTheirCustomersLeave() throws InterruptedException {
    for (String type : List.of("Chat", "Email")) {
      alice.addsChannel(type);
      String operation = type.toLowerCase(java.util.Locale.ROOT);
      assertThat(run(operation, "--to=alice", "--from=somebody")).isZero();
      assertThat(alice.sees("interaction.preview").path("data").path("address").asText())
          .isEqualTo("somebody");
      assertThat(run("leave", "--to=alice")).isZero();
      alice.sees("interaction.ended");
    }
  }

  @Test
  void dispositionsAreOffered() throws InterruptedException {
    assertThat(run("dispositions", "--agent=alice", "--required", "1=Sold", "2=Call back"))
        .isZero();

    assertThat(alice.sees("channel.externaldispositions.updated").path("data").toString())
        .isEqualTo(
            "{\"required\":true,\"dispositions\":[{\"id\":\"1\",\"name\":\"Sold\"},"
                + "{\"id\":\"2\",\"name\":\"Call back\"}]}");
  }

  @Test
  void whatBecameOfACallIsSaid() {
    run("call", "--to=alice");
    run("call", "--to=alice");
    assertThat(said).startsWith("It is over");

    run("call", "--to=sales", "--from=5559001");
    assertThat(said).isEqualToIgnoringNewLines("It waits in the queue.");
    run("snapshot", "--format=json");
    assertThat(said).contains("\"waiting\":[{\"queue\":\"sales\"", "\"from\":\"5559001\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "=Sold", "1="})
  void aDispositionIsAnIdAndAName(String choice) {
    assertThat(run("dispositions", "--agent=alice", choice)).isEqualTo(2);

    assertThat(said).contains("expected ID=NAME").contains("got \"" + choice + "\"");
  }

  @Test
  void theAgentLegFailsAndConnects() throws InterruptedException {
    run("agentleg", "fails", "--agent=alice");
    alice.sendsToSession("session.request.incontact.agentleg.connect", "{}");
    alice.sees("session.agentleg.failed");
    run("agentleg", "connects", "--agent=7001");
    alice.sendsToSession("session.request.incontact.agentleg.connect", "{}");
    alice.sees("session.agentleg.connected");
  }

  @Test
  void aCapabilityIsTakenAwayAndAResetBringsItBack() throws InterruptedException {
    assertThat(run("capability", "incontact", "off")).isZero();
    alice.sendsToSession("session.request.incontact.addressbook", "{}");
    assertThat(alice.answered().path("result").asText()).isEqualTo("failure");

    assertThat(run("reset")).isZero();

    assertThat(run("snapshot", "--format=json")).isZero();
    assertThat(said).contains("\"sessions\":[]");
  }

  @Test
  void aRecordingIsShownExportedAndHeard() throws InterruptedException, IOException {
    alice.dials("5550150");
    alice.records("start");
    run("advance", "2");
    alice.sends("conversation.senddtmf", alice.conversation, "{\"digits\":\"12\"}");
    alice.answered();
    run("far", "senddtmf", "--digits=3#", "--address=5550150");
    run("advance", "3");
    alice.records("pause");
    alice.records("resume");

    Path wav = folder.resolve("recording.wav");
    assertThat(run("recording", "--agent=alice", "--wav=" + wav)).isZero();
    assertThat(said)
        .isEqualTo(
            """
            2026-01-01T00:00:00Z  start
            2026-01-01T00:00:02Z    digits 12 from 7001
            2026-01-01T00:00:02Z    digits 3# from 5550150
            2026-01-01T00:00:05Z  pause after 5.0 s
            2026-01-01T00:00:05Z  resume
            2026-01-01T00:00:05Z  now ON
            """);
    assertThat(wav.toFile().length()).isEqualTo(44 + 5 * 8000 * 2);
    assertThat(run("recording", "--agent=alice", "--format=json")).isZero();
    assertThat(new ObjectMapper().readTree(said).at("/segments/0/digits/1/by").asText())
        .isEqualTo("5550150");
    assertThat(run("recording", "--agent=alice", "--wav=" + folder)).isEqualTo(2);
    assertThat(run("far", "heard", "--address=5550150")).isZero();
    assertThat(said).isEqualTo("12\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | capability fax on            | capability.name: expected one of [consult,",
        "2 | capability consult perhaps   | expected one of [ON, OFF]",
        "2 | call                         | Missing required option: '--to=<to>'",
        "1 | call --to=nobody             | got nobody",
        "1 | leave --to=sales             | there is no chat and no email at sales",
        "1 | recording --agent=alice      | agent alice has had no interaction",
        "2 | far senddtmf --address=5551234 | senddtmf.digits: expected a string",
        "2 | control call {\"form\":\"1\"} | unknown argument form, did you mean from?",
        "2 | control cal                  | unknown operation cal, did you mean call?"
      })
  void saysWhatIsWrong(int exitCode, String command, String text) {
    assertThat(run(command.split(" "))).isEqualTo(exitCode);
    assertThat(said).contains(text).doesNotContain("\tat ");
  }

  @Test
  void faultsAreListedForProgramsToo() throws IOException {
    StringWriter text = new StringWriter();

    int exitCode =
        Main.commandLine().setOut(new PrintWriter(text)).execute("faults", "--format=json");

    JsonNode all = new ObjectMapper().readTree(text.toString());
    assertThat(exitCode).isZero();
    assertThat(all).hasSize(15).allSatisfy(kind -> assertThat(kind.path("breaks")).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call",
        "chat",
        "email",
        "leave",
        "far",
        "dispositions",
        "agentleg",
        "capability",
        "advance",
        "reset",
        "journal",
        "snapshot",
        "recording",
        "fault",
        "control"
      })
  void helpHasAnExample(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(said).contains("Example").contains("switchhook " + command);
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--control=" + simulator.controlUri().orElseThrow());
    all.add("--token=" + TOKEN);
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    CommandLine line = Main.commandLine().setOut(out).setErr(out);
    int exitCode = line.execute(all.toArray(String[]::new));
    said = text.toString();
    return exitCode;
  }

  /** An agent's desktop that is logged in and ready. */
  private static final class AgentAtIt implements WebSocket.Listener {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private final String session;
    private final String channel;
    private String interaction = "";
    private String conversation = "";

    AgentAtIt(Simulator simulator) throws InterruptedException {
      socket =
          HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(simulator.uri(), this).join();
      sends(
          "prepareSession",
          "",
          "{\"model\":\"t\",\"override\":true,\"agent\":{\"id\":\"alice\",\"password\":\"secret\"}}");
      session = answered().path("data").path("session").asText();
      sendsToSession("session.start", "{}");
      channel = sees("channel.created").path("target").asText();
      sees("session.initialized");
      sends("channel.activate", channel, "{}");
      sees("state.updated");
    }

    void sends(String command, String target, String data) {
      String text = "{\"command\":\"%s\",\"target\":\"%s\",\"data\":%s}";
      socket.sendText(text.formatted(command, target, data), true).join();
    }

    void sendsToSession(String command, String data) {
      sends(command, session, data);
    }

    void addsChannel(String type) throws InterruptedException {
      String channelOfType = "{\"channel\":{\"endpoint\":\"%s\",\"type\":\"%s\"}}";
      sendsToSession("session.request.addchannel", channelOfType.formatted("a-" + type, type));
      sends("channel.activate", sees("channel.created").path("target").asText(), "{}");
      sees("channel.infochanged");
    }

    void dials(String number) throws InterruptedException {
      sends("channel.dial", channel, "{\"destination\":\"" + number + "\"}");
      interaction = sees("interaction.created").path("target").asText();
      conversation = sees("conversation.created").path("target").asText();
      sees("interaction.initialized");
    }

    void records(String what) throws InterruptedException {
      sends("interaction.request.recording." + what, interaction, "{}");
      answered();
    }

    JsonNode sees(String event) throws InterruptedException {
      return until("name", event);
    }

    JsonNode answered() throws InterruptedException {
      return until("result", "");
    }

    private JsonNode until(String property, String value) throws InterruptedException {
      while (true) {
        String text = messages.poll(10, TimeUnit.SECONDS);
        assertThat(text).as(property + " " + value).isNotNull();
        try {
          JsonNode message = MAPPER.readTree(text);
          if (message.path(property).asText("-").contains(value) && message.has(property)) {
            return message;
          }
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        messages.add(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
