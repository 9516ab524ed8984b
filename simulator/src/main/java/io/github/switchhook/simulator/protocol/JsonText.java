package io.github.switchhook.simulator.protocol;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.switchhook.simulator.text.Quote;
import org.jspecify.annotations.Nullable;

/**
 * Handles what Jackson's parser and writer leave to us: escaped surrogates, and the wording of
 * problems.
 */
final class JsonText {
  // A backslash, the u, four digits.
  private static final int SURROGATE_ESCAPE = 6;
  private static final String DUPLICATE = "Duplicate field '";
  private static final String EXPECTATION = ": was expecting ";
  private static final String LIMIT = ", from `";

  private JsonText() {}

  /**
   * Escapes each half of a surrogate pair that stands alone, for which UTF-8 has no bytes. In JSON
   * that can only be in a string, so the text may be looked through as a whole.
   */
  static String encodable(String json) {
    int kept = 0;
    StringBuilder escaped = null;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (i + 1 < json.length() && Character.isSurrogatePair(c, json.charAt(i + 1))) {
        i++;
        continue;
      }
      escaped = escaped == null ? new StringBuilder(json.length() + 64) : escaped;
      escaped.append(json, kept, i).append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        escaped.append(Character.forDigit(c >> shift & 0xf, 16));
      }
      kept = i + 1;
    }
    return escaped == null ? json : escaped.append(json, kept, json.length()).toString();
  }

  /**
   * Returns the same JSON with surrogates in the place of their escapes. Jackson (2.22.4) refuses
   * the escape of one that stands alone where it is in a name, though not the character itself.
   */
  static String readable(String json) {
    int kept = 0;
    StringBuilder readable = null;
    for (int at = json.indexOf('\\'); at >= 0; at = json.indexOf('\\', at)) {
      int escape = SURROGATE_ESCAPE;
      char c = surrogate(json, at);
      if (c == 0) {
        // Skips the escaped character, which may be a backslash.
        escape = 2;
      } else {
        readable = readable == null ? new StringBuilder(json.length()) : readable;
        readable.append(json, kept, at).append(c);
        kept = at + escape;
      }
      at += escape;
    }
    return readable == null ? json : readable.append(json, kept, json.length()).toString();
  }

  /** Returns the surrogate that is escaped there; 0 where none is. */
  private static char surrogate(String json, int at) {
    if (!json.startsWith("\\u", at) || at + SURROGATE_ESCAPE > json.length()) {
      return 0;
    }
    int code = 0;
    for (int i = at + 2; i < at + SURROGATE_ESCAPE; i++) {
      char digit = json.charAt(i);
      int value = digit > 'f' ? -1 : Character.digit(digit, 16);
      if (value < 0) {
        return 0;
      }
      code = code * 16 + value;
    }
    char c = (char) code;
    return Character.isSurrogate(c) ? c : 0;
  }

  /**
   * Says in a few words why a text is not JSON. Quotes none of it except a name that is there
   * twice, as it may hold a password that cannot be told from the rest.
   */
  static String problem(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    if (e instanceof StreamConstraintsException) {
      int names = message.indexOf(LIMIT);
      return names < 0 ? message : message.substring(0, names) + ")";
    }
    if (e instanceof JsonMappingException) {
      return "something follows it";
    }
    String place = place(e.getLocation());
    if (e instanceof JsonEOFException) {
      return "it ends too early" + place;
    }
    if (message.startsWith(DUPLICATE) && message.endsWith("'")) {
      String name = message.substring(DUPLICATE.length(), message.length() - 1);
      return "the name " + Quote.of(name) + " is in it twice" + place;
    }
    int expectation = message.lastIndexOf(EXPECTATION);
    return "what stands there is none"
        + place
        + (expectation < 0
            ? ""
            : "; expected " + message.substring(expectation + EXPECTATION.length()));
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
