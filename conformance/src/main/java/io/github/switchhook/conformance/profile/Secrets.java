package io.github.switchhook.conformance.profile;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.text.Escape;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Takes the secrets of a target out of any text that is kept or shown. Immutable; any thread may
 * call it.
 */
public final class Secrets {
  /**
   * Shorter ones are only masked as a whole JSON string, or they would blank out half of every
   * report.
   */
  private static final int SHORT = 4;

  private final List<String> needles;

  private Secrets(List<String> needles) {
    this.needles = needles;
  }

  /** Collects the texts to hide; blank ones hide nothing. */
  public static Secrets of(Collection<Secret> secrets) {
    return new Secrets(
        secrets.stream()
            .map(Secret::value)
            .filter(value -> !value.isBlank())
            .flatMap(value -> Stream.of(value, asJson(value)))
            .flatMap(value -> Stream.of(value, Escape.json(value)))
            .map(value -> value.length() < SHORT ? '"' + value + '"' : value)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  /**
   * Finds what a template says outright under a telling name; placeholders are known from
   * elsewhere.
   */
  static Stream<Secret> writtenIn(JsonNode template) {
    return written(template, false);
  }

  private static Stream<Secret> written(JsonNode node, boolean secret) {
    if (node.isObject()) {
      return node.properties().stream()
          .flatMap(entry -> written(entry.getValue(), secret || SecretNames.tells(entry.getKey())));
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .flatMap(element -> written(element, secret));
    }
    boolean told = node.isTextual() || node.isNumber();
    return secret && told && Template.names(node).isEmpty()
        ? Stream.of(new Secret(node.asText()))
        : Stream.empty();
  }

  /**
   * Returns the text with every secret replaced by three asterisks, also where it stands escaped in
   * JSON.
   */
  public String redact(String text) {
    String redacted = text;
    for (String needle : needles) {
      String mask =
          needle.startsWith("\"") && needle.endsWith("\"") ? '"' + Secret.MASK + '"' : Secret.MASK;
      redacted = redacted.replace(needle, mask);
    }
    return redacted;
  }

  private static String asJson(String value) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(value));
  }
}
