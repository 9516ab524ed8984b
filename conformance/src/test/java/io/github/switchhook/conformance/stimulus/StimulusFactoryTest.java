package io.github.switchhook.conformance.stimulus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each driver performs the operations, and says what is wrong where it cannot. */
@Timeout(30)
class StimulusFactoryTest {
  private static final ObjectNode CALL = Json.object().put("from", "+1 5").put("to", "210");

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private HttpServer server;

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String answer = "{\"call\":{\"id\":\"c1\"},\"heard\":\"12#\"}";

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          requests.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + body);
          byte[] bytes = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void httpFillsInCapturesAndReturns() throws IOException {
    Stimulus stimulus =
        open(
            """
              http:
                headers: {Authorization: Bearer lab-key}
                operations:
                  call: {url: "URL/calls", body: {from: $from, all: $arguments}, capture: {last: /call/id}}
                  hangup: {method: DELETE, url: "URL/calls/$last?by=$address"}
                  heard: {method: GET, url: "URL/heard", result: {digits: /heard}}
            """);

    stimulus.perform("call", CALL);
    stimulus.perform("hangup", Json.object().put("agent", "210").put("address", "+1 5"));

    assertThat(requests)
        .containsExactly(
            "POST /calls Bearer lab-key {\"from\":\"+1 5\",\"all\":{\"from\":\"+1 5\",\"to\":\"210\"}}",
            "DELETE /calls/c1?by=%2B1%205 Bearer lab-key ");
    assertThat(stimulus.perform("heard", Json.object()).path("digits").asText()).isEqualTo("12#");
    assertThat(stimulus.can("reset")).isFalse();
  }

  @Test
  void httpHeedsWhatItsRequestsMention() throws IOException {
    Stimulus stimulus =
        open(
            """
              http:
                operations:
                  call: {url: "URL/calls?from=$from", body: {attached: $data}}
                  chat: {url: "URL/chats", body: $arguments}
                  email: {url: "URL/emails?from=$from", body: {to: $to}}
            """);

    assertThat(stimulus.heeds("call", "data")).isTrue();
    assertThat(stimulus.heeds("chat", "data")).isTrue();
    assertThat(stimulus.heeds("email", "data")).isFalse();
    assertThat(stimulus.heeds("hangup", "data")).isFalse();
  }

  @Test
  void httpReportsTheAnswer() throws IOException {
    Stimulus stimulus =
        open(
            "  http: {operations: {call: {url: \"URL/calls\"}, hangup: {url: \"URL/$last\"}, answer: {url: \"URL/a\", capture: {last: /id}}}}\n");
    status = 503;

    assertThatThrownBy(() -> stimulus.perform("call", CALL))
        .hasMessageContaining("was answered with 503: {\"call\"");
    assertThatThrownBy(() -> stimulus.perform("hangup", CALL))
        .hasMessage("the request for hangup needs $last, which nothing has given so far");
  }

  @Test
  void theSimulatorsControlPortIsHttpToo() throws IOException {
    Stimulus stimulus = open("  simulator: {url: \"URL/control\", token: t0ken}\n");

    stimulus.perform("call", CALL);

    assertThat(requests)
        .containsExactly("POST /control/call Bearer t0ken {\"from\":\"+1 5\",\"to\":\"210\"}");
    assertThat(stimulus.can("capability")).isTrue();
  }

  @Test
  void aProgramGetsOperationAndArguments() throws IOException {
    Path program = folder.resolve("lab.sh");
    Files.writeString(
        program,
        "#!/bin/sh\n[ $1 = call ] || { echo no such >&2; exit 3; }\nprintf '{\"digits\":\"%s\"}' $(wc -c)\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Stimulus stimulus = open("  command: {run: [./lab.sh], operations: [call, reset]}\n");

    assertThat(stimulus.perform("call", CALL).path("digits").asInt())
        .isEqualTo(Json.write(CALL).length());
    assertThatThrownBy(() -> stimulus.perform("reset", Json.object()))
        .hasMessageContaining("ended with 3: no such");
  }

  @Test
  void aProgramThatDoesNotEndIsEnded() throws IOException {
    Stimulus stimulus =
        open("  command: {run: [sh, -c, sleep 60], operations: [call], timeoutMillis: 50}\n");
    Stimulus none = open("  command: {run: [nosuchprogram], operations: [call]}\n");

    assertThatThrownBy(() -> stimulus.perform("call", CALL))
        .hasMessageEndingWith("did not end within 50 ms");
    assertThatThrownBy(() -> none.perform("call", CALL))
        .isInstanceOf(BrokenStimulusException.class)
        .hasMessageContaining("cannot be run");
  }

  @Test
  void distinguishesABrokenStimulusFromARefusal() throws IOException {
    Stimulus http =
        open(
            "  http: {operations: {call: {url: \"URL/calls\"}, heard: {url: \"URL/heard\", result: {digits: /heard}}}}\n");
    status = 409;
    assertThatThrownBy(() -> http.perform("call", CALL))
        .isNotInstanceOf(BrokenStimulusException.class);

    status = 200;
    answer = "<html>";
    assertThatThrownBy(() -> http.perform("heard", CALL))
        .isInstanceOf(BrokenStimulusException.class)
        .hasMessageContaining("was answered with no JSON: <html>");

    server.stop(0);
    assertThatThrownBy(() -> http.perform("call", CALL))
        .isInstanceOf(BrokenStimulusException.class)
        .hasMessageContaining("/calls: nothing listens on port");
  }

  @Test
  void aServerWithoutHttpIsABrokenStimulus() throws Exception {
    try (ServerSocket rubbish = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread talker =
          new Thread(
              () -> {
                try (Socket one = rubbish.accept()) {
                  one.getOutputStream().write("220 mail ready\r\n\r\n".getBytes(UTF_8));
                } catch (IOException e) {
                  // The client has seen enough.
                }
              });
      talker.start();
      Stimulus http =
          open(
              "  http: {operations: {call: {url: \"http://127.0.0.1:"
                  + rubbish.getLocalPort()
                  + "/\"}}}\n");

      assertThatThrownBy(() -> http.perform("call", CALL))
          .isInstanceOf(BrokenStimulusException.class);
      talker.join();
    }
  }

  @Test
  void aPersonIsToldAndAnswers() throws IOException {
    Target target = target("  manual: {operations: [call, heard]}\n");
    Stimulus willing = StimulusFactory.open(target, Optional.of(text -> Optional.of("")));
    Stimulus unwilling =
        StimulusFactory.open(target, Optional.of(text -> Optional.of("no line free")));
    Stimulus gone = StimulusFactory.open(target, Optional.of(text -> Optional.empty()));

    assertThat(willing.perform("call", CALL).isEmpty()).isTrue();
    assertThat(unwilling.perform("heard", Json.object()).path("digits").asText())
        .isEqualTo("no line free");
    assertThatThrownBy(() -> unwilling.perform("call", CALL))
        .hasMessage("the person says: no line free");
    assertThatThrownBy(() -> gone.perform("call", CALL)).hasMessage("no person is at the terminal");
    assertThat(StimulusFactory.open(target, Optional.empty()).can("call"))
        .as("without a person")
        .isFalse();
  }

  @Test
  void callsQueuesAsTheTargetDoes() throws IOException {
    Stimulus stimulus =
        open(
            """
              http: {operations: {call: {url: "URL/calls", body: {to: $to}}}}
            queues: {sales: Q-17}
            """);

    stimulus.perform("call", Json.object().put("from", "1").put("to", "sales"));
    stimulus.perform("call", Json.object().put("from", "1").put("to", "210"));

    assertThat(requests)
        .extracting(request -> request.replaceFirst(".* ", ""))
        .containsExactly("{\"to\":\"Q-17\"}", "{\"to\":\"210\"}");
  }

  @Test
  void waitsOnlyWhereTheClockCannotBeMoved() throws IOException {
    List<Duration> waits = new ArrayList<>();
    String realTime = "timeouts: {realTimeSeconds: 30}\n";
    Stimulus waiting =
        StimulusFactory.open(
            target("  manual: {operations: [call]}\n" + realTime), Optional.empty(), waits::add);
    Stimulus moving =
        StimulusFactory.open(
            target("  http: {operations: {advance: {url: URL}}}\n" + realTime),
            Optional.empty(),
            waits::add);

    assertThat(waiting.longestWait()).contains(Duration.ofSeconds(30));
    assertThat(moving.longestWait()).isEmpty();
    waiting.perform("advance", Json.object().put("seconds", 5));
    moving.perform("advance", Json.object().put("seconds", 7));
    assertThat(waits).containsExactly(Duration.ofMillis(5_400));
    assertThat(open("  manual: {operations: [call]}\n").can("advance")).isFalse();
  }

  private Stimulus open(String config) throws IOException {
    return StimulusFactory.open(target(config), Optional.empty());
  }

  private Target target(String config) throws IOException {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return Target.load(
        Files.writeString(
            folder.resolve("t.yaml"),
            "url: ws://127.0.0.1:1/\nagents: [{id: a, password: bbbb, extension: \"1\"}]\nstimulus:\n"
                + config.replace("URL", url).indent(0)));
  }
}
