package io.github.switchhook.simulator.fuzz;

import io.github.switchhook.simulator.agent.Client;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.Message;
import io.github.switchhook.simulator.protocol.ObjectKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An agent's client: keeps what it is sent, and learns which objects there are. */
final class Station implements Client {
  private static final Codec CODEC = new Codec(false);
  private static final int MAX_TARGETS = 8;

  final String agent;
  final List<String> answers = new ArrayList<>();
  final List<String> events = new ArrayList<>();
  private final Map<ObjectKind, List<String>> targets = new EnumMap<>(ObjectKind.class);

  Station(String agent) {
    this.agent = agent;
  }

  @Override
  public void send(Message message) {
    String text = CODEC.write(message);
    if (message instanceof Message.Event event) {
      events.add(text);
      learn(event.kind(), event.target());
      return;
    }
    answers.add(text);
    if (message instanceof Message.Success success && success.data() != null) {
      String session = success.data().path("session").asText();
      if (success.request().target().isEmpty() && !session.isEmpty()) {
        learn(ObjectKind.SESSION, session);
      }
    }
  }

  private void learn(ObjectKind kind, String target) {
    List<String> known = targets.computeIfAbsent(kind, any -> new ArrayList<>());
    if (known.remove(target) || known.size() < MAX_TARGETS) {
      known.add(target);
    } else {
      known.remove(0);
      known.add(target);
    }
  }

  /** Returns the targets of such objects that it has seen, the newest last; some may be gone. */
  List<String> targets(ObjectKind kind) {
    return targets.getOrDefault(kind, List.of());
  }

  void forget() {
    answers.clear();
    events.clear();
  }
}
