package io.github.switchhook.conformance.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.protocol.JsonTrees;
import io.github.switchhook.conformance.protocol.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares one response with its request (PROTOCOL 1). Every method lists what is wrong; an empty
 * list means all is well.
 */
public final class ResponseCheck {
  private final Request request;
  private final JsonNode response;
  private final List<Deviation> found = new ArrayList<>();

  private ResponseCheck(Request request, JsonNode response) {
    this.request = request;
    this.response = response;
  }

  /** The data that a success must have. */
  public enum Data {
    /** The same data as the request. */
    ECHOED,
    /** No data at all. */
    ABSENT,
    /** Data that only this command's success has. */
    OWN
  }

  /** Lists what is wrong with a response that must say success. */
  public static List<Deviation> success(Request request, JsonNode response, Data data) {
    ResponseCheck check = new ResponseCheck(request, response);
    if (check.result("success")) {
      check.echo();
      JsonNode actual = response.path("data");
      if (data == Data.ECHOED) {
        JsonTrees.differences("data", request.data(), actual)
            .forEach(text -> check.add(DeviationKind.WRONG_ECHO, text));
      } else if (data == Data.ABSENT && !actual.isMissingNode()) {
        check.add(
            DeviationKind.WRONG_SHAPE, "data: expected nothing, got " + JsonTrees.show(actual));
      }
    }
    return check.found;
  }

  /** Checks that the response's data holds at least this. */
  public static List<Deviation> data(JsonNode expected, JsonNode response) {
    if (expected.isEmpty()) {
      return List.of();
    }
    return JsonTrees.lacks("data", expected, response.path("data")).stream()
        .map(text -> new Deviation(DeviationKind.WRONG_DATA, text))
        .toList();
  }

  /**
   * Checks everything of a failure but its code. {@code addressed} is false where neither command
   * nor target may stand.
   */
  public static List<Deviation> failure(Request request, JsonNode response, boolean addressed) {
    ResponseCheck check = new ResponseCheck(request, response);
    if (check.result("failure")) {
      if (addressed) {
        check.echo();
      } else {
        check.absent("command");
        check.absent("target");
      }
      check.text("failure.code", response.path("failure").path("code"));
      check.text("failure.message", response.path("failure").path("message"));
      check.original();
    }
    return check.found;
  }

  /** Checks the code of a failure; any other response has no code to check. */
  public static List<Deviation> code(String expected, JsonNode response, Dialect dialect) {
    JsonNode code = response.path("failure").path("code");
    String wanted = dialect.code(expected);
    return code.isTextual() && code.textValue().equals(wanted)
        ? List.of()
        : List.of(
            new Deviation(
                DeviationKind.WRONG_CODE,
                "failure.code: expected \"" + wanted + "\", got " + JsonTrees.show(code)));
  }

  /** Checks a prompt that must be confirmed. */
  public static List<Deviation> confirm(Request request, JsonNode response) {
    ResponseCheck check = new ResponseCheck(request, response);
    if (check.result("confirm")) {
      check.echo();
      check.text("message", response.path("message"));
      check.original();
    }
    return check.found;
  }

  private boolean result(String expected) {
    JsonNode result = response.path("result");
    boolean right = result.isTextual() && result.textValue().equals(expected);
    if (!right) {
      JsonNode failure = response.path("failure");
      String why =
          failure.isObject()
              ? " (" + failure.path("code").asText() + ": " + failure.path("message").asText() + ")"
              : "";
      add(
          expected.equals("failure") && Result.isSuccess(response)
              ? DeviationKind.NOT_REFUSED
              : DeviationKind.WRONG_RESULT,
          "result: expected \"" + expected + "\", got " + JsonTrees.show(result) + why);
    }
    return right;
  }

  private void echo() {
    for (String name : List.of("command", "target")) {
      Optional<String> sent = request.property(name);
      JsonNode actual = response.path(name);
      if (sent.isPresent()
          && !(actual.isTextual() && actual.textValue().strip().equals(sent.get().strip()))) {
        add(
            DeviationKind.WRONG_ECHO,
            name + ": expected \"" + sent.get() + "\", got " + JsonTrees.show(actual));
      }
    }
  }

  private void original() {
    request
        .original()
        .ifPresent(
            sent ->
                JsonTrees.differences("original", sent, response.path("original"))
                    .forEach(text -> add(DeviationKind.WRONG_ORIGINAL, text)));
  }

  private void absent(String name) {
    if (!response.path(name).isMissingNode()) {
      add(
          DeviationKind.WRONG_SHAPE,
          name + ": expected nothing, got " + JsonTrees.show(response.path(name)));
    }
  }

  private void text(String path, JsonNode actual) {
    if (!actual.isTextual() || actual.textValue().isBlank()) {
      add(DeviationKind.WRONG_SHAPE, path + ": expected some text, got " + JsonTrees.show(actual));
    }
  }

  private void add(DeviationKind kind, String text) {
    found.add(new Deviation(kind, text));
  }
}
