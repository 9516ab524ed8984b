package io.github.switchhook.simulator.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.switchhook.simulator.Caller;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.fault.FaultKind;
import io.github.switchhook.simulator.protocol.Capability;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What openapi.json says is what control does. */
@Timeout(60)
class OpenApiTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ID = "https://switchhook.github.io/openapi";
  private static final String JSON = "/content/application~1json";

  private final Simulator simulator;
  private final Http http;
  private final String text;
  private final JsonNode description;
  private final SchemaRegistry schemas;

  OpenApiTest() throws IOException {
    simulator = Http.start();
    http = new Http(simulator);
    text = http.ask(http.to("/openapi.json").GET()).body();
    description = MAPPER.readTree(text);
    schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, text)));
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void describesTheOperationsThatThereAre() {
    assertThat(description.path("openapi").textValue()).startsWith("3.1.");
    assertThat(operations().toList())
        .containsExactlyInAnyOrderElementsOf(simulator.control().operations());
    assertThat(operations())
        .allSatisfy(
            operation -> {
              JsonNode post = description.at(path(operation));
              assertThat(post.path("operationId").textValue()).isEqualTo(operation);
              assertThat(post.path("summary").textValue()).endsWith(".");
              assertThat(post.path("responses").fieldNames())
                  .toIterable()
                  .contains("200", "400", "401", "403", "409", "413");
            });
  }

  @Test
  void itsReferencesLeadSomewhere() {
    assertThat(description.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(description.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void knowsAllFaultsAndCapabilities() {
    assertThat(words("/paths/~1control~1fault/post/requestBody" + JSON + "/schema/properties/kind"))
        .containsExactlyElementsOf(Arrays.stream(FaultKind.values()).map(FaultKind::word).toList());
    assertThat(
            words(
                "/paths/~1control~1capability/post/requestBody" + JSON + "/schema/properties/name"))
        .containsExactlyElementsOf(
            Arrays.stream(Capability.values()).map(Capability::word).toList());
  }

  /** Every example is carried out by a real switch, in which the call or chat that it needs is. */
  @Test
  void itsExamplesWorkAndAreAnsweredAsDescribed() {
    assertThat(operations())
        .allSatisfy(
            operation -> {
              bringAbout(operation);
              String request = path(operation) + "/requestBody" + JSON;
              String example = description.at(request + "/example").toString();
              assertThat(errors(request + "/schema", example)).as(operation).isEmpty();

              HttpResponse<String> answer = http.post(operation, example);

              assertThat(answer.statusCode()).as(operation + answer.body()).isEqualTo(200);
              assertThat(
                      errors(path(operation) + "/responses/200" + JSON + "/schema", answer.body()))
                  .as(operation + answer.body())
                  .isEmpty();
            });
  }

  @Test
  void describesWhatIsInTheJournal() {
    bringAbout("answer");
    http.post("fault", "{\"kind\":\"drop\"}");
    http.post("answer", "{\"agent\":\"7001\",\"address\":\"5550110\"}");
    String report = http.post("journal", "{}").body();
    String seen = http.post("await", "{\"event\":\"channel.created\",\"timeoutMillis\":1}").body();

    assertThat(report).contains("\"fault\"", "\"control\"", "\"request\"", "\"event\"");
    assertThat(errors(path("journal") + "/responses/200" + JSON + "/schema", report)).isEmpty();
    assertThat(seen).startsWith("{\"seen\":true");
    assertThat(errors(path("await") + "/responses/200" + JSON + "/schema", seen)).isEmpty();
  }

  @Test
  void describesProblems() {
    String problem = "/components/schemas/Problem";

    assertThat(errors(problem, http.post("call", "{}").body())).isEmpty();
    assertThat(errors(problem, http.post("fly", "{}").body())).isEmpty();
    assertThat(errors(problem, "{\"code\":\"x\"}")).isNotEmpty();
  }

  @Test
  void itsSchemasRefuseWhatIsWrong() {
    assertThat(errors(path("call") + "/requestBody" + JSON + "/schema", "{\"from\":\"1\"}"))
        .isNotEmpty();
    assertThat(errors(path("heard") + "/responses/200" + JSON + "/schema", "{}")).isNotEmpty();
    assertThat(
            errors(
                path("await") + "/requestBody" + JSON + "/schema",
                "{\"event\":\"a\",\"command\":\"b\",\"timeoutMillis\":1}"))
        .isNotEmpty();
  }

  private void bringAbout(String operation) {
    http.post("reset", "{}");
    Caller alice = Caller.ready(simulator.uri(), "alice");
    for (String type : List.of("Chat", "Email")) {
      String endpoint = "alice-" + type.toLowerCase(java.util.Locale.ROOT);
      alice.toSession(
          "session.request.addchannel",
          "{\"channel\":{\"type\":\"%s\",\"endpoint\":\"%s\"}}".formatted(type, endpoint));
      String channel = alice.until("channel.created").path("target").textValue();
      alice.until("channel.initialized");
      alice.send("channel.activate", channel, "{}");
      alice.until("state.updated");
    }
    switch (operation) {
      case "answer", "busy", "refuse", "noanswer", "hangup", "heard", "recording" -> {
        alice.toChannel("channel.dial", "{\"destination\":\"5550110\"}");
        alice.until("interaction.initialized");
      }
      case "leave" -> http.post("chat", "{\"from\":\"visitor\",\"to\":\"alice-chat\"}");
      default -> {}
    }
  }

  private Stream<String> operations() {
    List<String> names = new ArrayList<>();
    description
        .path("paths")
        .fieldNames()
        .forEachRemaining(
            path -> {
              if (description.path("paths").path(path).has("post")) {
                names.add(path.substring("/control/".length()));
              }
            });
    return names.stream();
  }

  private static String path(String operation) {
    return "/paths/~1control~1" + operation + "/post";
  }

  private List<String> words(String property) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(description.at(property + "/enum").elements(), 0),
            false)
        .map(JsonNode::textValue)
        .toList();
  }

  private List<Error> errors(String schema, String json) {
    return schemas.getSchema(SchemaLocation.of(ID + "#" + schema)).validate(json, InputFormat.JSON);
  }
}
