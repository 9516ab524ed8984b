package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.profile.Target;
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
final class ScenarioValidator {
  private static final Pattern NAME = Pattern.compile("\\$([A-Za-z][A-Za-z0-9]*+)(?![A-Za-z0-9.])");

  /** What every target names, beside the roles of numbers. */
  private static final Set<String> ALWAYS =
      Set.of("group", "session", "channel", "interaction", "conversation", "consult");

  private final Set<String> agents;
  private final Set<String> names = new TreeSet<>();

  private ScenarioValidator(ScenarioFile scenario) {
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
    ScenarioValidator continuity = new ScenarioValidator(scenario);
    scenario.steps().forEach(continuity::check);
  }

  private void check(ScenarioStep step) {
    Set<String> named = new HashSet<>(step.sees().keySet());
    step.states().forEach(state -> named.add(state.agent()));
    agent(step.action()).ifPresent(named::add);
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
    variables(text(step.action()), step.place());
    names.addAll(kept(step.action()).keySet());
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

  private static Optional<String> agent(Action action) {
    if (action instanceof Action.Send send) {
      return Optional.of(send.agent());
    } else if (action instanceof Action.WaitFor wait) {
      return Optional.of(wait.agent());
    } else if (action instanceof Action.PartyActs acts) {
      return acts.of();
    } else if (action instanceof Action.HasHeard heard) {
      return heard.of();
    } else if (action instanceof Action.SetDispositions set) {
      return Optional.of(set.agent());
    } else if (action instanceof Action.Disconnect gone) {
      return Optional.of(gone.agent());
    } else if (action instanceof Action.TakeOver over) {
      return Optional.of(over.agent());
    }
    return action instanceof Action.Customer customer && ScenarioFile.AGENTS.contains(customer.to())
        ? Optional.of(customer.to())
        : Optional.empty();
  }

  private static String text(Action action) {
    if (action instanceof Action.Send send) {
      return send.to().orElse("") + " " + send.data();
    } else if (action instanceof Action.WaitFor wait) {
      return wait.event().cells().values().toString();
    }
    return action instanceof Action.Customer customer ? customer.from() + " " + customer.to() : "";
  }

  private static String expectations(ScenarioStep step) {
    return Stream.concat(
            step.states().stream().map(ScenarioStep.StateCheck::value),
            step.sees().values().stream()
                .flatMap(ScenarioValidator::events)
                .flatMap(event -> event.cells().values().stream()))
        .collect(Collectors.joining(" "));
  }

  private static Stream<ExpectedEvent> events(ExpectedEvents expected) {
    return expected instanceof ExpectedEvents.Exactly exactly
        ? exactly.events().stream()
        : expected instanceof ExpectedEvents.Among among
            ? Stream.concat(among.contains().stream(), among.never().stream())
            : Stream.empty();
  }

  private static Map<String, String> kept(Action action) {
    return action instanceof Action.Send send
        ? send.keep()
        : action instanceof Action.WaitFor wait ? wait.keep() : Map.of();
  }
}
