package io.github.switchhook.simulator.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The head of an HTTP request, read strictly: what RFC 9112 leaves to the reader's patience (bare
 * line feeds, folded lines, blanks before a colon) is refused.
 *
 * @param target as sent, query included
 * @param version such as {@code HTTP/1.1}
 * @param headers by name in lower case, in the order in which they came; no value is changed
 */
public record HttpHead(
    String method, String target, String version, Map<String, List<String>> headers) {

  /** A head that is none. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    Malformed(int status, String explanation) {
      super(explanation, null, false, false);
      this.status = status;
    }

    int status() {
      return status;
    }

    String explanation() {
      return String.valueOf(getMessage());
    }
  }

  /** Gathers the bytes of a head. Not thread-safe. */
  static final class Reader {
    private static final int MAX_BYTES = 16 << 10;

    private final ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES);

    /**
     * Takes bytes up to the end of the head; what follows is left in {@code in}.
     *
     * @return the head once it is whole
     */
    Optional<HttpHead> read(ByteBuffer in) throws Malformed {
      while (in.hasRemaining()) {
        if (!bytes.hasRemaining()) {
          throw new Malformed(431, "the request's head is longer than " + MAX_BYTES + " bytes");
        }
        bytes.put(in.get());
        if (bytes.position() == 1 && !isTokenCharacter((char) (bytes.get(0) & 0xff))) {
          throw new Malformed(400, "expected an HTTP request, got something else (TLS, perhaps)");
        }
        if (endsHere()) {
          return Optional.of(
              parse(new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1)));
        }
      }
      return Optional.empty();
    }

    private boolean endsHere() {
      int end = bytes.position();
      return end >= 4
          && bytes.get(end - 1) == '\n'
          && bytes.get(end - 2) == '\r'
          && bytes.get(end - 3) == '\n'
          && bytes.get(end - 4) == '\r';
    }
  }

  private static HttpHead parse(String text) throws Malformed {
    String[] lines = text.substring(0, text.length() - 4).split("\r\n", -1);
    for (String line : lines) {
      if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
        throw new Malformed(400, "the request's head has a control character in it");
      }
    }
    String[] first = lines[0].split(" ", -1);
    if (first.length != 3 || !isToken(first[0]) || first[1].isEmpty() || !isVersion(first[2])) {
      throw new Malformed(400, "expected a request line such as GET /agent HTTP/1.1");
    }
    Map<String, List<String>> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon < 0 || !isToken(lines[i].substring(0, colon))) {
        throw new Malformed(400, "header line " + i + ": expected a name and a colon");
      }
      headers
          .computeIfAbsent(
              lines[i].substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(lines[i].substring(colon + 1).strip());
    }
    return new HttpHead(first[0], first[1], first[2], headers);
  }

  private static boolean isVersion(String word) {
    return word.length() == 8
        && word.startsWith("HTTP/")
        && Character.isDigit(word.charAt(5))
        && word.charAt(6) == '.'
        && Character.isDigit(word.charAt(7));
  }

  private static boolean isToken(String word) {
    return !word.isEmpty() && word.chars().allMatch(c -> isTokenCharacter((char) c));
  }

  private static boolean isTokenCharacter(char c) {
    return c > ' ' && c < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
  }

  /** The values of a header; none where it is missing. */
  List<String> values(String name) {
    return headers.getOrDefault(name, List.of());
  }

  /** The value of a header that may be given once; null where it is missing or given twice. */
  @Nullable String only(String name) {
    List<String> values = values(name);
    return values.size() == 1 ? values.get(0) : null;
  }

  /** Whether a header that is a list of words, over one line or several, has this one. */
  boolean lists(String name, String word) {
    for (String value : values(name)) {
      for (String part : value.split(",", -1)) {
        if (part.strip().equalsIgnoreCase(word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The target without its query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
