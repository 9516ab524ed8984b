package io.github.switchhook.simulator.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.switchhook.simulator.ControlPort;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.WebSocketAgent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Control over HTTP: what it lets in, and what it answers. */
@Timeout(60)
class ControlServerTest {
  private final Simulator simulator;
  private final Http http;

  ControlServerTest() throws IOException {
    simulator = Http.start();
    http = new Http(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void hasTakenEffectWhenItAnswers() {
    WebSocketAgent alice = WebSocketAgent.ready(simulator.uri(), "alice");

    HttpResponse<String> answer = http.post("call", "{\"from\":\"5551234\",\"to\":\"7001\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"outcome\":\"offered\"}");
    assertThat(simulator.control().perform("journal", node("{}")).toString())
        .contains("interaction.initialized");
    assertThat(alice.until("interaction.preview").toString()).contains("5551234");
  }

  @Test
  void takesNoBodyForNoArguments() {
    assertThat(http.ask(http.to("/faults").POST(HttpRequest.BodyPublishers.noBody())).body())
        .isEqualTo("{\"faults\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fly      | {}                          | 404 | unknown-command",
        "call     | {\"from\":\"1\"}            | 400 | invalid-data",
        "call     | [1]                         | 400 | malformed-message",
        "call     | {\"from\":                  | 400 | malformed-message",
        "call     | {\"from\":\"1\",\"to\":\"2\"}   | 409 | invalid-destination",
        "recording| {\"agent\":\"7001\"}        | 409 | invalid-",
        "fault    | {\"kind\":\"explode\"}      | 400 | expected one of drop",
        "fault    | {\"kind\":\"refuse\",\"on\":\"state.updated\"} | 400 | expected a command",
        "fault    | {\"kind\":\"close\",\"code\":1006} | 400 | expected a close code",
        "fault    | {\"kind\":\"drop\",\"agent\":\"zed\"} | 400 | fault.agent: expected an id or extension",
        "fault    | {\"kind\":\"drop\",\"millis\":5} | 400 | fault.millis: expected with delay only",
        "fault    | {\"kind\":\"drop\",\"code\":4000} | 400 | fault.code: expected with close only",
        "await    | {\"timeoutMillis\":1}       | 400 | await.event: expected an event",
        "await    | {\"event\":\"x\",\"timeoutMillis\":60001} | 400 | 60000 at most",
      })
  void saysWhatIsWrong(String operation, String body, int status, String said) {
    HttpResponse<String> answer = http.post(operation, body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).startsWith("{\"code\":\"").contains("\"message\":\"").contains(said);
  }

  @Test
  void answersOnlyCallersThatKnowTheToken() {
    URI faults = URI.create(simulator.controlUri().orElseThrow() + "/faults");
    HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();

    HttpResponse<String> without = http.ask(HttpRequest.newBuilder(faults).POST(nothing));
    HttpResponse<String> wrong =
        http.ask(
            HttpRequest.newBuilder(faults)
                .header("Authorization", "Bearer " + Http.TOKEN + "x")
                .POST(nothing));

    assertThat(without.statusCode()).isEqualTo(401);
    assertThat(without.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).doesNotContain(Http.TOKEN);
    assertThat(new ControlPort(1, Http.TOKEN).toString()).doesNotContain(Http.TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://evil.example, 403",
    "127.0.0.1, null, 403",
    "evil.example, '', 403",
    "127.0.0.1.evil.example, '', 403",
    "localhost:1, http://localhost:3000, 200",
    "'[::1]:1', '', 200"
  })
  void refusesForeignPagesAndNames(String host, String origin, int status) throws IOException {
    URI control = simulator.controlUri().orElseThrow();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), control.getPort())) {
      String request =
          "POST /control/faults HTTP/1.1\r\nHost: "
              + host
              + "\r\nContent-Length: 0\r\nAuthorization: Bearer "
              + Http.TOKEN
              + (origin.isEmpty() ? "" : "\r\nOrigin: " + origin)
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String line =
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();

      assertThat(line).startsWith("HTTP/1.1 " + status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/, 404",
    "/controls, 404",
    "/control/%00, 404",
    "/control/%zz, 404",
    "/%zz, 404",
    "/control/../x, 404"
  })
  void answersWhatIsNoOperationInTheShapeOfAProblem(String path, int status) throws IOException {
    String answer = raw("POST " + path + " HTTP/1.1\r\nContent-Length: 0\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("Content-Type: application/json", "{\"code\":\"", "\"message\":\"")
        .doesNotContainIgnoringCase("grizzly");
  }

  @Test
  void keepsThreadsForWhatIsWaitedFor() {
    CompletableFuture<HttpResponse<String>> any = new CompletableFuture<>();
    String wanted = "{\"event\":\"session.initialized\",\"timeoutMillis\":60000}";
    List<CompletableFuture<HttpResponse<String>>> waiting =
        IntStream.range(0, 33)
            .mapToObj(i -> http.later("await", wanted).thenApply(answer -> tell(any, answer)))
            .toList();

    HttpResponse<String> first = any.orTimeout(20, TimeUnit.SECONDS).join();
    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.body()).contains("expected 32 requests that wait at most");
    assertThat(http.post("advance", "{\"seconds\":1}").statusCode()).isEqualTo(200);

    WebSocketAgent.ready(simulator.uri(), "alice");
    assertThat(waiting)
        .extracting(each -> each.orTimeout(20, TimeUnit.SECONDS).join().statusCode())
        .containsOnlyOnce(503);
    assertThat(http.post("await", "{\"event\":\"session.initialized\",\"timeoutMillis\":1}").body())
        .contains("\"seen\":true");
  }

  private static <T> T tell(CompletableFuture<T> waiting, T answer) {
    waiting.complete(answer);
    return answer;
  }

  private String raw(String head) throws IOException {
    URI control = simulator.controlUri().orElseThrow();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), control.getPort())) {
      socket.setSoTimeout(5000);
      socket
          .getOutputStream()
          .write(
              (head
                      + "Host: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer "
                      + Http.TOKEN
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void refusesABodyThatIsTooLong() {
    String body = "{\"from\":\"" + "1".repeat(BodyReader.MAX_BYTES) + "\"}";

    assertThat(http.post("call", body).statusCode()).isEqualTo(413);
  }

  @Test
  void refusesOtherMethods() {
    HttpResponse<String> answer = http.ask(http.to("/call").GET());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST");
  }

  @Test
  void listsTheOperations() {
    assertThat(http.ask(http.to("").GET()).body())
        .startsWith("{\"operations\":[\"advance\",\"agentleg\",\"answer\",\"await\",");
  }

  @Test
  void saysWhichPortIsTaken() {
    int port = simulator.controlUri().orElseThrow().getPort();

    assertThatThrownBy(
            () ->
                Simulator.start(
                    SimulatorOptions.standard().withControl(new ControlPort(port, Http.TOKEN))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot listen on 127.0.0.1 port " + port);
    assertThatThrownBy(() -> new ControlPort(0, " ")).hasMessageContaining("not blank");
  }

  private static com.fasterxml.jackson.databind.JsonNode node(String json) {
    return io.github.switchhook.simulator.protocol.Codec.readObject(json);
  }
}
