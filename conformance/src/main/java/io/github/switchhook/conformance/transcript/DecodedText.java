package io.github.switchhook.conformance.transcript;

import java.util.Arrays;

/**
 * A text with its escapes undone, each character with its place in the text as it stands. A letter
 * may be escaped as in JSON, in a URL or in HTML, also several times over. Immutable.
 */
final class DecodedText {
  private static final int HEXADECIMAL = 16;
  private static final int MAX_ENTITY = 8;

  private final String text;
  private final char[] chars;
  private final int[] starts;
  private int length;

  DecodedText(String text) {
    this.text = text;
    this.chars = new char[text.length()];
    this.starts = new int[text.length() + 1];
    int at = 0;
    while (at < text.length()) {
      at = decode(at);
    }
    starts[length] = text.length();
  }

  int length() {
    return length;
  }

  char charAt(int index) {
    return chars[index];
  }

  /** Returns where a character begins in the original text; the text's length for the end. */
  int start(int index) {
    return starts[index];
  }

  String substring(int begin, int end) {
    return new String(Arrays.copyOfRange(chars, begin, end));
  }

  /** Decodes what begins there, and returns where the next thing begins. */
  private int decode(int at) {
    return switch (text.charAt(at)) {
      case '\\' -> backslashes(at);
      case '%' -> percent(at);
      case '&' -> entity(at);
      default -> put(text.charAt(at), at, at + 1);
    };
  }

  private int put(char c, int at, int next) {
    chars[length] = c;
    starts[length] = at;
    length++;
    return next;
  }

  private int backslashes(int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '\\') {
      end++;
    }
    char kind = end < text.length() ? text.charAt(end) : ' ';
    int digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
    int code = digits == 0 ? -1 : hexadecimal(end + 1, digits);
    if (code >= 0) {
      return put((char) code, at, end + 1 + digits);
    }
    for (int i = at; i < end; i++) {
      put('\\', i, i + 1);
    }
    return end;
  }

  private int percent(int at) {
    int digits = at + 1;
    // %2570 is %70 once it is undone.
    while (text.startsWith("25", digits) && hexadecimal(digits + 2, 2) >= 0) {
      digits += 2;
    }
    int code = hexadecimal(digits, 2);
    return code < 0 ? put('%', at, at + 1) : put((char) code, at, digits + 2);
  }

  private int entity(int at) {
    int end = at + 1;
    while (end < text.length() && end - at <= MAX_ENTITY && text.charAt(end) != ';') {
      end++;
    }
    if (end >= text.length() || text.charAt(end) != ';') {
      return put('&', at, at + 1);
    }
    String name = text.substring(at + 1, end);
    int code =
        switch (name) {
          case "quot" -> '"';
          case "apos" -> '\'';
          case "amp" -> '&';
          case "lt" -> '<';
          case "gt" -> '>';
          default -> number(name);
        };
    return code < 0 ? put('&', at, at + 1) : put((char) code, at, end + 1);
  }

  private static int number(String name) {
    if (!name.startsWith("#") || name.length() < 2) {
      return -1;
    }
    boolean hexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    int code = 0;
    for (int i = hexadecimal ? 2 : 1; i < name.length(); i++) {
      int digit = Character.digit(name.charAt(i), hexadecimal ? HEXADECIMAL : 10);
      if (digit < 0) {
        return -1;
      }
      code = code * (hexadecimal ? HEXADECIMAL : 10) + digit;
    }
    return code > Character.MAX_VALUE ? -1 : code;
  }

  private int hexadecimal(int at, int digits) {
    if (at + digits > text.length()) {
      return -1;
    }
    int code = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = Character.digit(text.charAt(i), HEXADECIMAL);
      if (digit < 0) {
        return -1;
      }
      code = code * HEXADECIMAL + digit;
    }
    return code;
  }
}
