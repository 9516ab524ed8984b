package io.github.switchhook.conformance.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.profile.SecretNames;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.wire.WireLine;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Blanks the values of keys that name secrets, in messages whose secrets are not listed, such as
 * those of a foreign desktop: in JSON, in JSON within strings, in query strings, headers, URLs and
 * other text, however they are escaped. In doubt a value is blanked. Takes time that grows with the
 * length of the text. Immutable; any thread may call it.
 */
public final class Redaction {
  /** The text in place of a secret. */
  static final String BLANK = "***";

  /** The redaction by the names of {@link SecretNames} alone. */
  public static final Redaction STANDARD = new Redaction(Set.of());

  // Each level escapes the one within, so that real ones are few; what is deeper is blanked.
  private static final int MAX_DEPTH = 8;

  private final Set<String> more;

  private Redaction(Set<String> more) {
    this.more = more;
  }

  /** Returns the redaction of {@link SecretNames} and some more. */
  public static Redaction of(Collection<String> more) {
    return new Redaction(
        more.stream().map(key -> key.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
  }

  /** Returns a recorded message with what was blanked in it taken from another one. */
  public static JsonNode filled(JsonNode recorded, JsonNode from) {
    if (recorded.isTextual() && recorded.textValue().contains(BLANK)) {
      boolean same =
          recorded.textValue().equals(BLANK)
              ? !from.isMissingNode()
              : recorded.textValue().equals(STANDARD.redact(from.asText()));
      return same ? from : recorded;
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

  /** Returns the text with secrets replaced by three asterisks, else as it is. */
  public String redact(String text) {
    return redact(text, 0);
  }

  /** Returns the line with its texts redacted. */
  public WireLine redact(WireLine line) {
    WireLine clean =
        new WireLine(
            line.micros(), line.direction(), line.agent(), line.connection(), redact(line.text()));
    return line.isForeign() ? clean.saying(redact(line.plain())) : clean;
  }

  private String redact(String text, int depth) {
    if (depth > MAX_DEPTH) {
      return BLANK;
    }
    String begun = text.stripLeading();
    if (begun.isEmpty() || "{[\"".indexOf(begun.charAt(0)) < 0) {
      return TextRedaction.redact(text, this::isSecret);
    }
    JsonRedaction.RedactedText json =
        JsonRedaction.redact(text, this::isSecret, string -> redact(string, depth + 1));
    return json.text() + TextRedaction.redact(json.rest(), this::isSecret);
  }

  private boolean isSecret(String name) {
    DecodedText decoded = new DecodedText(name);
    String plain = decoded.substring(0, decoded.length());
    return SecretNames.tells(plain) || more.contains(plain.toLowerCase(Locale.ROOT));
  }
}
