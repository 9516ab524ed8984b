package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Capabilities;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.fixtures.Aspect;
import io.github.switchhook.fixtures.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges which commands an object allows, as its last state event says (PROTOCOL 3, actions):
 * exactly those that the scenario lists and the target has, in any order.
 */
public final class AllowedCommands {
  private static final String COLUMN = "actions";

  /** The capability that a command needs, by the beginning of the command's name. */
  private static final Map<String, String> NEEDS =
      Map.of(
          "session.request.incontact.",
          Capabilities.INCONTACT,
          "channel.request.incontact.",
          Capabilities.INCONTACT,
          Commands.INTERACTION_CONSULT,
          Capabilities.CONSULT,
          Commands.INTERACTION_ALTERNATE,
          Capabilities.CONSULT,
          Commands.INTERACTION_CONSULT_CONFERENCE,
          Capabilities.CONFERENCE,
          Commands.CONVERSATION_BLIND_CONFERENCE,
          Capabilities.CONFERENCE,
          "interaction.request.recording.",
          Capabilities.RECORDING,
          Commands.RECORDING_PAUSE,
          Capabilities.RECORDING_PAUSE,
          Commands.RECORDING_RESUME,
          Capabilities.RECORDING_PAUSE);

  private final ScenarioContext context;

  public AllowedCommands(ScenarioContext context) {
    this.context = context;
  }

  /** Records where the last state event of an object allows other commands. */
  public void judge(TestAgent testAgent, ObjectRole object, List<String> commands) {
    Target target = context.target();
    Dialect dialect = target.dialect();
    if (!dialect.reports(object.kind(), COLUMN)) {
      context
          .recorder()
          .skip(
              Aspect.ACTIONS,
              "the target does not report which commands a " + object.kind() + " allows");
      return;
    }
    Set<String> expected =
        commands.stream()
            .filter(command -> has(target, command))
            .map(dialect.requests()::command)
            .map(command -> dialect.value(object.kind(), COLUMN, command))
            .collect(Collectors.toCollection(TreeSet::new));
    String whose = testAgent.name() + "'s " + object.words();
    List<Deviation> found =
        testAgent
            .view()
            .actions(object)
            .map(actual -> deviations(whose, expected, actual))
            .orElseGet(() -> List.of(none(whose, dialect, object)));
    if (!found.isEmpty()) {
      context
          .recorder()
          .record(
              Aspect.ACTIONS,
              found,
              "what " + whose + " allows\n" + FindingRecorder.lines(found),
              requirement -> concerns(requirement, object, expected.isEmpty()));
    }
  }

  private static boolean concerns(Requirement requirement, ObjectRole object, boolean gone) {
    String of = gone ? Requirement.GONE : object.words();
    return of.equals(requirement.object())
        || (!gone && object.kind().equals(requirement.object()) && object != ObjectRole.CONSULT);
  }

  private static boolean has(Target target, String command) {
    return NEEDS.keySet().stream()
        .filter(command::startsWith)
        .map(NEEDS::get)
        .allMatch(target.capabilities()::contains);
  }

  private static List<Deviation> deviations(
      String whose, Set<String> expected, List<String> actual) {
    List<Deviation> found = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (String command : actual) {
      if (!expected.contains(command)) {
        found.add(new Deviation(DeviationKind.EXTRA, whose + " allows " + command));
      } else if (!seen.add(command)) {
        found.add(new Deviation(DeviationKind.DUPLICATED, whose + " lists " + command + " twice"));
      }
    }
    for (String command : expected) {
      if (!seen.contains(command)) {
        found.add(new Deviation(DeviationKind.MISSING, whose + " does not allow " + command));
      }
    }
    return found;
  }

  private static Deviation none(String whose, Dialect dialect, ObjectRole object) {
    return new Deviation(
        DeviationKind.MISSING,
        "the last state event of "
            + whose
            + " has no list at "
            + dialect.pointer(object.kind(), COLUMN)
            + "; where the target reports none, set dialect: {data: {actions: {reported: false}}}");
  }
}
