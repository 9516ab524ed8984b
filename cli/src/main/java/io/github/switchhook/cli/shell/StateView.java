package io.github.switchhook.cli.shell;

import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.text.Escape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws the current state: each agent with its objects, the other parties, and the commands allowed
 * now.
 */
final class StateView {
  private StateView() {}

  static List<String> of(Collection<ShellAgent> agents, ShellTranscript transcript) {
    List<String> rows = new ArrayList<>();
    if (agents.isEmpty()) {
      rows.add("  no agent is logged in; type login alice");
    }
    for (ShellAgent agent : agents) {
      rows.add("  " + agent.name() + " (" + agent.extension() + ")");
      for (ObjectRole alias : ObjectRole.values()) {
        Optional<String> state = agent.value(alias, "state");
        if (state.isPresent()) {
          Set<String> members = transcript.members(agent, alias);
          rows.add(row(agent, alias, state.get(), members));
          rows.addAll(allowed(agent, alias));
        }
      }
    }
    return rows.stream().map(Escape::line).toList();
  }

  private static String row(ShellAgent agent, ObjectRole alias, String state, Set<String> members) {
    StringBuilder row = new StringBuilder(String.format("    %-17s %s", alias.words(), state));
    agent.value(alias, "busy").filter("true"::equals).ifPresent(busy -> row.append(" busy"));
    agent.value(alias, "muted").filter("true"::equals).ifPresent(muted -> row.append(" muted"));
    agent
        .value(alias, "recording")
        .filter(recording -> !recording.equals("OFF"))
        .ifPresent(recording -> row.append(" recording ").append(recording));
    if (!members.isEmpty()) {
      row.append(" with ").append(String.join(", ", members));
    }
    return row.toString();
  }

  /** Returns the allowed actions as they are typed: the last words of the commands. */
  private static List<String> allowed(ShellAgent agent, ObjectRole alias) {
    List<String> commands = agent.allowed(alias);
    String told = agent.hasChangedSince(alias) ? "may (told before its last change): " : "may: ";
    return commands.isEmpty()
        ? List.of()
        : List.of(
            commands.stream()
                .map(command -> command.substring(command.lastIndexOf('.') + 1))
                .collect(Collectors.joining(" ", " ".repeat(22) + told, "")));
  }
}
