package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.fixtures.MagicNumber;
import io.github.switchhook.fixtures.MagicNumbers;
import io.github.switchhook.fixtures.Spelling;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses a scenario with a step that names an agent or a variable that it does not have by then.
 */
final class ScenarioValidator {
  private static final Pattern NAME = Pattern.compile("\\$([A-Za-z][A-Za-z0-9]*+)(?![A-Za-z0-9.])");

  /** The placeholders that every target has, beside the roles of numbers. */
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
    ScenarioValidator validator = new ScenarioValidator(scenario);
    scenario.steps().forEach(validator::check);
  }

  private void check(ScenarioStep step) {
    Set<String> named = new HashSet<>(step.sees().keySet());
    step.states().forEach(state -> named.add(state.agent()));
    Names action = step.action().accept(new ActionNames());
    action.agent().ifPresent(named::add);
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
    variables(action.text(), step.place());
    names.addAll(action.kept());
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

  private static String expectations(ScenarioStep step) {
    return Stream.concat(
            step.states().stream().map(ScenarioStep.StateCheck::value),
            step.sees().values().stream()
                .flatMap(ScenarioValidator::events)
                .flatMap(event -> event.cells().values().stream()))
        .collect(Collectors.joining(" "));
  }

  private static Stream<ExpectedEvent> events(ExpectedEvents expected) {
    return expected.fold(
        exactly -> exactly.events().stream(),
        among -> Stream.concat(among.contains().stream(), among.never().stream()));
  }

  /**
   * The names that an action uses.
   *
   * @param agent the agent that it needs; empty for an action that needs none
   * @param text the text in which variables may stand
   * @param kept the variables that it fills
   */
  private record Names(Optional<String> agent, String text, Set<String> kept) {
    Names(Optional<String> agent) {
      this(agent, "", Set.of());
    }

    Names(String agent) {
      this(Optional.of(agent));
    }
  }

  private static final class ActionNames implements ActionVisitor<Names> {
    @Override
    public Names send(Action.Send send) {
      return new Names(
          Optional.of(send.agent()),
          send.to().orElse("") + " " + send.data(),
          send.keep().keySet());
    }

    @Override
    public Names disconnect(Action.Disconnect disconnect) {
      return new Names(disconnect.agent());
    }

    @Override
    public Names takeOver(Action.TakeOver takeOver) {
      return new Names(takeOver.agent());
    }

    @Override
    public Names customer(Action.Customer customer) {
      return new Names(
          Optional.of(customer.to()).filter(AgentNames.IDS::contains),
          customer.from() + " " + customer.to(),
          Set.of());
    }

    @Override
    public Names partyActs(Action.PartyActs acts) {
      return new Names(acts.of());
    }

    @Override
    public Names hasHeard(Action.HasHeard heard) {
      return new Names(heard.of());
    }

    @Override
    public Names pass(Action.Pass pass) {
      return new Names(Optional.empty());
    }

    @Override
    public Names waitFor(Action.WaitFor wait) {
      return new Names(
          Optional.of(wait.agent()),
          wait.event().cells().values().toString(),
          wait.keep().keySet());
    }

    @Override
    public Names setDispositions(Action.SetDispositions set) {
      return new Names(set.agent());
    }
  }
}
