package io.github.switchhook.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.protocol.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Plays the lines of a script and knows nothing of telephony: for each command a list of JSON
 * lines, into which the request's own parts are put. A fault changes the lines of one command
 * before they go out.
 */
final class FakeSwitch {
  /** A line that closes the connection instead of being sent; a reason may follow. */
  static final String CLOSE = "(close)";

  /** Put before a line: it waits for the next request that is not a barrier. */
  static final String LATER = "(later)";

  private static final JsonNode SCRIPT = script();

  private final String faulty;
  private final UnaryOperator<List<String>> fault;
  private final AtomicInteger sessions = new AtomicInteger();

  private FakeSwitch(String faulty, UnaryOperator<List<String>> fault) {
    this.faulty = faulty;
    this.fault = fault;
  }

  static FakeSwitch faultless() {
    return new FakeSwitch("", UnaryOperator.identity());
  }

  /** Changes the lines that answer one entry of the script. */
  static FakeSwitch withFault(String entry, UnaryOperator<List<String>> fault) {
    return new FakeSwitch(entry, fault);
  }

  Talk talk() {
    return new Talk();
  }

  /** The state of one connection. */
  final class Talk {
    private final List<String> held = new ArrayList<>();
    private String session = "";

    /** Returns the lines that answer a message, in order. */
    synchronized List<String> answer(String text) {
      JsonNode request = Json.parse(text).orElseThrow();
      String command = request.path("command").asText();
      if (command.equals("prepareSession")) {
        session = "s" + sessions.incrementAndGet();
      }
      List<String> out = new ArrayList<>();
      if (!command.equals("switchhook.barrier")) {
        out.addAll(held);
        held.clear();
      }
      String special = command + " " + request.path("data").path("destination").asText();
      String entry = SCRIPT.has(special) ? special : command;
      List<String> lines =
          SCRIPT.has(entry) ? filled(entry, text, request) : List.of(refusal(text, request));
      for (String line : entry.equals(faulty) ? fault.apply(lines) : lines) {
        if (line.startsWith(LATER)) {
          held.add(line.substring(LATER.length()));
        } else {
          out.add(line);
        }
      }
      return out;
    }

    private List<String> filled(String entry, String text, JsonNode request) {
      List<String> lines = new ArrayList<>();
      for (JsonNode template : SCRIPT.get(entry)) {
        lines.add(
            template
                .toString()
                .replace("\"$data\"", request.path("data").toString())
                .replace("\"$original\"", text)
                .replace("$target", request.path("target").asText())
                .replace("$session", session));
      }
      return lines;
    }

    private String refusal(String text, JsonNode request) {
      return "{\"command\":%s,\"target\":%s,\"result\":\"failure\",\"failure\":{\"code\":\"unknown-command\",\"message\":\"no such command\"},\"original\":%s}"
          .formatted(request.path("command"), request.path("target"), text);
    }
  }

  private static JsonNode script() {
    try (InputStream in = FakeSwitch.class.getResourceAsStream("/fake/script.json")) {
      return Json.parse(
              new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
