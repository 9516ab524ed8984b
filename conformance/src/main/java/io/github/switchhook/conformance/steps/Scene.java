package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.match.SequenceComparison;
import io.github.switchhook.conformance.target.Agent;
import io.github.switchhook.conformance.target.Correction;
import io.github.switchhook.conformance.target.Ordering;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.verdict.Docket;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.EnvelopedConnection;
import io.github.switchhook.conformance.wire.Json;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLog;
import io.github.switchhook.fixtures.Aspect;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One scenario while it is played: who takes part, what this step is, what was found. The step
 * sentences are in {@link Sentences}; what they share is here. Used by the kit's thread alone.
 */
public final class Scene {
  private static final List<String> NAMES = List.of("Alice", "Bob", "Carol", "Dave");

  /** Who calls when a scenario only says that a customer does, unless the target names numbers. */
  private static final Map<String, String> CALLERS =
      Map.of("caller", "5559000", "otherCaller", "5559001");

  private final Stage stage;
  private final Scenario scenario;
  private final Docket docket;
  private final WireLog log;
  private final Farewell farewell;
  private final long began;
  private final Map<String, Participant> participants = new LinkedHashMap<>();
  private @Nullable Act act;
  private boolean stopped;
  private boolean changedTheSwitch;
  private boolean stimulated;

  /** Opens the scene; nothing is connected yet. */
  public Scene(Stage stage, Scenario scenario) {
    this.stage = stage;
    this.scenario = scenario;
    this.docket = new Docket(scenario.requirements());
    this.log = stage.newLog();
    this.farewell = new Farewell(stage, log);
    this.began = stage.micros();
  }

  /**
   * Notes in the log that a sentence begins; the rest of a scenario that has stopped is skipped.
   */
  public void beginStep(String keyword, String text) {
    if (!stopped) {
      log.note(WireLine.Direction.STEP, keyword + " " + text);
    }
  }

  /** Ends the scenario at once if this target cannot play it. */
  void begin() {
    List<String> lacking =
        scenario.capabilities().stream()
            .filter(needed -> !target().capabilities().contains(needed))
            .sorted()
            .toList();
    if (!lacking.isEmpty()) {
      throw stop(
          Verdict.NOT_SUPPORTED, "the target does not declare " + String.join(", ", lacking));
    }
    if (stage.targetIsGone()) {
      throw stop(
          Verdict.INCONCLUSIVE, "not played, because several scenarios in a row could not log in");
    }
  }

  /** Ends the last step, then leaves the target as it was found. */
  void end() {
    try {
      if (!stopped) {
        closeAct();
        participants.values().forEach(p -> p.lines().forEach(AgentLine::absorbWaiting));
        // What a target holds back until the next request is late too.
        participants.values().stream().limit(1).forEach(farewell::logOut);
        chargeLate();
      }
    } finally {
      participants.values().forEach(farewell::to);
      close();
    }
  }

  /** Leaves without a word about what the target says to that. */
  void close() {
    participants.values().forEach(participant -> participant.lines().forEach(AgentLine::close));
    restore();
  }

  /**
   * Returns how it ended. {@code error} is what went wrong with the scenario itself, null if
   * nothing did.
   */
  public ScenarioResult result(@Nullable String error) {
    if (error != null) {
      close(Verdict.ERROR, error);
    }
    return new ScenarioResult(
        scenario,
        docket.findings(),
        !stopped && error == null,
        Duration.ofNanos((stage.micros() - began) * 1_000),
        log.lines());
  }

  // --- who takes part

  Participant participant(String name) {
    return Optional.ofNullable(participants.get(name)).orElseGet(() -> connect(name));
  }

  private Participant connect(String name) {
    Agent agent =
        target()
            .agent(NAMES.indexOf(name))
            .orElseThrow(
                () -> stop(Verdict.NOT_SUPPORTED, "the target has no agent to play " + name));
    Participant joined =
        new Participant(name, agent, target().dialect(), open(name), docket::remark);
    participants.put(name, joined);
    return joined;
  }

  /** Returns who takes part, in the order in which they joined. */
  List<Participant> participants() {
    return List.copyOf(participants.values());
  }

