package io.github.switchhook.simulator.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.WebSocketAgent;
import io.github.switchhook.simulator.control.Argument;
import io.github.switchhook.simulator.control.Operation;
import io.github.switchhook.simulator.fault.FaultKind;
import io.github.switchhook.simulator.protocol.Capability;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Holds openapi.json against what control does. */
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

  /** Checks for mistakes that code generators would fail on. */
  @Test
  void isOpenApi() {
    assertThat(complaints(text)).isEmpty();

    assertThat(complaints(text.replaceFirst("\"responses\"", "\"answers\"")))
        .anySatisfy(complaint -> assertThat(complaint).contains("answers", "unexpected"));
    assertThat(
            complaints(text.replaceFirst("\"operationId\": \"call\"", "\"operationId\": \"chat\"")))
        .isNotEmpty();
  }

  private static List<String> complaints(String description) {
    return new OpenAPIV3Parser().readContents(description).getMessages();
  }

  @Test
  void saysWhereItIs() {
    assertThat(description.findValuesAsText("url"))
        .containsExactly(
            simulator.controlUri().orElseThrow().resolve("/").toString().replaceFirst("/$", ""));
  }

  @Test
  void describesTheOperationsThatThereAre() {
    assertThat(description.path("openapi").textValue()).startsWith("3.1.");
    assertThat(operations().toList())
        .containsExactlyInAnyOrderElementsOf(
            simulator.control().operations().stream().map(Operation::name).toList());
    assertThat(operations())
        .allSatisfy(
            operation -> {
              JsonNode post = description.at(path(operation));
              assertThat(post.path("operationId").textValue()).isEqualTo(operation);
              assertThat(post.path("summary").textValue()).endsWith(".");
              assertThat(post.path("responses").fieldNames())
                  .toIterable()
                  .contains("200", "400", "401", "403", "409", "413", "default");
            });
  }

  /** Compares control's own table with the description, name by name and type by type. */
  @Test
  void describesWhatEachTakesAndReports() {
    assertThat(simulator.control().operations())
        .allSatisfy(
            operation -> {
              JsonNode request =
                  resolved(
                      description.at(path(operation.name()) + "/requestBody" + JSON + "/schema"));
              assertThat(arguments(request)).containsExactlyElementsOf(operation.arguments());
              JsonNode report =
                  description.at(path(operation.name()) + "/responses/200" + JSON + "/schema");
              assertThat(reported(report)).containsExactlyElementsOf(operation.returns());
            });
  }

  private List<Argument> arguments(JsonNode schema) {
    assertThat(schema.path("additionalProperties").asText()).isEqualTo("false");
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.textValue()));
    List<Argument> arguments = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            property ->
                arguments.add(
                    new Argument(
                        property.getKey(),
                        type(property.getValue()),
                        required.contains(property.getKey()),
                        property.getValue().has("items")
                            ? arguments(property.getValue().path("items"))
                            : List.of())));
    return arguments;
  }

  private static Argument.Type type(JsonNode schema) {
    if (schema.has("oneOf")) {
      assertThat(schema.findValuesAsText("const")).containsExactly("all");
      return Argument.Type.COUNT;
    }
    return switch (schema.path("type").asText()) {
      case "string" -> Argument.Type.TEXT;
      case "boolean" -> Argument.Type.FLAG;
      case "integer" -> Argument.Type.WHOLE;
      case "object" -> Argument.Type.TEXTS;
      case "array" -> Argument.Type.LIST;
      default -> throw new AssertionError(schema);
    };
  }

  private Set<String> reported(JsonNode schema) {
    Set<String> names = new LinkedHashSet<>();
    JsonNode resolved = resolved(schema);
    resolved.path("properties").fieldNames().forEachRemaining(names::add);
    resolved.path("oneOf").forEach(each -> names.addAll(reported(each)));
    return names;
  }

  private JsonNode resolved(JsonNode schema) {
    return schema.has("$ref")
        ? description.at(schema.path("$ref").textValue().substring(1))
        : schema;
  }

  /** Shows that control refuses what the schema forbids, both in-process and over HTTP. */
  @Test
  void whatItForbidsIsRefused() {
    assertThat(operations())
        .allSatisfy(
            operation -> {
              String request = path(operation) + "/requestBody" + JSON;
              ObjectNode example = (ObjectNode) description.at(request + "/example");
              List<ObjectNode> wrong = new ArrayList<>();
              wrong.add(example.deepCopy().put("unheardOf", 1));
              for (Argument argument : operation(operation).arguments()) {
                for (String value : List.of("null", "-1", "1.5", "[1]", "{\"a\":1}", "\" \"")) {
                  wrong.add(example.deepCopy().set(argument.name(), MAPPER.readTree(value)));
                }
                if (argument.required()) {
                  wrong.add(example.deepCopy().without(argument.name()));
                }
              }
              wrong.forEach(arguments -> assertRefused(operation, request, arguments));
            });
  }

  private void assertRefused(String operation, String request, ObjectNode arguments) {
    String message =
        assertThatExceptionOfType(RefusalException.class)
            .as(operation + arguments)
            .isThrownBy(() -> simulator.control().perform(operation, arguments))
            .actual()
            .explanation();
    HttpResponse<String> answer = http.post(operation, arguments.toString());

    assertThat(errors(request + "/schema", arguments.toString()))
        .as(operation + arguments)
        .isNotEmpty();
    assertThat(answer.statusCode()).as(operation + arguments).isEqualTo(400);
    assertThat(answer.body()).contains("\"invalid-data\"");
    assertThat(answer.body()).contains(MAPPER.getNodeFactory().textNode(message).toString());
  }

  private Operation operation(String name) {
    return simulator.control().operations().stream()
        .filter(operation -> operation.name().equals(name))
        .findFirst()
        .orElseThrow();
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
        .containsExactlyElementsOf(
            Arrays.stream(FaultKind.values()).map(FaultKind::wireName).toList());
    assertThat(
            words(
                "/paths/~1control~1capability/post/requestBody" + JSON + "/schema/properties/name"))
        .containsExactlyElementsOf(
            Arrays.stream(Capability.values()).map(Capability::wireName).toList());
  }

  /** Performs every example on a real switch that has the call or chat it needs. */
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
    WebSocketAgent alice = WebSocketAgent.ready(simulator.uri(), "alice");
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
      case "senddtmf" -> {
        alice.toChannel("channel.dial", "{\"destination\":\"5550100\"}");
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
