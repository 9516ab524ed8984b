package io.github.switchhook.simulator.transport.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The field lines of a head or a trailer (RFC 9112, 5). For one thread at a time. */
final class Fields {
  static final int MAX_LINES = 100;

  private static final Pattern LINE =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]++):[ \t]*+(.*+)", Pattern.DOTALL);

  private final Map<String, List<String>> values = new HashMap<>();
  private int lines;

  void add(String line) throws Refused {
    if (line.startsWith(" ") || line.startsWith("\t")) {
      throw Refused.badRequest("expected each header field on one line");
    }
    Matcher field = LINE.matcher(line);
    if (!field.matches()) {
      throw Refused.badRequest("expected header fields such as NAME: VALUE");
    }
    if (++lines > MAX_LINES) {
      throw new Refused(
          Answer.HEAD_TOO_LARGE, "too-large", "expected " + MAX_LINES + " header fields at most");
    }
    values
        .computeIfAbsent(field.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
        .add(field.group(2).stripTrailing());
  }

  /**
   * Returns the value of a field that may be there once.
   *
   * @throws Refused where it is there more than once: who reads the first and who reads the last
   *     would not agree
   */
  Optional<String> one(String name) throws Refused {
    List<String> all = values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    if (all.size() > 1) {
      throw Refused.badRequest("expected one " + name + " at most, got " + all.size());
    }
    return all.stream().findFirst();
  }

  boolean has(String name) {
    return values.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** Whether there is one such field, with this value in any case. */
  boolean is(String name, String value) {
    List<String> all = values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return all.size() == 1 && all.get(0).equalsIgnoreCase(value);
  }
}