  void forEachParticipant(Consumer<Participant> action) {
    participants.values().forEach(action);
  }

  /** Remembers whom a successful command brings to the other end. */
  void noteParty(Participant participant, String command, JsonNode data) {
    Participant.Party party =
        switch (command) {
          case "channel.dial" -> Participant.Party.FAR_END;
          case "interaction.consult" -> Participant.Party.CONSULTED;
          case "conversation.blindconference" -> Participant.Party.THIRD;
          default -> null;
        };
    if (party != null) {
      participant.meets(party, data.path("destination").asText());
    }
  }

  /** Returns the agent who has somebody in this place; the first one if several do. */
  Participant whoMeets(Participant.Party party) {
    return participants.values().stream()
        .filter(participant -> participant.address(party).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the scenario makes somebody act who is in no call: " + party));
  }

  AgentLine openAnother(Participant participant) {
    return participant.addLine(open(participant.name()), docket::remark);
  }

  private EnvelopedConnection open(String name) {
    try {
      return new EnvelopedConnection(stage.wire().connect(name, log), target().envelope());
    } catch (Wire.UnreachableException e) {
      stage.loginFailed();
      throw stop(Verdict.INCONCLUSIVE, stage.secrets().redact(String.valueOf(e.getMessage())));
    }
  }

  // --- what this step is

  /** Begins a When. Whatever comes from now on belongs to it. */
  void beginAct() {
    closeAct();
    for (Participant participant : participants.values()) {
      participant.lines().forEach(AgentLine::absorbWaiting);
    }
    chargeLate();
    act = null;
  }

  void perform(Act performed) {
    act = performed;
  }

  Act act() {
    if (act == null) {
      throw new IllegalStateException("the scenario asserts something before its first When");
    }
    return act;
  }

  /** Reads until nothing more can come, on every connection. */
  void settle() {
    Ordering ordering = ordering();
    stimulated = false;
    if (ordering instanceof Ordering.Barrier) {
      for (Participant participant : participants.values()) {
        participant.lines().forEach(AgentLine::sendBarrier);
      }
    }
    for (Participant participant : participants.values()) {
      for (AgentLine line : participant.lines()) {
        Optional<Answer.Lost> lost =
            ordering instanceof Ordering.Quiet quiet
                ? line.awaitQuiet(quiet.window())
                : line.awaitBarrier(target().timeouts().response());
        lost.ifPresent(what -> notSettled(participant, what));
      }
    }
    Act current = act;
    if (current != null) {
      current.settle();
    }
  }

  /** No request orders what the target was made to do beside the protocol. */
  private Ordering ordering() {
    return stimulated
            && target().ordering() instanceof Ordering.Barrier barrier
            && !barrier.afterStimulus().isZero()
        ? new Ordering.Quiet(barrier.afterStimulus())
        : target().ordering();
  }

  /**
   * Tells whether a step of one agent is settled by a barrier on that agent's connection, because
   * nobody else takes part.
   */
  boolean settlesAlone() {
    return participants.size() == 1 && target().ordering() instanceof Ordering.Barrier;
  }

  private void notSettled(Participant participant, Answer.Lost lost) {
    if (!lost.over()) {
      throw stop(
          Verdict.INCONCLUSIVE,
          lost.deviation().text()
              + " to the refused request "
              + AgentLine.BARRIER
              + " on "
              + participant.name()
              + "'s connection, which was to prove that nothing more follows; where the target answers no such request, set ordering:"
              + " {quietMillis: ...} in its file");
    }
    if (act == null) {
      throw stop(Verdict.INCONCLUSIVE, participant.name() + ": " + lost.deviation().text());
    }
    charge(
        Aspect.EVENTS,
        List.of(lost.deviation()),
        participant.name() + ": " + lost.deviation().text());
  }

  /** Reads what this step causes, if that was not done yet. */
  void settleAct() {
    if (!act().isSettled()) {
      settle();
    }
  }

  // --- what is judged

  void sees(Participant participant, List<ExpectedEvent> expected) {
    act().judge(participant);
    compare(participant, expected);
  }

  void seesNothing() {
    settleAct();
    for (Participant participant : participants.values()) {
      if (!(act().hasJudged(participant) && corrected(participant).isPresent())) {
        act().judge(participant);
        compare(participant, List.of());
      }
    }
    act().eventsAreJudged();
  }

  private void compare(Participant participant, List<ExpectedEvent> expected) {
    compare(participant, expected, participant.takeEvents());
  }

  /** Charges what is wrong with a whole sequence, if anything is. */
  void compare(Participant participant, List<ExpectedEvent> expected, List<ActualEvent> actual) {
    SequenceComparison comparison = SequenceComparison.of(expected, actual, target().dialect());
    if (!comparison.exact()) {
      String title =
          "what "
              + participant.name()
              + " sees"
              + (expected.isEmpty() ? " (expected: nothing)" : "");
      charge(
          Aspect.EVENTS,
          comparison.deviations(),
          title
              + "\n"
              + lines(comparison.deviations())
              + "\n"
              + comparison.render().indent(2).stripTrailing());
    }
  }

  /**
   * Returns the rows that the target's profile puts in place of what the scenario says that an
   * agent sees, if it corrects that.
   */
  Optional<List<Map<String, String>>> corrected(Participant participant) {
    return act()
        .exchange()
        .filter(exchange -> exchange.line() == participant.line())
        .flatMap(exchange -> exchange.request().property("command"))
        .flatMap(
            command ->
                target().corrections().stream()
                    .filter(correction -> concerns(correction, command))
                    .findFirst())
        .flatMap(Correction::events);
  }

  private boolean concerns(Correction correction, String command) {
    return correction.events().isPresent()
        && correction.scenario().map(scenario.name()::equals).orElse(true)
        && scenario.requirements().stream()
            .anyMatch(
                requirement ->
                    requirement.id().equals(correction.id())
                        && (requirement.command() == null
                            || requirement.command().equals(command)));
  }

  /** Ends the scenario if the target logs in in its own way, which leaves this untested. */
  void needsPrepareSession() {
    if (!target().login().isEmpty()) {
      throw stop(
          Verdict.NOT_SUPPORTED, "the target does not log in by prepareSession, see its profile");
    }
  }

  /** Charges what is wrong with a response, if anything is. */
  void judgeAnswer(Aspect aspect, List<Deviation> deviations) {
    if (!deviations.isEmpty()) {
      charge(aspect, deviations, "the response\n" + lines(deviations));
    }
  }

  /** Records a failed assertion; stops the scenario if that breaks a MUST. */
  void charge(Aspect aspect, List<Deviation> deviations, String text) {
    Act current = act;
    String where = current == null ? "" : current.label() + ": ";
    Verdict verdict = docket.charge(aspect, deviations, stage.secrets().redact(where + text));
    log.note(WireLine.Direction.FINDING, verdict + " " + where + text);
    if (verdict == Verdict.FAIL) {
      stopped = true;
      throw new Stop();
    }
  }

  private static String lines(List<Deviation> deviations) {
    return deviations.stream()
        .map(deviation -> "  " + deviation.kind().words() + ": " + deviation.text())
        .collect(Collectors.joining("\n"));
  }

  /** Records that one aspect cannot be judged on this target; the scenario goes on. */
  void skip(Aspect aspect, String why) {
    docket.skip(aspect, why);
  }

  /** Records how the whole scenario ends and returns what to throw. */
  Stop stop(Verdict verdict, String why) {
    stopped = true;
    close(verdict, why);
    return new Stop();
  }

  private void close(Verdict verdict, String why) {
    docket.close(verdict, stage.secrets().redact(why));
    log.note(WireLine.Direction.FINDING, verdict + " " + why);
  }

  private void closeAct() {
    Act ending = act;
    if (ending == null) {
      return;
    }
    if (ending.owesAnswer() || ending.owesEvents()) {
      throw new IllegalStateException(
          "the scenario does not say "
              + (ending.owesAnswer() ? "how the request is answered" : "which events follow")
              + ": "
              + ending.label());
    }
    settleAct();
    for (Participant participant : participants.values()) {
      if (!ending.hasJudged(participant)) {
        compare(participant, List.of());
        ending.judge(participant);
      }
    }
  }

  private void chargeLate() {
    Act ended = act;
    for (Participant participant : participants.values()) {
      List<ActualEvent> late = participant.takeEvents();
      if (!late.isEmpty() && ended != null) {
        List<Deviation> deviations =
            late.stream()
                .map(
                    event ->
                        new Deviation(
                            DeviationKind.LATE,
                            event.name()
                                + (event.target().isEmpty() ? "" : " on " + event.target())
                                + " came after the step was over"))
                .toList();
        charge(
            Aspect.EVENTS,
            deviations,
            "what " + participant.name() + " sees\n" + lines(deviations));
      }
    }
  }

  // --- what may be done to the target

  Target target() {
    return stage.target();
  }

  Stage stage() {
    return stage;
  }

  /** Returns the address of the customer who calls or writes. */
  String caller() {
    return number("caller");
  }

  /** Returns the address of another customer. */
  String otherCaller() {
    return number("otherCaller");
  }

  boolean can(String operation) {
    return stage.stimulus().can(operation);
  }

  /** Makes the target do something beside the protocol; ends the scenario if it cannot. */
  JsonNode stimulate(String operation, ObjectNode arguments) {
    if (!can(operation)) {
      throw stop(Verdict.NOT_SUPPORTED, "the target cannot be made to: " + operation);
    }
    stimulated = true;
    try {
      log.note(
          WireLine.Direction.ACT,
          Json.write(Json.object().put("act", operation).setAll(arguments)));
      return stage.stimulus().perform(operation, arguments);
    } catch (RuntimeException e) {
      throw stop(
          Verdict.INCONCLUSIVE,
          "the target could not be made to "
              + operation
              + " "
              + Json.write(arguments)
              + ": "
              + e.getMessage());
    }
  }

  /** Notes that the switch itself was changed, not only its calls. */
  void changesTheSwitch() {
    changedTheSwitch = true;
  }

  // --- names

  /** Returns the value of a placeholder for this agent. */
  String value(Participant acting, String name) {
    int dot = name.indexOf('.');
    if (name.equals("group")) {
      return group(acting);
    }
    if (dot < 0) {
      return Alias.of(name).map(alias -> written(acting, alias)).orElseGet(() -> number(name));
    }
    String who = name.substring(0, dot);
    Agent agent = who.equals("agent") ? acting.agent() : agentCalled(who);
    return switch (name.substring(dot + 1)) {
      case "id" -> agent.id();
      case "password" -> agent.password().value();
      case "extension" -> agent.extension();
      case "chat" -> Medium.CHAT.endpoint(agent);
      case "email" -> Medium.EMAIL.endpoint(agent);
      default ->
          written(
              who.equals("agent") ? acting : participant(capitalized(who)),
              Alias.of(name.substring(dot + 1)).orElseThrow());
    };
  }

  String written(Participant participant, Alias alias) {
    return participant
        .written(alias)
        .orElseThrow(
            () ->
                stop(
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
      throw stop(Verdict.NOT_APPLICABLE, "the target's channels stand in no group");
    }
    return channel.substring(0, channel.lastIndexOf('.'));
  }

  private String number(String role) {
    return Optional.ofNullable(target().numbers().get(role))
        .or(() -> Optional.ofNullable(CALLERS.get(role)))
        .orElseThrow(
            () -> stop(Verdict.NOT_SUPPORTED, "the target names no number for the role " + role));
  }

  private Agent agentCalled(String who) {
    return target()
        .agent(NAMES.indexOf(capitalized(who)))
        .orElseThrow(
            () ->
                stop(Verdict.NOT_SUPPORTED, "the target has no agent to play " + capitalized(who)));
  }

  private static String capitalized(String who) {
    return who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1);
  }

  // --- leaving

  private void restore() {
    try {
      if (can("reset")) {
        if (!participants.isEmpty() || changedTheSwitch) {
          stage.stimulus().perform("reset", Json.object());
        }
      } else if (changedTheSwitch && can("capability")) {
        for (String capability : target().capabilities()) {
          stage
              .stimulus()
              .perform("capability", Json.object().put("name", capability).put("on", true));
        }
      }
    } catch (RuntimeException e) {
      close(
          Verdict.INCONCLUSIVE,
          "the target could not be brought back to where it was: " + e.getMessage());
    }
  }
}
