package io.github.switchhook.conformance.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.text.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Compares JSON trees: key order is free, numbers are exact. */
public final class JsonTrees {
  /** The wildcard in an expected tree: any text that is not blank. */
  private static final String ANY_TEXT = "*";

  /** The longest part of a key that a path shows, in UTF-16 units. */
  private static final int LONGEST_NAME = 60;

  /** The longest part of a value that is shown, in UTF-16 units. */
  private static final int LONGEST_VALUE = 500;

  /** The most differences that are listed; further ones are of the same kind. */
  private static final int MOST = 100;

  private JsonTrees() {}

  /**
   * Lists the places where two trees differ, up to {@value #MOST}, as {@code path: expected ...,
   * got ...}; empty if they are equal.
   */
  public static List<String> differences(String path, JsonNode expected, JsonNode actual) {
    List<String> found = new ArrayList<>();
    compare(path, expected, actual, true, found);
    return found;
  }

  /** Lists where two trees differ, the places as seen from the root. */
  public static List<String> differences(JsonNode expected, JsonNode actual) {
    return differences("", expected, actual);
  }

  /**
   * Lists what the actual tree lacks of the expected one. An expected array of one object that
   * holds a {@code "*"} describes every element of an actual array, however long, but not an empty
   * one. Objects may hold more; arrays must have the same length; {@code "*"} stands for any text
   * that is not blank.
   */
  public static List<String> lacks(String path, JsonNode expected, JsonNode actual) {
    List<String> found = new ArrayList<>();
    compare(path, expected, actual, false, found);
    return found;
  }

  private static void compare(
      String path, JsonNode expected, JsonNode actual, boolean whole, List<String> found) {
    if (found.size() >= MOST) {
      return;
    }
    if (expected.isObject() && actual.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      expected.fieldNames().forEachRemaining(names::add);
      if (whole) {
        actual.fieldNames().forEachRemaining(names::add);
      }
      for (String name : names) {
        String place = (path.isEmpty() ? "" : path + ".") + Excerpt.of(name, LONGEST_NAME);
        compare(place, expected.path(name), actual.path(name), whole, found);
      }
    } else if (!whole && describesElements(expected) && actual.isArray() && !actual.isEmpty()) {
      for (int i = 0; i < actual.size(); i++) {
        compare(path + "[" + i + "]", expected.get(0), actual.get(i), false, found);
      }
    } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(path + "[" + i + "]", expected.get(i), actual.get(i), whole, found);
      }
    } else if (!whole && expected.isTextual() && expected.textValue().equals(ANY_TEXT)) {
      if (!actual.isTextual() || actual.textValue().isBlank()) {
        found.add(path + ": expected some text, got " + show(actual));
      }
    } else if (!expected.equals(actual)) {
      found.add(path + ": expected " + show(expected) + ", got " + show(actual));
    }
  }

  private static boolean describesElements(JsonNode expected) {
    return expected.isArray()
        && expected.size() == 1
        && StreamSupport.stream(expected.get(0).spliterator(), false)
            .anyMatch(value -> value.asText().equals(ANY_TEXT));
  }

  public static String show(JsonNode node) {
    return node.isMissingNode() ? "nothing" : Excerpt.of(Json.write(node), LONGEST_VALUE);
  }
}
