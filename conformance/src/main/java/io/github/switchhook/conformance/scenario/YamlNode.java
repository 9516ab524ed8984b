package io.github.switchhook.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.fixtures.Spelling;
import java.io.StringReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A piece of a YAML file that knows its line. Errors have the form {@code FILE:LINE: ...}. Only
 * this class uses the YAML library.
 */
final class YamlNode {
  private final String file;
  private final Node node;

  private YamlNode(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  static YamlNode parse(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        throw new ScenarioFormatException(file + ": expected a scenario, found nothing");
      }
      return new YamlNode(file, root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new ScenarioFormatException(file + ":" + line + ": " + e.getProblem());
    } catch (YAMLException e) {
      throw new ScenarioFormatException(file + ": " + e.getMessage());
    }
  }

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  String place() {
    return file + ":" + line();
  }

  ScenarioFormatException refuse(String what) {
    return new ScenarioFormatException(place() + ": " + Escape.line(what));
  }

  /** Refuses a word that is none of the known ones. */
  ScenarioFormatException unknown(String what, String word, Collection<String> known) {
    return refuse("unknown " + what + " '" + word + "'" + Spelling.suggestion(word, known));
  }

  /**
   * Refuses a word that is none of the known ones, but so near to one that it is a slip: other
   * words may be names that the target has.
   */
  void refuseSlip(String what, String word, Collection<String> known) {
    if (!known.contains(word) && Spelling.nearest(word, known).isPresent()) {
      throw unknown(what, word, known);
    }
  }

  boolean isText() {
    return node instanceof ScalarNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Returns a scalar as it is written, so that numbers keep their leading zeroes. */
  String text() {
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return scalar.getValue();
    }
    throw refuse("expected some text, got " + kind());
  }

  boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refuse("expected true or false, got " + text());
    };
  }

  List<YamlNode> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> new YamlNode(file, item)).toList();
    }
    throw refuse("expected a list, got " + kind());
  }

  /** Returns the keys and values of a mapping with any keys. */
  Map<String, YamlNode> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw refuse("expected keys and values, got " + kind());
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode key = new YamlNode(file, tuple.getKeyNode());
      if (entries.put(key.text(), new YamlNode(file, tuple.getValueNode())) != null) {
        throw key.refuse("the key '" + key.text() + "' stands twice");
      }
    }
    return entries;
  }

  /** Returns a mapping that may have these keys only. */
  Fields fields(String what, Collection<String> known) {
    Map<String, YamlNode> entries = entries();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      YamlNode key = new YamlNode(file, tuple.getKeyNode());
      if (!known.contains(key.text())) {
        throw key.unknown("key", key.text(), known);
      }
    }
    return new Fields(this, what, entries);
  }

  JsonNode json() {
    if (node instanceof MappingNode) {
      ObjectNode object = Json.object();
      entries().forEach((key, value) -> object.set(key, value.json()));
      return object;
    }
    if (node instanceof SequenceNode) {
      ArrayNode array = Json.object().arrayNode();
      items().forEach(item -> array.add(item.json()));
      return array;
    }
    if (node.getTag().equals(Tag.NULL)) {
      return Json.object().nullNode();
    }
    boolean plain =
        node.getTag().equals(Tag.INT)
            || node.getTag().equals(Tag.FLOAT)
            || node.getTag().equals(Tag.BOOL);
    return plain
        ? Json.parse(text()).orElseGet(() -> Json.object().textNode(text()))
        : Json.object().textNode(text());
  }

  private String kind() {
    return node instanceof MappingNode
        ? "keys and values"
        : node instanceof SequenceNode
            ? "a list"
            : node.getTag().equals(Tag.NULL) ? "nothing" : text();
  }

  /** A mapping with known keys. */
  record Fields(YamlNode node, String what, Map<String, YamlNode> entries) {
    boolean has(String key) {
      return entries.containsKey(key);
    }

    Optional<YamlNode> find(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    YamlNode required(String key) {
      @Nullable YamlNode value = entries.get(key);
      if (value == null) {
        throw node.refuse(what + " needs the key '" + key + "'");
      }
      return value;
    }
  }
}
