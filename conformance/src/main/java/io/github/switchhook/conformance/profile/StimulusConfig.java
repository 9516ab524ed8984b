package io.github.switchhook.conformance.profile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.stimulus.Stimulus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ways to make a target do what the protocol cannot ask for; see {@link Stimulus}. */
public sealed interface StimulusConfig {
  /** Returns what must never be shown of it. */
  Stream<Secret> secrets();

  /** Calls the visitor's method for this case and returns what it returns. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Handles each case; a class that implements this handles all of them.
   *
   * @param <R> the type of the result
   */
  interface Visitor<R> {
    R none(None none);

    R http(HttpConfig http);

    R command(CommandConfig command);

    R manual(ManualConfig manual);
  }

  /** No stimulus: the target can only be used through the protocol. */
  record None() implements StimulusConfig {
    @Override
    public Stream<Secret> secrets() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.none(this);
    }
  }

  /**
   * Stimuli are HTTP requests.
   *
   * @param headers sent with each; treated as secrets
   * @param operations the request for each operation
   * @param timeout for each answer
   */
  record HttpConfig(Map<String, Secret> headers, Map<String, Call> operations, Duration timeout)
      implements StimulusConfig {
    public HttpConfig {
      headers = Map.copyOf(headers);
      operations = Map.copyOf(operations);
    }

    @Override
    public Stream<Secret> secrets() {
      return Stream.concat(
          headers.values().stream(),
          operations.values().stream()
              .flatMap(call -> call.body().stream())
              .flatMap(Secrets::writtenIn));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.http(this);
    }
  }

  /**
   * One HTTP request. Placeholders are the operation's arguments, {@code $arguments} for all of
   * them, and what was captured before.
   *
   * @param method such as POST
   * @param url with placeholders
   * @param body with placeholders; empty for none
   * @param capture names for values of the answer that later requests need
   * @param result what the operation returns: names and their places in the answer
   */
  record Call(
      String method,
      String url,
      Optional<JsonNode> body,
      Map<String, JsonPointer> capture,
      Map<String, JsonPointer> result) {
    public Call {
      capture = Map.copyOf(capture);
      result = Map.copyOf(result);
    }

    /** Tells whether the request says anything of an argument. */
    public boolean mentions(String argument) {
      String text = url + " " + body.map(JsonNode::toString).orElse("");
      return Pattern.compile("\\$(arguments|" + argument + ")\\b").matcher(text).find();
    }
  }

  /**
   * Stimuli are runs of a program, which gets the operation as last argument and the operation's
   * arguments as JSON on its standard input. It ends with 0 and may print a JSON object.
   *
   * @param command the program and its first arguments
   * @param operations what it can do
   * @param timeout for each operation
   * @param lines whether it is started once and told each operation in a line, not run for each
   */
  record CommandConfig(
      List<String> command, Set<String> operations, Duration timeout, boolean lines)
      implements StimulusConfig {
    public CommandConfig {
      command = List.copyOf(command);
      operations = Set.copyOf(operations);
    }

    @Override
    public Stream<Secret> secrets() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.command(this);
    }
  }

  /**
   * A person at the terminal performs the stimuli.
   *
   * @param operations what the person can do
   */
  record ManualConfig(Set<String> operations) implements StimulusConfig {
    public ManualConfig {
      operations = Set.copyOf(operations);
    }

    @Override
    public Stream<Secret> secrets() {
      return Stream.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.manual(this);
    }
  }
}
