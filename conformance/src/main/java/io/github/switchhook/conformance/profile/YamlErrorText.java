package io.github.switchhook.conformance.profile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Describes what a key of a target file takes and what it has; never the value itself, which can be
 * a secret.
 */
final class YamlErrorText {
  private static final String TEXT = "text";
  private static final String KEYS = "keys with values";
  private static final Pattern SCALAR = Pattern.compile("-?[0-9]+|true|false");

  private YamlErrorText() {}

  /**
   * Returns the sentence for a wrong value.
   *
   * @param parser still open, so that it stands at what is wrong
   */
  static String words(MismatchedInputException e, JsonParser parser) throws IOException {
    if (String.valueOf(e.getOriginalMessage()).startsWith("Trailing token")) {
      return "the file holds a second document (after ---), expected one";
    }
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "the file is empty, expected at least url and agents";
    }
    String expected = expected(e.getTargetType());
    return "expected "
        + expected
        + ", but "
        + came(token)
        + " here"
        + hint(expected, parser, token);
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null || type.isRecord() || Map.class.isAssignableFrom(type)) {
      return KEYS;
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (type == String.class) {
      return TEXT;
    }
    return type == boolean.class || type == Boolean.class ? "true or false" : "a whole number";
  }

  private static String came(JsonToken token) {
    return switch (token) {
      case START_ARRAY, END_ARRAY -> "a list stands";
      case START_OBJECT, END_OBJECT, FIELD_NAME -> "keys with values stand";
      case VALUE_NUMBER_INT -> "a number stands";
      case VALUE_NUMBER_FLOAT -> "a number with a fraction stands";
      case VALUE_TRUE, VALUE_FALSE -> "true or false stands";
      case VALUE_NULL -> "nothing stands";
      default -> "text stands";
    };
  }

  private static String hint(String expected, JsonParser parser, JsonToken token)
      throws IOException {
    if (expected.equals(TEXT)) {
      return token.isScalarValue() && token != JsonToken.VALUE_NULL ? " (put it in quotes)" : "";
    }
    boolean quoted = token == JsonToken.VALUE_STRING && SCALAR.matcher(parser.getText()).matches();
    return quoted ? " (leave out the quotes)" : "";
  }
}
