package io.github.switchhook.simulator.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.switchhook.fixtures.Protocol;
import io.github.switchhook.fixtures.Protocol.Kind;
import io.github.switchhook.fixtures.Protocol.Part;
import io.github.switchhook.simulator.Simulator;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plays the samples of a document, in its order, and writes it anew with what the switch really
 * sends. A sample is a fenced block:
 *
 * <ul>
 *   <li>{@code json request} is sent by Alice, {@code json request bob} by Bob;
 *   <li>{@code json response} and {@code json events} are what comes of it, one event a line, and
 *       {@code json events bob} is what Bob is told;
 *   <li>{@code json failure} is a refused request and its answer in one: its {@code original} is
 *       sent;
 *   <li>{@code text close} is the code with which the switch closes the connection.
 * </ul>
 *
 * {@code > Situation:} begins anew on a switch with no agent logged in, {@code > Then:} lets
 * something happen. Missing blocks are added, and blocks that stay empty are removed.
 */
final class Player {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter PRETTY =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n"))
              .withSeparators(
                  Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER)));
  private static final String ALICE = "alice";

  private final Simulator simulator;
  private final Transitions transitions = new Transitions();
  private final List<Part> written = new ArrayList<>();
  private Connections connections;
  private Sentences sentences;
  private Aliases aliases = new Aliases();
  private Map<String, List<String>> due = new LinkedHashMap<>();

  Player(Simulator simulator) {
    this.simulator = simulator;
    this.connections = new Connections(simulator, transitions);
    this.sentences = new Sentences(connections);
  }

  Transitions transitions() {
    return transitions;
  }

  /**
   * Returns the document as the switch would have it.
   *
   * @throws AssertionError where a sample cannot be played; the message names its line
   */
  Protocol play(Protocol document) {
    List<Part> parts = document.parts();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      try {
        play(part, parts.subList(i + 1, parts.size()));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("PROTOCOL.md:" + part.line() + ": " + e.getMessage(), e);
      }
    }
    connections.close();
    return new Protocol(written.stream().map(this::drawn).toList());
  }

  private void play(Part part, List<Part> following) {
    if (part.kind() == Kind.SITUATION) {
      begin(part.argument());
      written.add(part);
    } else if (part.kind() == Kind.THEN) {
      sentences.perform(part.argument());
      due = told();
      written.add(part);
      // The answer to the agent who acts here is of no interest, unless it is asked for.
      addMissing(following, "json events");
    } else if (part.isFence("json request")) {
      String agent = agent(part);
      connections.send(agent, aliases.restored(String.join("\n", part.lines())));
      due = told();
      written.add(part);
      addMissing(following, "json");
    } else if (part.isFence("json failure")) {
      String agent = agent(part);
      JsonNode original = json(String.join("\n", part.lines())).path("original");
      String request = original.isTextual() ? original.textValue() : original.toString();
      connections.send(agent, aliases.restored(request));
      due = told();
      add(part, due.remove(info("response", agent)));
      addMissing(following, "json");
    } else if (part.isFence("json") || part.isFence("text close")) {
      add(part, due.remove(part.argument()));
    } else {
      written.add(part);
    }
  }

  private void begin(String situation) {
    connections.close();
    simulator.control().perform("reset", MAPPER.createObjectNode());
    transitions.forgetObjects();
    connections = new Connections(simulator, transitions);
    sentences = new Sentences(connections);
    aliases = new Aliases();
    connections.onMessage(text -> aliases.shortened(text));
    sentences.perform(situation);
    connections.settle();
  }

  /**
   * Returns what all agents have been told, by the info strings of the blocks that have to show it.
   */
  private Map<String, List<String>> told() {
    Map<String, List<String>> blocks = new LinkedHashMap<>();
    connections
        .settle()
        .forEach(
            (agent, messages) -> {
              for (String message : messages) {
                boolean event = json(message).has("name");
                blocks
                    .computeIfAbsent(
                        info(event ? "events" : "response", agent), info -> new ArrayList<>())
                    .add(aliases.shortened(message));
              }
            });
    List<String> closed = connections.takeCloseCodes();
    if (!closed.isEmpty()) {
      blocks.put("text close", closed);
    }
    return blocks;
  }

  /** Adds what stands nowhere up to the next action. */
  private void addMissing(List<Part> following, String which) {
    List<String> there = new ArrayList<>();
    for (Part part : following) {
      if (part.kind() == Kind.HEADING || part.kind() == Kind.SITUATION || isAct(part)) {
        break;
      }
      there.add(part.argument());
    }
    List<String> missing =
        due.keySet().stream()
            .filter(info -> !there.contains(info))
            .filter(info -> info.startsWith(which))
            .toList();
    for (String info : missing) {
      written.add(new Part(0, Kind.TEXT, "", List.of("")));
      add(new Part(0, Kind.FENCE, info, List.of()), due.remove(info));
    }
  }

  private static boolean isAct(Part part) {
    return part.kind() == Kind.THEN || part.isFence("json request") || part.isFence("json failure");
  }

  /** Adds a block with what belongs into it now; takes it away where nothing does. */
  private void add(Part block, @Nullable List<String> messages) {
    if (messages != null) {
      boolean pretty = block.lines().size() > 1 && block.lines().get(0).equals("{");
      List<String> lines =
          pretty ? messages.stream().flatMap(m -> pretty(m).lines()).toList() : messages;
      written.add(new Part(block.line(), Kind.FENCE, block.argument(), lines));
    } else if (!written.isEmpty() && written.get(written.size() - 1).lines().equals(List.of(""))) {
      written.remove(written.size() - 1);
    }
  }

  private Part drawn(Part part) {
    if (!part.isFence("mermaid") || part.lines().size() < 2) {
      return part;
    }
    String object = part.lines().get(1).strip().replace("%% ", "");
    return new Part(part.line(), Kind.FENCE, part.argument(), transitions.diagram(object));
  }

  private static String info(String kind, String agent) {
    return "json " + kind + (agent.equals(ALICE) ? "" : " " + agent);
  }

  private static String agent(Part part) {
    String[] words = part.argument().split(" ", -1);
    return words.length < 3 ? ALICE : words[2];
  }

  private static String pretty(String json) {
    try {
      return PRETTY.writeValueAsString(json(json));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("expected JSON, got " + text, e);
    }
  }
}
