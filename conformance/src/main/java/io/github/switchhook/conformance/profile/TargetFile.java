package io.github.switchhook.conformance.profile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.switchhook.fixtures.Spelling;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the YAML form of a {@link Target}, strictly: a key or a word that is not known is refused
 * with its line and the one that was probably meant. The keys are those of {@link TargetDocument}.
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

  private final Path file;
  private final String text;

  private TargetFile(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  static Target load(Path file) {
    try {
      return new TargetFile(file, Files.readString(file)).parse();
    } catch (NoSuchFileException e) {
      throw new TargetFormatException(file + ": no such file");
    } catch (CharacterCodingException e) {
      throw new TargetFormatException(file + ": is not text in UTF-8");
    } catch (IOException e) {
      throw new TargetFormatException(file + ": cannot be read: " + e.getMessage());
    }
  }

  static Target withChoices(Target target, ObjectNode profile) {
    try {
      return MAPPER.treeToValue(profile, TargetDocument.Choices.class).of(target);
    } catch (JsonProcessingException e) {
      throw new TargetFormatException(problem(e.getOriginalMessage()));
    }
  }

  private Target parse() throws IOException {
    try (JsonParser parser = MAPPER.createParser(text)) {
      return parse(parser);
    }
  }

  /**
   * Reads the target; errors are made here because only an open parser knows what stands at a wrong
   * place.
   */
  private Target parse(JsonParser parser) throws IOException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      TargetDocument document = MAPPER.readValue(parser, TargetDocument.class);
      if (document == null) {
        throw new TargetFormatException("the file is empty, expected at least url and agents");
      }
      return document.toTarget(folder == null ? file : folder, System.getenv());
    } catch (UnrecognizedPropertyException e) {
      String key = e.getPropertyName();
      List<String> known =
          e.getKnownPropertyIds() == null
              ? List.of()
              : e.getKnownPropertyIds().stream().map(String::valueOf).toList();
      throw refused(
          lineOfKey(key, e.getLocation().getLineNr()),
          "unknown key '" + key + "'" + Spelling.suggestion(key, known));
    } catch (JsonMappingException e) {
      String path = e.getPath().stream().map(TargetFile::name).collect(Collectors.joining("."));
      String what =
          e instanceof MismatchedInputException mismatch
              ? YamlErrorText.words(mismatch, parser)
              : problem(e.getOriginalMessage());
      throw refused(line(e.getLocation()), (path.isEmpty() ? "" : path + ": ") + what);
    } catch (JsonProcessingException e) {
      throw refused(line(e.getLocation()), problem(e.getOriginalMessage()));
    } catch (TargetFormatException e) {
      throw refused(lineOfWord(e.word()), String.valueOf(e.getMessage()));
    }
  }

  private TargetFormatException refused(int line, String what) {
    return new TargetFormatException(file + (line == 0 ? "" : ":" + line) + ": " + what);
  }

  /**
   * Returns the line of a key, up to the last one read: the exception's own location can be a line
   * further.
   */
  private int lineOfKey(String key, int last) {
    Pattern pattern = Pattern.compile("^[\\s{-]*" + Pattern.quote(key) + "\\s*:.*");
    List<String> lines = text.lines().toList();
    return IntStream.iterate(Math.min(last, lines.size()), line -> line > 0, line -> line - 1)
        .filter(line -> pattern.matcher(lines.get(line - 1)).matches())
        .findFirst()
        .orElse(last);
  }

  private int lineOfWord(@Nullable String word) {
    if (word == null) {
      return 0;
    }
    Pattern pattern =
        Pattern.compile(
            (word.startsWith("$") ? "" : "(?<![\\w.-])") + Pattern.quote(word) + "(?![\\w.-])");
    List<String> lines = text.lines().toList();
    return IntStream.rangeClosed(1, lines.size())
        .filter(line -> pattern.matcher(lines.get(line - 1).replaceFirst("#.*", "")).find())
        .findFirst()
        .orElse(0);
  }

  private static int line(@Nullable JsonLocation location) {
    return location == null ? 0 : location.getLineNr();
  }

  private static String name(JsonMappingException.Reference reference) {
    return reference.getFieldName() == null
        ? String.valueOf(reference.getIndex())
        : reference.getFieldName();
  }

  /**
   * Returns the line of SnakeYAML's message that names the problem; an earlier line may say what
   * was being read.
   */
  private static String problem(String message) {
    return message
        .lines()
        .filter(line -> !line.startsWith("while "))
        .findFirst()
        .orElse(message)
        .strip();
  }
}
