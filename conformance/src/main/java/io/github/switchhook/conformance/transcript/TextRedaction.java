package io.github.switchhook.conformance.transcript;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Blanks secrets in a text that is not JSON: the values after a name that tells a secret, after the
 * name of an authentication scheme, and before the host of a URL. It reads from left to right and
 * no part more than twice; the time is in proportion to the length. Used once, by one thread.
 */
final class TextRedaction {
  private static final Set<String> WHOLE_LINE =
      Set.of("authorization", "proxy-authorization", "cookie", "set-cookie");
  private static final Set<String> NAMING = Set.of("name", "key", "header", "field", "parameter");
  private static final String LIKE_A_JWT = "eyJ";
  private static final int SHORTEST_JWT = 20;
  private static final int MAX_NAME = 256;

  private final String text;
  private final DecodedText decoded;
  private final Predicate<String> isSecret;
  private final StringBuilder out = new StringBuilder();
  private int copied;
  private int at;
  private boolean valueIsSecret;

  private TextRedaction(String text, Predicate<String> isSecret) {
    this.text = text;
    this.decoded = new DecodedText(text);
    this.isSecret = isSecret;
  }

  /** Returns the text without the values of those names. */
  static String redact(String text, Predicate<String> isSecret) {
    return new TextRedaction(text, isSecret).redacted();
  }

  private String redacted() {
    while (at < decoded.length()) {
      if (isWord(here(0))) {
        word();
      } else if (here(0) == ':' && here(1) == '/' && here(2) == '/') {
        at += 3;
        userInfo();
      } else {
        at++;
      }
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  private void word() {
    int begin = at;
    while (at < decoded.length() && isWord(here(0))) {
      at++;
    }
    String name = decoded.substring(Math.max(begin, at - MAX_NAME), at);
    if (at - begin >= SHORTEST_JWT
        && decoded.substring(begin, begin + LIKE_A_JWT.length()).equals(LIKE_A_JWT)) {
      blank(begin, at);
    } else if (isSecret.test(name) || (valueIsSecret && name.equalsIgnoreCase("value"))) {
      valueIsSecret = false;
      value(name, begin);
    } else if (NAMING.contains(name.toLowerCase(Locale.ROOT))) {
      valueIsSecret = namesASecret();
    } else {
      credentials(name);
    }
  }

  /** Tells whether {@code name="password"} stands here, to which a {@code value="…"} belongs. */
  private boolean namesASecret() {
    int from = skip(at, "\"'\\ \t");
    if (from >= decoded.length() || "=:".indexOf(decoded.charAt(from)) < 0) {
      return valueIsSecret;
    }
    from = skip(from + 1, "\"'\\ \t");
    int to = from;
    while (to < decoded.length() && to - from < MAX_NAME && isWord(decoded.charAt(to))) {
      to++;
    }
    boolean secret = isSecret.test(decoded.substring(from, to));
    at = secret ? to : at;
    return secret;
  }

  private void value(String name, int begin) {
    boolean quotedName = at < decoded.length() && "\"'\\".indexOf(here(0)) >= 0;
    int from = skip(at, "\"'\\]) \t");
    char separator = from < decoded.length() ? decoded.charAt(from) : '\n';
    char before = begin == 0 ? '\n' : decoded.charAt(begin - 1);
    if (before == '<' || (before == ':' && here(0) == '>')) {
      element();
    } else if (separator == '=' || separator == ':') {
      from = skip(from + 1, quotedName ? " \t\r\n>" : " \t>");
      literal(from, WHOLE_LINE.contains(name.toLowerCase(Locale.ROOT)));
    } else {
      from = skip(at, " \t");
      boolean quoted = from < decoded.length() && "\"'\\".indexOf(decoded.charAt(from)) >= 0;
      if (from > at && (quoted || name.startsWith("--"))) {
        literal(from, false);
      }
    }
  }

  /** Blanks what is in this tag, and between it and the next one that ends an element. */
  private void element() {
    int from = at;
    while (at < decoded.length() && here(0) != '>') {
      at++;
    }
    boolean empty = here(-1) == '/';
    blank(from, empty ? at - 1 : at);
    from = Math.min(at + 1, decoded.length());
    at = from;
    while (!empty && at < decoded.length() && !(here(0) == '<' && here(1) == '/')) {
      at++;
    }
    blank(from, at);
  }

  private void literal(int from, boolean wholeLine) {
    int quote = skip(from, "\\");
    if (quote < decoded.length() && "\"'".indexOf(decoded.charAt(quote)) >= 0) {
      int end = closing(quote, quote - from);
      blank(quote + 1, end);
    } else {
      blank(from, wholeLine ? endOfLine(from) : endOfValue(from));
    }
  }

  /** Returns the index of the closing quote, which is escaped as often as the opening one. */
  private int closing(int quote, int escapes) {
    int backslashes = 0;
    for (int i = quote + 1; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      if (c == decoded.charAt(quote) && backslashes <= escapes) {
        return i - backslashes;
      }
      backslashes = c == '\\' ? backslashes + 1 : 0;
    }
    return decoded.length();
  }

  private int endOfLine(int from) {
    int end = from;
    while (end < decoded.length() && decoded.charAt(end) != '\n' && decoded.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Returns the end of a value with blanks: the next name, or the end of the line. */
  private int endOfValue(int from) {
    int gap = from;
    int next = from;
    boolean name = true;
    for (int i = from; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      if (c == '\n' || c == '\r' || c == '&') {
        return i;
      }
      if ((c == '=' || c == ':') && name && next > from && next < i) {
        return gap;
      }
      if (" \t,;".indexOf(c) >= 0) {
        gap = next == i ? gap : i;
        next = i + 1;
        name = true;
      } else if (!isWord(c) && "\"'\\".indexOf(c) < 0) {
        name = false;
      }
    }
    return decoded.length();
  }

  /** Blanks {@code Bearer TOKEN}, and {@code Basic BASE64} if there is a colon in it. */
  private void credentials(String scheme) {
    boolean basic = scheme.equalsIgnoreCase("Basic");
    if (!basic && !scheme.equalsIgnoreCase("Bearer")) {
      return;
    }
    int from = skip(at, " \t+");
    int to = from;
    while (from > at
        && to < decoded.length()
        && (isWord(decoded.charAt(to)) || "~+/=".indexOf(decoded.charAt(to)) >= 0)) {
      to++;
    }
    if (to > from && (!basic || isUserAndPassword(decoded.substring(from, to)))) {
      blank(from, to);
    }
  }

  private static boolean isUserAndPassword(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return new String(bytes, StandardCharsets.ISO_8859_1).contains(":");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Blanks {@code user:password@} behind the slashes of a URL. */
  private void userInfo() {
    int end = UserInfo.end(decoded, at);
    if (end >= 0) {
      blank(at, end);
    }
  }

  private int skip(int from, String chars) {
    int to = from;
    while (to < decoded.length() && chars.indexOf(decoded.charAt(to)) >= 0) {
      to++;
    }
    return to;
  }

  /** Puts asterisks in the place of these characters, and goes on behind them. */
  private void blank(int from, int to) {
    if (to > from) {
      out.append(text, copied, decoded.start(from)).append(Redaction.BLANK);
      copied = decoded.start(to);
    }
    at = Math.max(at, to);
  }

  private char here(int ahead) {
    return at + ahead < decoded.length() ? decoded.charAt(at + ahead) : '\n';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
