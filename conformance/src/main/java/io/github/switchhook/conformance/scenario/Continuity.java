package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.fixtures.MagicNumber;
import io.github.switchhook.fixtures.MagicNumbers;
import io.github.switchhook.fixtures.Spelling;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes sure that a scenario speaks only of agents and variables that it has at that step. */
final class Continuity {
  private static final Pattern NAME = Pattern.compile("\\$([A-Za-z][A-Za-z0-9]*+)(?![A-Za-z0-9.])");

  /** What every target names, beside the roles of numbers. */
  private static final Set<String> ALWAYS =
      Set.of("group", "session", "channel", "interaction", "conversation", "consult");

  private final Set<String> agents;
  private final Set<String> names = new TreeSet<>();

  private Continuity(ScenarioFile scenario) {
    agents = scenario.agents().keySet();
    names.addAll(ALWAYS);
    names.addAll(Target.USUAL_NUMBERS.keySet());
    MagicNumbers.load().stream().map(MagicNumber::role).forEach(names::add);
    names.addAll(scenario.variables().keySet());
  }

  /**
   * Checks a scenario.
   *
   * @throws ScenarioFormatException if a step names anything else; the message says where
   */
  static void check(ScenarioFile scenario) {
    Continuity continuity = new Continuity(scenario);
    scenario.steps().forEach(continuity::check);
  }

  private void check(ScenarioStep step) {
    Set<String> named = new HashSet<>(step.sees().keySet());
    step.states().forEach(state -> named.add(state.agent()));
    agent(step.deed()).ifPresent(named::add);
    named.stream()
        .filter(agent -> !agents.contains(agent))
        .findFirst()
        .ifPresent(
            agent -> {
              throw new ScenarioFormatException(
                  step.place()
                      + ": "
                      + agent
                      + " is not among the agents of this scenario"
                      + Spelling.suggestion(agent, agents));
            });
    variables(text(step.deed()), step.place());
    names.addAll(kept(step.deed()).keySet());
    variables(expectations(step), step.place());
  }

  private void variables(String text, String place) {
    Matcher used = NAME.matcher(text);
    while (used.find()) {
      if (!names.contains(used.group(1))) {
        throw new ScenarioFormatException(
            place
                + ": unknown variable '$"
                + used.group(1)
                + "'"
                + Spelling.suggestion(used.group(1), names));
      }
    }
  }

  private static Optional<String> agent(Deed deed) {
    if (deed instanceof Deed.Send send) {
      return Optional.of(send.agent());
    } else if (deed instanceof Deed.WaitFor wait) {
      return Optional.of(wait.agent());
    } else if (deed instanceof Deed.PartyActs acts) {
      return acts.of();
    } else if (deed instanceof Deed.HasHeard heard) {
      return heard.of();
    } else if (deed instanceof Deed.SetDispositions set) {
      return Optional.of(set.agent());
    } else if (deed instanceof Deed.Disconnect gone) {
      return Optional.of(gone.agent());
    } else if (deed instanceof Deed.TakeOver over) {
      return Optional.of(over.agent());
    }
    return deed instanceof Deed.Customer customer && ScenarioFile.AGENTS.contains(customer.to())
        ? Optional.of(customer.to())
        : Optional.empty();
  }

  private static String text(Deed deed) {
    if (deed instanceof Deed.Send send) {
      return send.to().orElse("") + " " + send.data();
    } else if (deed instanceof Deed.WaitFor wait) {
      return wait.event().cells().values().toString();
    }
    return deed instanceof Deed.Customer customer ? customer.from() + " " + customer.to() : "";
  }

  private static String expectations(ScenarioStep step) {
    return Stream.concat(
            step.states().stream().map(ScenarioStep.StateCheck::value),
            step.sees().values().stream()
                .flatMap(Continuity::events)
                .flatMap(event -> event.cells().values().stream()))
        .collect(Collectors.joining(" "));
  }

  private static Stream<ExpectedEvent> events(Sight sight) {
    return sight instanceof Sight.Exactly exactly
        ? exactly.events().stream()
        : sight instanceof Sight.Among among
            ? Stream.concat(among.contains().stream(), among.never().stream())
            : Stream.empty();
  }

  private static Map<String, String> kept(Deed deed) {
    return deed instanceof Deed.Send send
        ? send.keep()
        : deed instanceof Deed.WaitFor wait ? wait.keep() : Map.of();
  }
}
