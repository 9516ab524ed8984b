package io.github.switchhook.conformance.target;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.switchhook.fixtures.Spelling;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The YAML form of a {@link Target}:
 *
 * <pre>
 * name: Acme adapter 4.2
 * url: wss://cti.acme.example/agent
 * headers: {X-Api-Key: "..."}                    # optional
 * agents:
 *   - {id: alice, password: "...", extension: "7001"}
 * numbers: {answers: "5550100", busy: "5550120"} # optional; a scenario whose role is missing is not supported
 * capabilities: [consult, recording]             # optional
 * dialect: {stateEvent: plain, codes: {invalid-state: E_STATE}}   # optional; plain or prefixed
 * timeouts: {connectMillis: 3000, responseMillis: 2000}           # optional
 * ordering: {quietMillis: 300}                   # optional; without it the barrier is used
 * </pre>
 */
final class TargetFile {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private TargetFile() {}

  static Target load(Path file) {
    try {
      return MAPPER.readValue(Files.readString(file), Document.class).toTarget();
    } catch (UnrecognizedPropertyException e) {
      throw new TargetFormatException(
          file
              + ", line "
              + lineOf(file, e)
              + ": unknown key '"
              + e.getPropertyName()
              + "'"
              + suggestion(e.getPropertyName(), e.getKnownPropertyIds()));
    } catch (JsonMappingException e) {
      String path = e.getPath().stream().map(TargetFile::name).collect(Collectors.joining("."));
      String hint = e.getOriginalMessage().contains("Cannot coerce") ? " (put it in quotes)" : "";
      throw refuse(
          file,
          e.getLocation(),
          (path.isEmpty() ? "" : path + ": ") + firstLine(e.getOriginalMessage()) + hint);
    } catch (JsonProcessingException e) {
      throw refuse(file, e.getLocation(), firstLine(e.getOriginalMessage()));
    } catch (NoSuchFileException e) {
      throw new TargetFormatException(file + ": no such file");
    } catch (IOException e) {
      throw new TargetFormatException(file + ": cannot be read: " + e.getMessage());
    } catch (TargetFormatException e) {
      throw new TargetFormatException(file + ": " + e.getMessage());
    }
  }

  /** The exception's own location is where the parser has read to, which can be a line further. */
  private static int lineOf(Path file, UnrecognizedPropertyException e) {
    Pattern key = Pattern.compile("^[\\s{-]*" + Pattern.quote(e.getPropertyName()) + "\\s*:.*");
    int last = e.getLocation().getLineNr();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int line = Math.min(last, lines.size()); line > 0; line--) {
        if (key.matcher(lines.get(line - 1)).matches()) {
          return line;
        }
      }
    } catch (IOException vanished) {
      // The parser's own count is still there.
    }
    return last;
  }

  private static String name(JsonMappingException.Reference reference) {
    return reference.getFieldName() == null
        ? String.valueOf(reference.getIndex())
        : reference.getFieldName();
  }

  private static TargetFormatException refuse(
      Path file, @Nullable JsonLocation location, String what) {
    return new TargetFormatException(
        file + (location == null ? "" : ", line " + location.getLineNr()) + ": " + what);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse(message);
  }

  private static String suggestion(String unknown, @Nullable Collection<Object> known) {
    return known == null
        ? ""
        : Spelling.suggestion(unknown, known.stream().map(String::valueOf).toList());
  }

  private record Document(
      @Nullable String name,
      @Nullable String url,
      @Nullable Map<String, String> headers,
      @Nullable List<AgentEntry> agents,
      @Nullable Map<String, String> numbers,
      @Nullable Set<String> capabilities,
      @Nullable DialectEntry dialect,
      @Nullable TimeoutsEntry timeouts,
      @Nullable OrderingEntry ordering) {

    Target toTarget() {
      String address = required("url", url);
      URI uri;
      try {
        uri = URI.create(address);
      } catch (IllegalArgumentException e) {
        throw new TargetFormatException("url is not a URL: " + e.getMessage());
      }
      return new Target(
          name == null ? address : name,
          uri,
          or(headers, Map.<String, String>of()).entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Secret(entry.getValue()))),
          required("agents", agents).stream().map(AgentEntry::toAgent).toList(),
          or(numbers, Map.of()),
          or(capabilities, Set.of()),
          dialect == null ? Dialect.PLAIN : dialect.toDialect(),
          timeouts == null ? Timeouts.DEFAULT : timeouts.toTimeouts(),
          ordering == null
              ? new Ordering.Barrier()
              : new Ordering.Quiet(Duration.ofMillis(ordering.quietMillis())));
    }
  }

  private record AgentEntry(
      @Nullable String id, @Nullable String password, @Nullable String extension) {
    Agent toAgent() {
      return new Agent(
          required("agents.id", id),
          new Secret(required("agents.password", password)),
          required("agents.extension", extension));
    }
  }

  private record DialectEntry(
      @Nullable StateEvent stateEvent, @Nullable Map<String, String> codes) {
    Dialect toDialect() {
      return new Dialect(stateEvent == StateEvent.PREFIXED, or(codes, Map.of()));
    }
  }

  private enum StateEvent {
    PLAIN,
    PREFIXED;

    @JsonCreator
    static StateEvent of(String text) {
      return switch (text) {
        case "plain" -> PLAIN;
        case "prefixed" -> PREFIXED;
        default ->
            throw new TargetFormatException("stateEvent must be plain or prefixed, but is " + text);
      };
    }
  }

  private record TimeoutsEntry(@Nullable Integer connectMillis, @Nullable Integer responseMillis) {
    Timeouts toTimeouts() {
      return new Timeouts(
          connectMillis == null ? Timeouts.DEFAULT.connect() : Duration.ofMillis(connectMillis),
          responseMillis == null ? Timeouts.DEFAULT.response() : Duration.ofMillis(responseMillis));
    }
  }

  private record OrderingEntry(int quietMillis) {}

  private static <T> T required(String key, @Nullable T value) {
    if (value == null) {
      throw new TargetFormatException("the key '" + key + "' is missing");
    }
    return value;
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
