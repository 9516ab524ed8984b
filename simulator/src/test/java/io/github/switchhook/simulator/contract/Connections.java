package io.github.switchhook.simulator.contract;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.WebSocketAgent;
import io.github.switchhook.simulator.engine.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The agents' connections of one situation. Each is called as its agent is, {@code alice}, or
 * {@code alice-2} where she has connected again. Learns which objects there are from what is told.
 */
final class Connections {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Simulator simulator;
  private final Transitions transitions;
  private final Map<String, WebSocketAgent> callers = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> targets = new HashMap<>();
  private final List<String> closeCodes = new ArrayList<>();
  private int barriers;
  private String sender = "";
  private @Nullable String command;
  private Consumer<String> listener = message -> {};

  Connections(Simulator simulator, Transitions transitions) {
    this.simulator = simulator;
    this.transitions = transitions;
  }

  /** Sets the listener that is told of each message as it comes. */
  void onMessage(Consumer<String> newListener) {
    listener = newListener;
  }

  boolean has(String name) {
    return callers.containsKey(name);
  }

  void connect(String name) {
    callers.put(name, WebSocketAgent.connect(simulator.uri()));
    targets.put(name, new HashMap<>());
  }

  /** Sends a text as it is. */
  void send(String name, String text) {
    sender = name;
    command = null;
    try {
      command = MAPPER.readTree(text).path("command").asText(null);
    } catch (IOException e) {
      // Not every sample is JSON.
    }
    transitions.newCause();
    caller(name).sendText(text);
  }

  /** Sends a request to an object that the agent has been told of: {@code channel}. */
  void send(String name, String word, String object, String data) {
    ObjectNode request = MAPPER.createObjectNode().put("command", word);
    request.put("target", target(name, object));
    request.set("data", json(data));
    send(name, request.toString());
  }

  void sendBinary(String name, int bytes) {
    command = null;
    caller(name).sendBinary(new byte[bytes]);
  }

  /** Does something to the switch from outside. */
  void control(String operation, Map<String, ?> arguments) {
    command = null;
    transitions.newCause();
    simulator.control().perform(operation, MAPPER.valueToTree(arguments));
  }

  /** Breaks a connection, and waits until the switch has noticed. */
  void lose(String name) {
    long before = closed();
    caller(name).abort();
    callers.remove(name);
    await().atMost(Duration.ofSeconds(30)).until(() -> closed() > before);
  }

  private long closed() {
    return simulator.control().journal().stream()
        .filter(entry -> entry.kind() == Journal.EntryKind.CLOSED)
        .count();
  }

  /** Sends so much that the switch closes the connection. */
  void sendTooMuch(String name, int bytes) {
    command = null;
    caller(name).sendText("x".repeat(bytes));
    closeCodes.add(String.valueOf(caller(name).closeCode()));
    callers.remove(name);
  }

  /** Returns the codes with which the switch has closed connections, and forgets them. */
  List<String> takeCloseCodes() {
    List<String> taken = List.copyOf(closeCodes);
    closeCodes.clear();
    return taken;
  }

  /**
   * Waits until all has come that the last action has caused.
   *
   * @return the messages of each connection, in the order in which the agents connected
   */
  Map<String, List<String>> settle() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    callers.keySet().forEach(name -> all.put(name, new ArrayList<>()));
    if (callers.containsKey(sender)) {
      read(sender, all.getOrDefault(sender, new ArrayList<>()));
    }
    callers.keySet().forEach(name -> read(name, all.getOrDefault(name, new ArrayList<>())));
    return all;
  }

  private void read(String name, List<String> messages) {
    String barrier = "{\"barrier\":" + ++barriers + "}";
    caller(name).sendText(barrier);
    while (true) {
      String text = caller(name).nextText();
      if (text.endsWith("\"original\":" + barrier + "}")) {
        return;
      }
      messages.add(text);
      listener.accept(text);
      learn(name, json(text));
    }
  }

  private void learn(String name, JsonNode message) {
    Map<String, String> known = targets.getOrDefault(name, new HashMap<>());
    String target = message.path("target").asText();
    switch (message.path("name").asText(message.path("command").asText())) {
      case "prepareSession" ->
          known.put("session", message.path("data").path("session").asText(""));
      case "channel.created" -> {
        known.putIfAbsent("channel", target);
        known.put(
            message.path("data").path("type").asText().toLowerCase(Locale.ROOT) + " channel",
            target);
      }
      case "interaction.created" -> known.put("interaction", target);
      case "conversation.created" -> {
        boolean consult = message.path("data").path("role").asText().equals("consult");
        known.put(consult ? "consult" : "conversation", target);
      }
      default -> {}
    }
    if (message.has("name")) {
      transitions.told(message, name.equals(sender) ? command : null);
    }
  }

  private String target(String name, String object) {
    String target = targets.getOrDefault(name, Map.of()).get(object);
    if (target == null) {
      throw new IllegalArgumentException(name + " has been told of no " + object);
    }
    return target;
  }

  private WebSocketAgent caller(String name) {
    WebSocketAgent caller = callers.get(name);
    if (caller == null) {
      throw new IllegalArgumentException(name + " is not connected");
    }
    return caller;
  }

  void close() {
    callers.values().forEach(WebSocketAgent::abort);
    callers.clear();
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
