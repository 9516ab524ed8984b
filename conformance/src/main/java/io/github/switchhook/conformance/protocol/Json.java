package io.github.switchhook.conformance.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.text.Escape;
import java.util.Optional;

/**
 * The kit's one way from text to JSON trees and back: strict, with exact numbers. Any thread may
 * call it.
 */
public final class Json {
  private static final int MAX_DEPTH = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /**
   * Reads exactly one JSON document; empty if the text is anything else, such as one with a key
   * that stands twice.
   */
  public static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Returns a new, empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * Writes a tree on one line, keys in the order they have. Characters that are invisible or cannot
   * be encoded are escaped, so that any tree can be sent, kept and shown.
   */
  public static String write(JsonNode node) {
    return Escape.json(node.toString());
  }

  /** Writes a tree for people, on several lines; with the same escapes. */
  public static String pretty(JsonNode node) {
    return Escape.json(node.toPrettyString());
  }
}
