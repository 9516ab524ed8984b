package io.github.switchhook.simulator.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.github.switchhook.simulator.text.CodePoints;
import io.github.switchhook.simulator.text.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The {@code data} of a request, read strictly: a property of the wrong type is refused as {@link
 * FailureCode#INVALID_DATA} with its path, what was expected and what came. Unknown properties are
 * ignored.
 */
public final class RequestData {
  /** Stands for a number that has no limit. */
  public static final String ALL = "all";

  private static final int MAX_ADDRESS = 256;
  // Limited because each party of the call keeps them.
  private static final int MAX_DIGITS = 1000;
  private static final Pattern DIGITS = Pattern.compile("[0-9A-D*#]++");

  private final String path;
  private final JsonNode node;

  /** Creates the data at {@code path}, which the messages name. */
  public RequestData(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /** Returns a required string that is not blank. */
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> expected(name, "a string"));
  }

  /** Returns a string that is not blank, where the property is there at all. */
  public Optional<String> optionalText(String name) {
    if (!node.has(name)) {
      return Optional.empty();
    }
    JsonNode value = node.path(name);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw expected(name, "a string that is not blank");
    }
    return Optional.of(value.textValue());
  }

  /**
   * Returns a required telephone number or address: not blank, and of a length that can be shown.
   */
  public String address(String name) {
    return optionalAddress(name).orElseThrow(() -> expected(name, "a string"));
  }

  /** Returns a required string that is not blank and may be the name of a property. */
  public String key(String name) {
    String key = text(name);
    if (!CodePoints.isWhole(key)) {
      throw expected(name, "a string without half a surrogate pair");
    }
    return key;
  }

  /** Returns a telephone number or address, where the property is there at all. */
  public Optional<String> optionalAddress(String name) {
    Optional<String> address = optionalText(name);
    if (address.filter(text -> text.length() > MAX_ADDRESS).isPresent()) {
      throw expected(name, "a string of at most " + MAX_ADDRESS + " characters");
    }
    return address;
  }

  /** Returns a required string, which may be blank. */
  public String anyText(String name) {
    JsonNode value = node.path(name);
    if (!value.isTextual()) {
      throw expected(name, "a string");
    }
    return value.textValue();
  }

  /** Returns a required boolean. */
  public boolean flag(String name) {
    JsonNode value = node.path(name);
    if (!value.isBoolean()) {
      throw expected(name, "true or false");
    }
    return value.booleanValue();
  }

  /** Returns a required whole number that is not negative. */
  public int whole(String name) {
    return whole(name, "a whole number");
  }

  private int whole(String name, String what) {
    JsonNode value = node.path(name);
    // Checks for a whole number first: comparing 1e999999999 would take too long.
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
      throw expected(name, what);
    }
    return value.intValue();
  }

  /** Returns a required list of objects. */
  public List<RequestData> objects(String name) {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      throw expected(name, "a list");
    }
    List<RequestData> all = new ArrayList<>();
    for (JsonNode each : value) {
      if (!each.isObject()) {
        throw expected(name, "a list of objects");
      }
      all.add(new RequestData(path + "." + name + "[" + all.size() + "]", each));
    }
    return all;
  }

  /**
   * Returns a required whole number that is not negative, or {@link #ALL}, for which it is empty.
   */
  public OptionalInt countOrAll(String name) {
    return ALL.equals(node.path(name).textValue())
        ? OptionalInt.empty()
        : OptionalInt.of(whole(name, "a whole number, or \"all\""));
  }

  /** Returns a required string of DTMF digits. */
  public String digits(String name) {
    String digits = text(name);
    if (digits.length() > MAX_DIGITS) {
      throw expected(name, MAX_DIGITS + " digits at most");
    }
    if (!DIGITS.matcher(digits).matches()) {
      throw expected(name, "one or more of 0-9 A-D * #");
    }
    if (digits.length() > MAX_DIGITS) {
      throw expected(name, MAX_DIGITS + " digits at most");
    }
    return digits;
  }

  /** Returns a required object of strings, in the order in which they stand there. */
  public Map<String, String> texts(String name) {
    RequestData object = object(name);
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : object.names()) {
      if (key.isBlank()) {
        throw expected(name, "no blank name in it");
      }
      if (!CodePoints.isWhole(key)) {
        throw expected(name, "no name in it with half a surrogate pair");
      }
      texts.put(key, object.anyText(key));
    }
    return texts;
  }

  /** Returns the names of all properties, in the order in which they stand there. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Tells whether the property is there. */
  public boolean has(String name) {
    return node.has(name);
  }

  /** Returns a required object. */
  public RequestData object(String name) {
    JsonNode value = node.path(name);
    if (!value.isObject()) {
      throw expected(name, "an object");
    }
    return new RequestData(path + "." + name, value);
  }

  /** Returns the refusal that says that {@code name} should have been {@code what}. */
  public RefusalException expected(String name, String what) {
    return new RefusalException(
        FailureCode.INVALID_DATA,
        path
            + "."
            + Quote.plain(name)
            + ": expected "
            + what
            + ", got "
            + describe(node.path(name)));
  }

  /** Describes a JSON value in a few words, for the message of a refusal. */
  static String describe(JsonNode value) {
    if (value.getNodeType() == JsonNodeType.MISSING) {
      return "nothing";
    }
    if (value.isTextual()) {
      return "the string " + Quote.of(value.textValue());
    }
    String type = value.getNodeType().name().toLowerCase(Locale.ROOT);
    return value.isContainerNode()
        ? "an " + type
        : "the " + type + " " + Quote.plain(value.toString());
  }
}
