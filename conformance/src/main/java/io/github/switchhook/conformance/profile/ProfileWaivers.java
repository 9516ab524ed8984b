package io.github.switchhook.conformance.profile;

import io.github.switchhook.conformance.text.Escape;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The {@code waivers} of a profile as text, to be added to. Everything else in the file stays as it
 * is, with its comments; the section itself is rewritten.
 */
public final class ProfileWaivers {
  private static final String KEY = "waivers";

  private final String yaml;
  private final Optional<NodeTuple> section;

  private ProfileWaivers(String yaml, Optional<NodeTuple> section) {
    this.yaml = yaml;
    this.section = section;
  }

  /**
   * Finds the waivers of a profile.
   *
   * @throws IllegalArgumentException if it is no YAML that can be added to; the message says where
   */
  public static ProfileWaivers in(String yaml) {
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
    } catch (YAMLException e) {
      throw new IllegalArgumentException("expected a profile, got " + e.getMessage(), e);
    }
    if (root == null) {
      return new ProfileWaivers(yaml, Optional.empty());
    }
    if (!(root instanceof MappingNode mapping) || mapping.getFlowStyle() == FlowStyle.FLOW) {
      throw new IllegalArgumentException("expected a profile with a key at the start of a line");
    }
    return new ProfileWaivers(
        yaml,
        mapping.getValue().stream()
            .filter(tuple -> text(tuple.getKeyNode()).equals(KEY))
            .findFirst());
  }

  /** Returns those that the profile does not have, or has with a last day that is over. */
  public List<Waiver> missing(List<Waiver> found, LocalDate today) {
    Map<String, Map<String, String>> present = present();
    return found.stream().filter(waiver -> expired(present.get(waiver.id()), today)).toList();
  }

  /** Returns the profile with these waivers too; each replaces the one with its id. */
  public String with(List<Waiver> added) {
    if (added.isEmpty()) {
      return yaml;
    }
    Map<String, Map<String, String>> entries = present();
    added.forEach(waiver -> entries.put(waiver.id(), entry(waiver)));
    String text = KEY + ":\n" + render(entries.values());
    if (section.isEmpty()) {
      return yaml + (yaml.isEmpty() || yaml.endsWith("\n") ? "" : "\n") + text;
    }
    String tail = yaml.substring(offset(end(section.get().getValueNode())));
    String rest = tail.startsWith("\r\n") ? tail.substring(2) : tail.replaceFirst("^\n", "");
    return yaml.substring(0, offset(section.get().getKeyNode().getStartMark())) + text + rest;
  }

  /** Renders waivers as a section of a profile. */
  public static String render(List<Waiver> waivers) {
    return KEY + ":\n" + render(waivers.stream().map(ProfileWaivers::entry).toList());
  }

  private static String render(Iterable<Map<String, String>> entries) {
    StringBuilder out = new StringBuilder();
    for (Map<String, String> entry : entries) {
      out.append(
          entry.entrySet().stream()
              .map(each -> each.getKey() + ": " + quoted(each.getValue()))
              .collect(Collectors.joining("\n    ", "  - ", "\n")));
    }
    return out.toString();
  }

  private static String quoted(String text) {
    return text.matches("SWH-[A-Z]+-\\d+") ? text : Escape.yaml(text);
  }

  private static Map<String, String> entry(Waiver waiver) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("id", waiver.id());
    entry.put("reason", waiver.reason());
    if (waiver.link() != null) {
      entry.put("link", waiver.link());
    }
    entry.put("expires", waiver.expires().toString());
    return entry;
  }

  /** Returns what the profile has, by id. */
  private Map<String, Map<String, String>> present() {
    Map<String, Map<String, String>> present = new LinkedHashMap<>();
    for (Node each : children(section.map(NodeTuple::getValueNode))) {
      Map<String, String> entry = new LinkedHashMap<>();
      if (each instanceof MappingNode mapping) {
        mapping
            .getValue()
            .forEach(tuple -> entry.put(text(tuple.getKeyNode()), text(tuple.getValueNode())));
      }
      present.putIfAbsent(entry.getOrDefault("id", ""), entry);
    }
    return present;
  }

  private static List<Node> children(Optional<Node> sequence) {
    List<Node> children = new ArrayList<>();
    sequence.ifPresent(
        node -> {
          if (node instanceof SequenceNode items) {
            children.addAll(items.getValue());
          }
        });
    return children;
  }

  private static boolean expired(@Nullable Map<String, String> entry, LocalDate today) {
    if (entry == null) {
      return true;
    }
    try {
      return today.isAfter(LocalDate.parse(entry.getOrDefault("expires", "")));
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /**
   * Returns where a node's text ends. SnakeYAML ends a block at the next token, after comments that
   * belong to that token, so that the end of the last item counts.
   */
  private static Mark end(Node node) {
    if (node instanceof SequenceNode items
        && items.getFlowStyle() != FlowStyle.FLOW
        && !items.getValue().isEmpty()) {
      return end(items.getValue().get(items.getValue().size() - 1));
    }
    if (node instanceof MappingNode mapping
        && mapping.getFlowStyle() != FlowStyle.FLOW
        && !mapping.getValue().isEmpty()) {
      return end(mapping.getValue().get(mapping.getValue().size() - 1).getValueNode());
    }
    return node.getEndMark();
  }

  /** Returns the index of a mark in UTF-16 units; marks count code points. */
  private int offset(Mark mark) {
    return yaml.offsetByCodePoints(0, mark.getIndex());
  }
}
