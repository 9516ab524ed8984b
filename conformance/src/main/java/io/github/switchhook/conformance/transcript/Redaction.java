package io.github.switchhook.conformance.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.target.Secrets;
import io.github.switchhook.conformance.wire.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Blanks the values of telling keys in messages whose secrets nobody has listed, such as those of
 * somebody else's desktop. Immutable; any thread may call it.
 */
public final class Redaction {
  /** What stands in place of a secret. */
  private static final String BLANK = "***";

  private final Pattern values;

  private Redaction(Collection<String> keys) {
    String any = keys.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    values =
        Pattern.compile(
            "(\"(?:" + any + ")\"\\s*:\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*\"|[-\\d.]+)",
            Pattern.CASE_INSENSITIVE);
  }

  /** Returns the redaction of {@link Secrets#NAMES} and some more. */
  public static Redaction of(Collection<String> more) {
    List<String> keys = new ArrayList<>(Secrets.NAMES);
    keys.addAll(more);
    return new Redaction(keys);
  }

  /** Returns a recorded message with what was blanked in it taken from another one. */
  static JsonNode filled(JsonNode recorded, JsonNode from) {
    if (recorded.isTextual() && recorded.textValue().equals(BLANK)) {
      return from.isMissingNode() ? recorded : from;
    }
    if (recorded instanceof ObjectNode object) {
      ObjectNode filled = Json.object();
      object
          .properties()
          .forEach(
              entry ->
                  filled.set(entry.getKey(), filled(entry.getValue(), from.path(entry.getKey()))));
      return filled;
    }
    return recorded;
  }

  /** Returns the text with the values of those keys replaced by three asterisks. */
  public String redact(String text) {
    return values.matcher(text).replaceAll("$1\"" + BLANK + "\"");
  }
}
