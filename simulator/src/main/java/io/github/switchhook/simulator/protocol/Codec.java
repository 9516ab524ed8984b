package io.github.switchhook.simulator.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.switchhook.simulator.protocol.Message.Confirm;
import io.github.switchhook.simulator.protocol.Message.Event;
import io.github.switchhook.simulator.protocol.Message.Failure;
import io.github.switchhook.simulator.protocol.Message.Success;
import io.github.switchhook.simulator.text.CodePoints;
import io.github.switchhook.simulator.text.Quote;
import org.jspecify.annotations.Nullable;

/** Turns text into requests and messages into text. Thread-safe. */
public final class Codec {
  private static final int MAX_DEPTH = 64;
  // PROTOCOL section 6: how much is kept of what is not JSON.
  private static final int MAX_ORIGINAL = 4096;

  // An answer holds its request, one level down.
  private static final JsonMapper MAPPER = mapper(MAX_DEPTH + 1);
  private static final JsonMapper REQUESTS = mapper(MAX_DEPTH);

  private final boolean prefixedStateEvents;
  private final Writing writing = new Writing();

  /**
   * Creates a codec.
   *
   * @param prefixedStateEvents whether a state event is named after its object, {@code
   *     channel.state.updated}, and not plain {@code state.updated} (PROTOCOL section 1)
   */
  public Codec(boolean prefixedStateEvents) {
    this.prefixedStateEvents = prefixedStateEvents;
  }

