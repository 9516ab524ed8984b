package io.github.switchhook.simulator.transport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The field lines of a head or a trailer (RFC 9112, 5). For one thread at a time. */
public final class Fields {
  private static final int MAX_LINES = 100;

  private static final Pattern LINE =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]++):[ \t]*+(.*+)", Pattern.DOTALL);
  private static final Pattern COMMA = Pattern.compile(",");

  private final Map<String, List<String>> values = new HashMap<>();
  private int lines;

  /**
   * Adds one line, given without its end.
   *
   * @throws Refused where it is not a field, or one too many
   */
  public void add(String line) throws Refused {
    if (line.startsWith(" ") || line.startsWith("\t")) {
      throw Refused.badRequest("expected each header field on one line");
    }
    Matcher field = LINE.matcher(line);
    if (!field.matches()) {
      throw Refused.badRequest("expected header fields such as NAME: VALUE");
    }
    if (++lines > MAX_LINES) {
      throw new Refused(
          Status.HEADER_FIELDS_TOO_LARGE, "expected " + MAX_LINES + " header fields at most");
    }
    values
        .computeIfAbsent(field.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
        .add(field.group(2).stripTrailing());
  }

  /**
   * Returns the value of a field that may be there once.
   *
   * @throws Refused where it is there more than once: a reader of the first and a reader of the
   *     last would not agree
   */
  public Optional<String> one(String name) throws Refused {
    List<String> all = values(name);
    if (all.size() > 1) {
      throw Refused.badRequest("expected one " + name + " at most, got " + all.size());
    }
    return all.stream().findFirst();
  }

  /** Tells whether there is such a field, once or more often. */
  public boolean has(String name) {
    return !values(name).isEmpty();
  }

  /** Tells whether there is one such field, with this value in any case. */
  public boolean is(String name, String value) {
    List<String> all = values(name);
    return all.size() == 1 && all.get(0).equalsIgnoreCase(value);
  }

  /**
   * Tells whether a field that is a list of words, over one line or several, has this one in any
   * case.
   */
  boolean lists(String name, String word) {
    return values(name).stream()
        .flatMap(COMMA::splitAsStream)
        .anyMatch(part -> part.strip().equalsIgnoreCase(word));
  }

  /** Returns all of them, by name in lower case, each in the order in which it came. */
  public Map<String, List<String>> all() {
    return Collections.unmodifiableMap(values);
  }

  private List<String> values(String name) {
    return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }
}
