package io.github.switchhook.simulator.fuzz;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the rules that the answer to any message must keep (PROTOCOL sections 1 and 6). */
final class Verdict {
  private static final int MAX_ANSWER = 1024 * 1024;
  private static final int MAX_ORIGINAL = 4096;
  // Our own words, and at most twice 60 code points of others', each of which may be an escape.
  private static final int MAX_SENTENCE = 2000;

  // As PROTOCOL section 6 lists them, except internal-error, which is a bug.
  private static final Set<String> CODES =
      Set.of(
          "malformed-message",
          "unknown-command",
          "unknown-target",
          "invalid-data",
          "invalid-state",
          "invalid-destination",
          "destination-unavailable",
          "unsupported",
          "session-not-started",
          "authentication-failed");
  // It disconnects the agent whether or not it succeeds (PROTOCOL section 5).
  private static final Set<String> DISCONNECTS_ALL_THE_SAME =
      Set.of("invalid-destination", "destination-unavailable");

  private static final Pattern SURROGATE_ESCAPE =
      Pattern.compile("\\\\(?:u([dD][89a-fA-F][0-9a-fA-F]{2})|.)", Pattern.DOTALL);

  private static final JsonMapper REQUESTS = mapper(64);
  private static final JsonMapper ANSWERS = mapper(65);

  private Verdict() {}

  private static JsonMapper mapper(int maxDepth) {
    return JsonMapper.builder(
            new JsonFactoryBuilder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }

  /** Returns what is wrong with a message that the switch sent; null where nothing is. */
  static @Nullable String ofAnything(String sent) {
    try {
      int bytes =
          StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(sent)).limit();
      if (bytes > MAX_ANSWER) {
        return "it has " + bytes + " bytes";
      }
      if (sent.indexOf('\n') >= 0) {
        return "it is not one line";
      }
      // What the client itself has sent may be beyond Jackson in its answer; an event may not.
      ANSWERS.readTree(sent.startsWith("{\"name\"") ? sent : readable(sent));
      return null;
    } catch (CharacterCodingException e) {
      return "it has no UTF-8";
    } catch (JsonProcessingException e) {
      return "it is not JSON: " + e.getMessage();
    }
  }

  /** Returns the code of a failure; else the result. */
  static String kind(List<String> answers) throws JsonProcessingException {
    JsonNode answer = ANSWERS.readTree(readable(answers.get(0)));
    String code = answer.path("failure").path("code").asText();
    return code.isEmpty() ? answer.path("result").asText() : code;
  }

  /**
   * Returns what is wrong with the answer to a message; null where nothing is.
   *
   * @param changed whether the switch's state changed, or any client was sent an event
   */
  static @Nullable String of(String message, List<String> answers, boolean changed)
      throws JsonProcessingException {
    if (answers.size() != 1) {
      return "it was answered " + answers.size() + " times";
    }
    JsonNode answer = ANSWERS.readTree(readable(answers.get(0)));
    JsonNode request = parse(message);
    for (String name : List.of("command", "target")) {
      if (answer.has(name) && !answer.path(name).equals(request.path(name))) {
        return name + " is not that of the request";
      }
    }
    return switch (answer.path("result").asText()) {
      case "success" -> answer.path("command").isTextual() ? null : "it has no command";
      case "confirm" ->
          changed
              ? "it asks, and yet something changed"
              : same(answer.path("original"), request) ? null : "original is not the request";
      case "failure" -> ofFailure(message, request, answer, changed);
      default -> "its result is " + answer.path("result");
    };
  }

  private static @Nullable String ofFailure(
      String message, JsonNode request, JsonNode answer, boolean changed) {
    String code = answer.path("failure").path("code").asText();
    String sentence = answer.path("failure").path("message").asText();
    JsonNode original = request.isMissingNode() ? TextNode.valueOf(shortened(message)) : request;
    if (!CODES.contains(code)) {
      return "its code is " + code + ": " + answer.path("failure").path("context").asText();
    }
    if (!same(answer.path("original"), original)) {
      return "original is not the request";
    }
    if (sentence.isBlank() || sentence.length() > MAX_SENTENCE) {
      return "its message has " + sentence.length() + " characters";
    }
    if (sentence.codePoints().anyMatch(Verdict::isInvisible)) {
      return "its message has something invisible in it";
    }
    boolean service = request.path("command").asText().equals("prepareSession");
    for (String name : List.of("command", "target")) {
      boolean due = request.path(name).isTextual() && !(service && name.equals("target"));
      if (due != answer.has(name)) {
        return due ? "it does not carry the request's " + name : "it carries a " + name;
      }
    }
    boolean disconnects =
        answer.path("command").asText().equals("conversation.blindtransfer")
            && DISCONNECTS_ALL_THE_SAME.contains(code);
    return changed && !disconnects ? "it is a failure, and yet something changed" : null;
  }

  /** Tells whether two values are equal as JSON, where 0.1e1 is 1. */
  private static boolean same(JsonNode one, JsonNode other) {
    return one.equals(
        (a, b) ->
            a.isNumber() && b.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : a.equals(b) ? 0 : 1,
        other);
  }

  private static boolean isInvisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }

  /**
   * Parses a message; returns a missing node where it is not JSON, or has a number that Java cannot
   * represent.
   */
  private static JsonNode parse(String message) {
    try {
      return REQUESTS.readTree(readable(message));
    } catch (JsonProcessingException | NumberFormatException e) {
      return MissingNode.getInstance();
    }
  }

  /**
   * Returns the JSON with surrogates instead of their escapes, which Jackson (2.22.4) refuses in
   * names.
   */
  private static String readable(String json) {
    if (!json.contains("\\u")) {
      return json;
    }
    return SURROGATE_ESCAPE
        .matcher(json)
        .replaceAll(
            found ->
                found.group(1) == null
                    ? Matcher.quoteReplacement(found.group())
                    : Character.toString((char) Integer.parseInt(found.group(1), 16)));
  }

  private static String shortened(String text) {
    int all = text.codePointCount(0, text.length());
    return all <= MAX_ORIGINAL
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_ORIGINAL))
            + "… ("
            + all
            + " characters)";
  }
}
