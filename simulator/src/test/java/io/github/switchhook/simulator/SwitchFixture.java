package io.github.switchhook.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.agent.Client;
import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.agent.SwitchSetup;
import io.github.switchhook.simulator.engine.Ids;
import io.github.switchhook.simulator.engine.VirtualClock;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An agent's desk wired straight to a switch, without sockets or threads: what the agent sends is
 * answered before {@link #send} returns. Learns the ids of its objects from what it is told.
 */
public final class SwitchFixture implements Client {
  /** A switch for desks to be at. */
  public static final class Exchange {
    public final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    public final Switch theSwitch;
    public final List<String> wire = new ArrayList<>();

    public Exchange(long seed) {
      theSwitch = new Switch(SwitchSetup.standard(), new Ids(seed), clock);
    }
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Codec CODEC = new Codec(false);

  private final Exchange context;
  private final String agent;
  private final List<JsonNode> inbox = new ArrayList<>();
  private final Map<String, String> targets = new HashMap<>();

  public SwitchFixture(Exchange context, String agent) {
    this.context = context;
    this.agent = agent;
  }

  /** Returns a desk whose channel is active, on a switch of its own. */
  public static SwitchFixture ready() {
    return new SwitchFixture(new Exchange(1), "alice").login();
  }

  /** Logs in and makes the channel active. */
  public SwitchFixture login() {
    prepare(false);
    send("session.start", "session", "{}");
    send("channel.activate", "channel", "{}");
    return this;
  }

  /** Sends prepareSession and returns the answer. */
  public JsonNode prepare(boolean override) {
    JsonNode answer =
        sendRaw(
            "{\"command\":\"prepareSession\",\"data\":{\"model\":\"test\",\"override\":"
                + override
                + ",\"agent\":{\"id\":\""
                + agent
                + "\",\"password\":\"secret\"}}}");
    if (answer.path("data").has("session")) {
      targets.put("session", answer.path("data").path("session").textValue());
    }
    return answer;
  }

  /** Sends a command to a known object, and returns the answer; the events follow in the inbox. */
  public JsonNode send(String command, String object, String data) {
    ObjectNode request = MAPPER.createObjectNode();
    request.put("command", command).put("target", target(object)).set("data", json(data));
    return sendRaw(request.toString());
  }

  public JsonNode sendRaw(String text) {
    inbox.clear();
    context.theSwitch.handle(this, CODEC.read(text));
    return inbox.remove(0);
  }

  @Override
  public void send(Message message) {
    String text = CODEC.write(message);
    context.wire.add(text);
    JsonNode json = json(text);
    inbox.add(json);
    learn(json);
  }

  private void learn(JsonNode message) {
    String name = message.path("name").asText("");
    String target = message.path("target").asText("");
    switch (name) {
      case "channel.created" -> targets.putIfAbsent("channel", target);
      case "interaction.created" -> targets.put("interaction", target);
      case "conversation.created" ->
          targets.put(
              message.path("data").path("role").textValue().equals("consult")
                  ? "consult"
                  : "conversation",
              target);
      default -> {}
    }
  }

  /** Returns the target of the session, channel, interaction, conversation or consult last seen. */
  public String target(String object) {
    return targets.getOrDefault(object, object);
  }

  /** Returns the events since the last command, as "name object STATE", and forgets them. */
  public List<String> events() {
    List<String> lines = inbox.stream().map(this::line).toList();
    inbox.clear();
    return lines;
  }

  /** Forgets the events received so far. */
  public void forget() {
    inbox.clear();
  }

  /** Forgets its channel, so that the next one it learns of is "the channel". */
  public void forgetObjects() {
    targets.remove("channel");
  }

  /** Returns the events since the last command, whole. */
  public List<JsonNode> rawEvents() {
    return List.copyOf(inbox);
  }

  private String line(JsonNode event) {
    String target = event.path("target").textValue();
    String object =
        targets.entrySet().stream()
            .filter(known -> known.getValue().equals(target))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(target);
    String state = event.path("data").path("state").asText("");
    return (event.path("name").textValue() + " " + object + " " + state).strip();
  }

  public Exchange context() {
    return context;
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
