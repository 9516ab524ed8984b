package io.github.switchhook.conformance.transcript.convert;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.protocol.Events;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the callers from outside in a transcript. An inbound interaction proves a call from
 * outside, unless its caller is an agent, was noted, or is on the line already. Used once, by one
 * thread.
 */
final class InboundCallDetector {
  /** An interaction begins with what its channel tells (PROTOCOL 4, R1). */
  private static final Set<String> BEFORE =
      Set.of(Events.CHANNEL_INFOCHANGED, Events.STATE_UPDATED);

  private final IdentityHashMap<WireLine, String> arrivals = new IdentityHashMap<>();
  private final List<String> noted = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> onTheLine = new HashSet<>();

  /** Finds where each inbound interaction of a transcript begins, and whose it is. */
  InboundCallDetector(List<WireLine> lines) {
    Map<Integer, List<WireLine>> connections = new HashMap<>();
    for (WireLine line : lines) {
      if (line.direction() == Direction.IN && message(line).has("name")) {
        connections.computeIfAbsent(line.connection(), unknown -> new ArrayList<>()).add(line);
      }
    }
    // An agent that takes over gets the events of existing objects once more.
    Set<String> told = new HashSet<>();
    connections.values().forEach(events -> find(events, told));
  }

  private void find(List<WireLine> events, Set<String> told) {
    for (int i = 0; i < events.size(); i++) {
      JsonNode event = message(events.get(i));
      if (event.path("name").asText().equals(Events.INTERACTION_CREATED)
          && event.path("data").path("direction").asText().equals("inbound")
          && told.add(event.path("target").asText())) {
        arrivals.put(beginning(events, i), caller(events.subList(i + 1, events.size())));
      }
    }
  }

  private static WireLine beginning(List<WireLine> events, int created) {
    String interaction = message(events.get(created)).path("target").asText();
    Set<String> names = new HashSet<>();
    int first = created;
    while (first > 0) {
      JsonNode before = message(events.get(first - 1));
      String name = before.path("name").asText();
      boolean belongs =
          BEFORE.contains(name)
              && interaction.startsWith(before.path("target").asText() + ".")
              && names.add(name);
      if (!belongs) {
        break;
      }
      first--;
    }
    return events.get(first);
  }

  /** Returns the first address in an agent's events; empty if another interaction comes before. */
  private static String caller(List<WireLine> after) {
    for (WireLine line : after) {
      JsonNode event = message(line);
      JsonNode data = event.path("data");
      boolean preview = event.path("name").asText().equals(Events.INTERACTION_PREVIEW);
      String address = (preview ? data : data.path("member")).path("address").asText();
      if (!address.isEmpty() || event.path("name").asText().equals(Events.INTERACTION_CREATED)) {
        return address;
      }
    }
    return "";
  }

  private static JsonNode message(WireLine line) {
    return Json.parse(line.text()).orElseGet(Json::object);
  }

  /** Records a customer whose action is noted in the transcript. */
  void noted(String from) {
    noted.add(from);
    known.add(from);
  }

  /** Records the remote party named in an event. */
  void heard(JsonNode event) {
    String address = event.path("data").path("member").path("address").asText();
    if (!address.isEmpty()) {
      known.add(address);
    }
  }

  /** Begins a step, which may offer a party that is on the line now to another agent. */
  void stepBegins(Collection<RecordedAgent> agentsByColumn) {
    onTheLine.clear();
    known.stream()
        .filter(address -> agentsByColumn.stream().anyMatch(member -> member.view().meets(address)))
        .forEach(onTheLine::add);
  }

  /** Returns the caller's address, if an inbound interaction begins with this line. */
  Optional<String> arrivingWith(WireLine line) {
    return Optional.ofNullable(arrivals.get(line));
  }

  /**
   * Tells whether an arriving caller has just called and the transcript has no note of it.
   *
   * @param late whether no earlier message can have caused the event
   * @param step the customer whose action the step notes, if it has had no effect yet
   * @param meets whether an agent is talking to an address now
   */
  boolean isNew(String caller, boolean late, Optional<String> step, Predicate<String> meets) {
    // The note of a number may have another form than the agent's event.
    if (noted.remove(caller) || step.filter(noted::remove).isPresent()) {
      return false;
    }
    boolean passedOn = onTheLine.contains(caller) || meets.test(caller);
    // A caller that was not answered waits, and is offered to the next agent.
    return !passedOn && (known.add(caller) || late);
  }
}
