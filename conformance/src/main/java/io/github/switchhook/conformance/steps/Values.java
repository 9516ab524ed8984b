package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.target.Agent;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.verdict.Verdict;
import java.util.Locale;
import java.util.Optional;

/**
 * What the words of a scenario stand for on this target: {@code $channel}, {@code $bob.extension},
 * {@code $answers}. Ends the scenario where they stand for nothing.
 */
final class Values {
  private final Target target;
  private final Participants participants;
  private final Charges charges;

  Values(Target target, Participants participants, Charges charges) {
    this.target = target;
    this.participants = participants;
    this.charges = charges;
  }

  /** Fills in a text as this agent means it. */
  String fill(Participant acting, String text) {
    return Placeholders.fill(text, name -> value(acting, name));
  }

  /** Fills in the strings of a JSON text. */
  JsonNode fillJson(Participant acting, String json) {
    return Placeholders.fillJson(json, name -> value(acting, name));
  }

  /** Returns the value of a placeholder, without its dollar, for this agent. */
  String value(Participant acting, String name) {
    int dot = name.indexOf('.');
    if (name.equals("group")) {
      return group(acting);
    }
    if (dot < 0) {
      return Alias.of(name).map(alias -> written(acting, alias)).orElseGet(() -> number(name));
    }
    String who = name.substring(0, dot);
    Agent agent = who.equals("agent") ? acting.agent() : participants.agent(capitalized(who));
    return switch (name.substring(dot + 1)) {
      case "id" -> agent.id();
      case "password" -> agent.password().value();
      case "extension" -> agent.extension();
      case "chat" -> Medium.CHAT.endpoint(agent);
      case "email" -> Medium.EMAIL.endpoint(agent);
      default ->
          written(
              who.equals("agent") ? acting : participants.called(capitalized(who)),
              Alias.of(name.substring(dot + 1)).orElseThrow());
    };
  }

  /** Returns an object's target as the agent writes it. */
  String written(Participant participant, Alias alias) {
    return participant
        .written(alias)
        .orElseThrow(
            () ->
                charges.stop(
                    Verdict.INCONCLUSIVE,
                    "the scenario goes on with the "
                        + alias.words()
                        + " of "
                        + participant.name()
                        + ", but the target has told of none"));
  }

  /** Returns the group that an agent's first channel stands in, which is no object of its own. */
  private String group(Participant participant) {
    String channel = written(participant, Alias.CHANNEL);
    if (!participant.view().hasGroup()) {
      throw charges.stop(Verdict.NOT_APPLICABLE, "the target's channels stand in no group");
    }
    return channel.substring(0, channel.lastIndexOf('.'));
  }

  /** Returns the address of the customer who calls or writes. */
  String caller() {
    return number("caller");
  }

  /** Returns the address of another customer. */
  String otherCaller() {
    return number("otherCaller");
  }

  private String number(String role) {
    return Optional.ofNullable(target.numbers().get(role))
        .or(() -> Optional.ofNullable(Target.USUAL_NUMBERS.get(role)))
        .orElseThrow(
            () ->
                charges.stop(
                    Verdict.NOT_SUPPORTED, "the target names no number for the role " + role));
  }

  static String capitalized(String who) {
    return who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1);
  }
}