  private static JsonMapper mapper(int maxDepth) {
    return JsonMapper.builder(
            new JsonFactoryBuilder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        // The limit of a whole message is enough.
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                // Clients choose the names: they would fill the parser's table of those it has
                // seen, and it gives up where too many of them have the same hash.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        // An echo has to equal what came: 1.10 stays 1.10.
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  /** Returns a new, empty JSON object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Returns the JSON of strings, numbers, booleans, and lists and maps of them. */
  public static ObjectNode object(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * Reads one JSON object.
   *
   * @throws RefusalException as malformed-message where the text is something else
   */
  public static ObjectNode readObject(String text) {
    JsonNode read = parse(MAPPER, text);
    if (read instanceof ObjectNode object) {
      return object;
    }
    throw new RefusalException(
        FailureCode.MALFORMED_MESSAGE, "expected a JSON object, got " + RequestData.describe(read));
  }

  /** Reads what a client sent; never throws. */
  public Incoming read(String text) {
    JsonNode message;
    try {
      message = parse(REQUESTS, text);
    } catch (RefusalException refusal) {
      return malformed(refusal.explanation(), text);
    }
    if (message.isMissingNode()) {
      return malformed("expected one JSON object, got nothing", text);
    }
    JsonNode written = Written.of(message, text.length());
    if (!(written instanceof ObjectNode request)) {
      return malformed("expected a JSON object, got " + RequestData.describe(message), written);
    }
    return readRequest(request);
  }

  private static JsonNode parse(JsonMapper mapper, String text) {
    String problem;
    try {
      return mapper.readTree(JsonText.readable(text));
    } catch (JsonProcessingException e) {
      problem = JsonText.problem(e);
    } catch (NumberFormatException e) {
      // Jackson lets this one out as it is: 1e2147483648.
      problem = "the exponent of a number is too large";
    }
    throw new RefusalException(
        FailureCode.MALFORMED_MESSAGE, "expected one JSON object: " + problem);
  }

  /** Answers a binary frame, whose content is not read. */
  public Incoming readBinary(int bytes) {
    return malformed("expected a text frame, got a binary one of " + bytes + " bytes", "");
  }

  private static Incoming readRequest(ObjectNode request) {
    JsonNode word = request.path("command");
    if (!word.isTextual() || word.textValue().isBlank()) {
      return malformed("command: expected a name, got " + RequestData.describe(word), request);
    }
    Command command = Command.find(word.textValue()).orElse(null);
    if (command == null) {
      return new Incoming.Malformed(
          failure(
              FailureCode.UNKNOWN_COMMAND,
              "there is no command " + Quote.of(word.textValue()),
              request));
    }
    JsonNode target = request.path("target");
    boolean targeted = command.kind() != ObjectKind.SERVICE;
    if (targeted && (!target.isTextual() || target.textValue().isBlank())) {
      return malformed(
          "target: expected the path of an object, got " + RequestData.describe(target), request);
    }
    JsonNode data = request.path("data");
    if (!data.isObject()) {
      return malformed("data: expected an object, got " + RequestData.describe(data), request);
    }
    return new Request(
        command, targeted ? target.textValue() : "", new RequestData("data", data), request);
  }

  private static Incoming malformed(String message, String text) {
    return malformed(message, TextNode.valueOf(CodePoints.shortened(text, MAX_ORIGINAL)));
  }

  private static Incoming malformed(String message, JsonNode original) {
    return new Incoming.Malformed(failure(FailureCode.MALFORMED_MESSAGE, message, original));
  }

  private static Failure failure(FailureCode code, String message, JsonNode original) {
    return new Failure(
        original.path("command").textValue(),
        original.path("target").textValue(),
        code,
        message,
        null,
        original);
  }

  /** Writes a message as one line of JSON. */
  public String write(Message message) {
    return text(message.accept(writing));
  }

  /** Makes the JSON of each kind of message. */
  private final class Writing implements Message.Visitor<ObjectNode> {
    @Override
    public ObjectNode success(Success success) {
      ObjectNode json = MAPPER.createObjectNode();
      answer(json, success.request(), "success");
      setUnlessNull(json, success.data());
      return json;
    }

    @Override
    public ObjectNode failure(Failure failure) {
      ObjectNode json = MAPPER.createObjectNode();
      write(json, failure);
      return json;
    }

    @Override
    public ObjectNode confirm(Confirm confirm) {
      ObjectNode json = MAPPER.createObjectNode();
      answer(json, confirm.request(), "confirm");
      json.put("message", confirm.message());
      json.set("original", confirm.request().original());
      setUnlessNull(json, confirm.data());
      return json;
    }

    @Override
    public ObjectNode event(Event event) {
      ObjectNode json =
          MAPPER
              .createObjectNode()
              .put("name", name(event))
              .put("target", event.target())
              .putPOJO("data", event.data());
      putUnlessNull(json, "context", event.context());
      return json;
    }
  }

  private static void write(ObjectNode json, Failure failure) {
    putUnlessNull(json, "command", failure.command());
    // A service request does not concern an object, even if it names one.
    if (!Command.PREPARE_SESSION.wireName().equals(failure.command())) {
      putUnlessNull(json, "target", failure.target());
    }
    json.put("result", "failure");
    ObjectNode details = json.putObject("failure");
    details.put("code", failure.code().wireName()).put("message", failure.message());
    putUnlessNull(details, "context", failure.context());
    json.set("original", failure.original());
  }

  private static void answer(ObjectNode json, Request request, String result) {
    json.put("command", request.command().wireName());
    if (request.command().kind() != ObjectKind.SERVICE) {
      json.put("target", request.target());
    }
    json.put("result", result);
  }

  private String name(Event event) {
    boolean prefixed = prefixedStateEvents && event.name().equals("state.updated");
    return prefixed ? event.kind().wireName() + "." + event.name() : event.name();
  }

  private static void putUnlessNull(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static void setUnlessNull(ObjectNode json, @Nullable ObjectNode data) {
    if (data != null) {
      json.set("data", data);
    }
  }

  /**
   * Returns JSON as text that UTF-8 can carry: half of a surrogate pair, which a client may have
   * sent as {@code "\\ud800"}, stays the escape.
   */
  public static String text(JsonNode json) {
    try {
      return JsonText.encodable(MAPPER.writeValueAsString(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message of the switch's own making has no JSON", e);
    }
  }
}
