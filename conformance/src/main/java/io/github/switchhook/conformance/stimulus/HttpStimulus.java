package io.github.switchhook.conformance.stimulus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.profile.StimulusConfig;
import io.github.switchhook.conformance.profile.Template;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.text.Excerpt;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One HTTP request for each operation. Used by the kit's thread alone. */
final class HttpStimulus implements Stimulus {
  private static final int MAX_SHOWN = 200;

  private final StimulusConfig.HttpConfig config;
  private final Http http;
  private final Map<String, JsonNode> captured = new HashMap<>();

  HttpStimulus(StimulusConfig.HttpConfig config, Http http) {
    this.config = config;
    this.http = http;
  }

  @Override
  public boolean can(String operation) {
    return config.operations().containsKey(operation);
  }

  @Override
  public boolean heeds(String operation, String argument) {
    StimulusConfig.Call call = config.operations().get(operation);
    return call != null && call.mentions(argument);
  }

  @Override
  public JsonNode perform(String operation, ObjectNode arguments) {
    StimulusConfig.Call call = config.operations().get(operation);
    if (call == null) {
      throw new IllegalStateException("the profile has no request for " + operation);
    }
    URI url =
        URI.create(Template.fill(call.url(), name -> encoded(value(operation, arguments, name))));
    Http.Reply answer =
        http.send(
            call.method(),
            url,
            config.headers(),
            call.body()
                .map(
                    body ->
                        Json.write(
                            Template.fill(body, name -> value(operation, arguments, name)))));
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException(
          call.method()
              + " "
              + url
              + " was answered with "
              + answer.status()
              + ": "
              + shorten(answer.body()));
    }
    Optional<JsonNode> read = Json.parse(answer.body());
    if (read.isEmpty() && !(call.capture().isEmpty() && call.result().isEmpty())) {
      throw new BrokenStimulusException(
          call.method() + " " + url + " was answered with no JSON: " + shorten(answer.body()));
    }
    JsonNode body = read.orElseGet(Json::object);
    call.capture().forEach((name, place) -> captured.put(name, body.at(place)));
    if (call.result().isEmpty()) {
      return body;
    }
    ObjectNode result = Json.object();
    call.result().forEach((name, place) -> result.set(name, body.at(place)));
    return result;
  }

  private JsonNode value(String operation, ObjectNode arguments, String name) {
    if (name.equals("arguments")) {
      return arguments;
    }
    JsonNode value = arguments.has(name) ? arguments.get(name) : captured.get(name);
    if (value == null) {
      throw new UnsupportedStimulusException(
          "the request for " + operation + " needs $" + name + ", which nothing has given so far");
    }
    return value;
  }

  private static JsonNode encoded(JsonNode value) {
    return Json.object()
        .textNode(URLEncoder.encode(value.asText(), StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private static String shorten(String text) {
    return Escape.line(Excerpt.of(text, MAX_SHOWN));
  }
}
