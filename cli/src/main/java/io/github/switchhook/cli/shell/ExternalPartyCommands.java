package io.github.switchhook.cli.shell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.scenario.PartyAct;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.fixtures.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The shell's commands for customers and far ends. Used by one thread. */
final class ExternalPartyCommands {
  /** The words for what a far end can do. */
  static final List<String> ACTS = Arrays.stream(PartyAct.values()).map(PartyAct::words).toList();

  private static final String CUSTOMER = "5559000";

  private final Stimulus stimulus;
  private final ShellTranscript transcript;
  private String caller = CUSTOMER;

  ExternalPartyCommands(Stimulus stimulus, ShellTranscript transcript) {
    this.stimulus = stimulus;
    this.transcript = transcript;
  }

  /** Lets a customer call: {@code [number] [agent or queue]}. */
  void call(List<String> words, String current, Map<String, ShellAgent> agents) {
    boolean toWhom = words.size() == 1 && agents.containsKey(words.get(0));
    caller = words.isEmpty() || toWhom ? CUSTOMER : words.get(0);
    String to = toWhom ? words.get(0) : words.size() > 1 ? words.get(1) : current;
    ShellAgent called = agents.get(to);
    perform(
        "call",
        Json.object().put("from", caller).put("to", called == null ? to : called.extension()));
  }

  /** Lets the party at the other end of an agent's leg act. */
  void act(ObjectRole leg, String words, ShellAgent agent) {
    PartyAct act =
        Arrays.stream(PartyAct.values())
            .filter(each -> each.words().equals(words))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown act '" + words + "'" + Spelling.suggestion(words, ACTS)));
    String address =
        transcript.members(agent, leg).stream().reduce((first, last) -> last).orElse(caller);
    perform(act.operation(), Json.object().put("agent", agent.extension()).put("address", address));
  }

  private void perform(String operation, ObjectNode arguments) {
    if (!stimulus.can(operation)) {
      throw new IllegalArgumentException("this target cannot be made to: " + operation);
    }
    transcript.acted(operation, arguments);
    try {
      stimulus.perform(operation, arguments);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }
}
