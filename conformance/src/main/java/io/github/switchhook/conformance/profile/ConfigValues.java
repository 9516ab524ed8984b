package io.github.switchhook.conformance.profile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.fixtures.Spelling;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts the plain values of a target file, with messages for people.
 *
 * @param environment where {@code env:NAME} is looked up
 */
record ConfigValues(Map<String, String> environment) {
  private static final String FROM_ENVIRONMENT = "env:";

  static <T> T required(String key, @Nullable T value) {
    if (value == null) {
      throw new TargetFormatException("the key '" + key + "' is missing");
    }
    return value;
  }

  static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  static JsonPointer pointer(String key, String text) {
    try {
      return JsonPointer.compile(text);
    } catch (IllegalArgumentException e) {
      throw new TargetFormatException(
          key + " must be a JSON pointer such as /data/session, but is " + text, text);
    }
  }

  static Map<String, JsonPointer> pointers(String key, @Nullable Map<String, String> texts) {
    Map<String, JsonPointer> pointers = new LinkedHashMap<>();
    or(texts, Map.<String, String>of())
        .forEach((name, text) -> pointers.put(name, pointer(key + "." + name, text)));
    return pointers;
  }

  static Map<JsonPointer, String> values(String key, @Nullable Map<String, String> texts) {
    Map<JsonPointer, String> values = new LinkedHashMap<>();
    or(texts, Map.<String, String>of())
        .forEach((place, value) -> values.put(pointer(key, place), value));
    return values;
  }

  static Duration millis(String key, @Nullable Integer millis, Duration otherwise) {
    return millis == null ? otherwise : Duration.ofMillis(positive(key, millis));
  }

  static Duration seconds(String key, @Nullable Integer seconds, Duration otherwise) {
    return seconds == null ? otherwise : Duration.ofSeconds(positive(key, seconds));
  }

  private static int positive(String key, int number) {
    if (number <= 0) {
      throw new TargetFormatException(key + " must be positive, but is " + number, key);
    }
    return number;
  }

  /** Returns a template that uses no placeholder but these. */
  static JsonNode template(String key, JsonNode template, Collection<String> known) {
    for (String name : Template.names(template)) {
      if (!known.contains(name)) {
        throw new TargetFormatException(
            key + ": unknown placeholder '$" + name + "'" + Spelling.suggestion(name, known),
            "$" + name);
      }
    }
    return template;
  }

  static Set<String> with(Collection<String> some, Collection<String> more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }

  /** Reads a secret that stands in the file or, as {@code env:NAME}, in the environment. */
  Secret secret(String key, @Nullable String text) {
    String given = required(key, text);
    if (!given.startsWith(FROM_ENVIRONMENT)) {
      return new Secret(given);
    }
    String name = given.substring(FROM_ENVIRONMENT.length());
    String value = environment.get(name);
    if (value == null) {
      throw new TargetFormatException(
          key + " is to come from the environment variable " + name + ", which is not set", name);
    }
    return new Secret(value);
  }

  Map<String, Secret> secrets(String key, @Nullable Map<String, String> texts) {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    or(texts, Map.<String, String>of())
        .forEach((name, text) -> secrets.put(name, secret(key + "." + name, text)));
    return secrets;
  }
}
