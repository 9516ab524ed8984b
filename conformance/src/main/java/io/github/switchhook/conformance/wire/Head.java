package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.text.Excerpt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an HTTP answer.
 *
 * @param status its status
 * @param headers the values by the name in small letters
 */
record Head(int status, Map<String, List<String>> headers) {
  private static final int LONGEST = 64 * 1024;
  private static final int SHOWN = 60;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");

  /** The first byte of what TLS sends: an alert, or its handshake. */
  private static final List<Integer> TLS = List.of(0x15, 0x16);

  private static final int TLS_MAJOR = 3;

  /** The bytes that came are not an answer by HTTP. */
  static final class NoHttpException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String lookAt;

    NoHttpException(String why, String lookAt) {
      super(why);
      this.lookAt = lookAt;
    }

    String lookAt() {
      return lookAt;
    }
  }

  /**
   * Reads a head and nothing behind it.
   *
   * @throws NoHttpException if something else comes; the message says what
   * @throws IOException if the connection fails or ends
   */
  static Head read(InputStream in) throws IOException {
    String first = line(in, LONGEST);
    Matcher status = STATUS.matcher(first);
    if (!status.matches()) {
      throw foreign(first);
    }
    Map<String, List<String>> headers = new TreeMap<>();
    int left = LONGEST - first.length();
    for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
      left -= line.length() + 2;
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers
            .computeIfAbsent(
                line.substring(0, colon).toLowerCase(Locale.ROOT), n -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    return new Head(Integer.parseInt(status.group(1)), headers);
  }

  /** Returns a header's value; the first one if there are several. */
  Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** Returns all values of a header as the one list that they are (RFC 9110, section 5.3). */
  String whole(String name) {
    return String.join(", ", headers.getOrDefault(name, List.of()));
  }

  /** Tells whether a header that is a list has this word in it, however capitalized. */
  boolean lists(String name, String word) {
    return headers.getOrDefault(name, List.of()).stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .anyMatch(value -> value.strip().equalsIgnoreCase(word));
  }

  private static String line(InputStream in, int longest) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        if (line.size() == 0) {
          throw new NoHttpException(
              "the target closed the connection and did not answer the handshake",
              "the port in url, whether url should begin with wss://, and the target's own log");
        }
        throw foreign(line.toString(StandardCharsets.ISO_8859_1));
      }
      if (c != '\r') {
        line.write(c);
      }
      if (line.size() == 2 && isTls(line.toByteArray())) {
        throw new NoHttpException(
            "what answers there speaks TLS", "whether url should begin with wss://");
      }
      if (line.size() > longest) {
        throw new NoHttpException(
            "the answer to the handshake has a head of more than " + LONGEST + " bytes",
            "the port and the path in url");
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static boolean isTls(byte[] beginning) {
    return TLS.contains((int) beginning[0]) && beginning[1] == TLS_MAJOR;
  }

  private static NoHttpException foreign(String line) {
    return line.startsWith("SSH-")
        ? new NoHttpException("what answers there is an SSH server", "the port in url")
        : new NoHttpException(
            "what answers there is no HTTP/1.1; it begins with \"" + excerpt(line) + '"',
            "the port in url");
  }

  /** Returns the beginning of a foreign text, on one line. */
  static String excerpt(String text) {
    return Escape.line(Excerpt.of(text, SHOWN));
  }
}
