package io.github.switchhook.conformance.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.execution.LoginCheck;
import io.github.switchhook.conformance.execution.Preamble;
import io.github.switchhook.conformance.execution.RunContext;
import io.github.switchhook.conformance.execution.ScenarioContext;
import io.github.switchhook.conformance.execution.ScenarioStoppedException;
import io.github.switchhook.conformance.execution.TestAgent;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.Capabilities;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.FailureCodes;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.protocol.Result;
import io.github.switchhook.conformance.scenario.AgentStage;
import io.github.switchhook.conformance.scenario.ContactType;
import io.github.switchhook.conformance.scenario.Situation;
import io.github.switchhook.conformance.session.Awaited;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.text.Excerpt;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.fixtures.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds out which capabilities a target has: a platform that lacks one refuses its commands as
 * unsupported, whatever else is wrong with them.
 */
public final class CapabilityProbe {
  /** Whether a target has a capability, as far as its answers tell. */
  public enum Presence {
    /** The target understands the capability's command. */
    PRESENT,
    /** The target refuses the capability's command as unsupported or unknown. */
    ABSENT,
    /** No command tells, or the command could not be tried. */
    UNKNOWN
  }

  /**
   * The result of probing one capability.
   *
   * @param capability its name in the register
   * @param presence whether the target has it
   * @param evidence what was sent and what came, one sentence
   */
  public record Observation(String capability, Presence presence, String evidence) {}

  /** A command that does no harm and tells whether a capability is there. */
  private record Trial(String capability, ObjectRole on, String command, String data) {}

  private static final List<Trial> TRIALS =
      List.of(
          new Trial(Capabilities.INCONTACT, ObjectRole.CHANNEL, Commands.CHANNEL_GET_SCRIPTS, "{}"),
          new Trial(
              Capabilities.MULTIMEDIA,
              ObjectRole.SESSION,
              Commands.SESSION_ADD_CHANNEL,
              "{\"channel\":{\"endpoint\":\"switchhook-survey\",\"type\":\"Chat\"}}"),
          new Trial(
              Capabilities.CONSULT, ObjectRole.INTERACTION, Commands.INTERACTION_CONSULT, "{}"),
          new Trial(
              Capabilities.CONFERENCE,
              ObjectRole.INTERACTION,
              Commands.INTERACTION_CONSULT_CONFERENCE,
              "{}"),
          new Trial(Capabilities.RECORDING, ObjectRole.INTERACTION, Commands.RECORDING_STOP, "{}"),
          new Trial(
              Capabilities.RECORDING_PAUSE,
              ObjectRole.INTERACTION,
              Commands.RECORDING_PAUSE,
              "{}"));

  /** The longest part of an answer that is shown, in UTF-16 units. */
  private static final int SHOWN = 200;

  private final ScenarioContext context;
  private final Preamble preamble;

  private CapabilityProbe(ScenarioContext context) {
    this.context = context;
    this.preamble = new Preamble(context);
  }

  /**
   * Compares the declared capabilities with the observed ones; one result for each that was
   * observed.
   */
  public static List<ScenarioResult> check(RunContext run, Collection<Requirement> requirements) {
    Collection<String> capabilities =
        requirements.stream()
            .map(Requirement::capability)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    if (capabilities.isEmpty()) {
      return List.of();
    }
    List<ScenarioResult> results = new ArrayList<>();
    for (Observation observation : observe(run, capabilities)) {
      if (observation.presence() != Presence.UNKNOWN) {
        boolean declared = run.target().capabilities().contains(observation.capability());
        results.add(result(observation, declared, results.size() + 1));
      }
    }
    return results;
  }

  /** Tries the commands of these capabilities in one session of the first agent. */
  public static List<Observation> observe(RunContext run, Collection<String> capabilities) {
    List<Observation> seen = new ArrayList<>(inASession(run, probe -> probe.observe(capabilities)));
    if (capabilities.contains(Capabilities.DISPOSITIONS)) {
      seen.add(inASession(run, CapabilityProbe::completion));
    }
    return seen;
  }

  private static <T> T inASession(RunContext run, Function<CapabilityProbe, T> look) {
    ScenarioContext context =
        new ScenarioContext(run, new Scenario("what the target has", "", 0, List.of(), List.of()));
    try {
      return look.apply(new CapabilityProbe(context));
    } finally {
      LoginCheck.leave(context);
    }
  }

  /**
   * Completes an ended call without a choice, which must be confirmed where the channel has
   * dispositions at the moment. Where the channel cannot be given dispositions, no other answer
   * tells anything.
   */
  private Observation completion() {
    try {
      TestAgent alice = preamble.bring(AgentNames.FIRST, AgentStage.READY);
      preamble.bring(AgentNames.FIRST, Situation.ENDED);
      boolean given = context.stimulusControl().can(Operations.DISPOSITIONS);
      if (given) {
        context
            .stimulusControl()
            .setDispositions(alice, ContactType.CALL, false, Map.of("1", "switchhook"));
      }
      Awaited answer = ask(Commands.INTERACTION_COMPLETE, ObjectRole.INTERACTION, "{}");
      return answer.fold(
          came -> completed(Result.of(came.message()), given),
          lost -> unseen(lost.deviation().text()));
    } catch (ScenarioStoppedException stop) {
      return unseen(why());
    }
  }

  private static Observation completed(String came, boolean given) {
    String evidence = "interaction.complete is answered with " + shown(came);
    if (came.equals("confirm")) {
      return new Observation(Capabilities.DISPOSITIONS, Presence.PRESENT, evidence);
    }
    return given && came.equals("success")
        ? new Observation(
            Capabilities.DISPOSITIONS, Presence.ABSENT, evidence + " on a channel that has some")
        : unseen(evidence + "; no command tells whether a channel may have some: declare it if so");
  }

  private static Observation unseen(String why) {
    return new Observation(Capabilities.DISPOSITIONS, Presence.UNKNOWN, why);
  }

  private Awaited ask(String command, ObjectRole on, String data) {
    TestAgent alice = context.testAgent(AgentNames.FIRST);
    ObjectNode request =
        Json.object().put("command", command).put("target", context.values().written(alice, on));
    request.set("data", Json.parse(data).orElseThrow());
    return alice.line().request(Json.write(request), context.target().timeouts().response());
  }

  private List<Observation> observe(Collection<String> capabilities) {
    List<Observation> seen = new ArrayList<>();
    for (Trial trial : TRIALS) {
      if (capabilities.contains(trial.capability())) {
        if (context.allowance().wasSilent()) {
          seen.add(
              new Observation(
                  trial.capability(), Presence.UNKNOWN, "the target does not answer any more"));
          continue;
        }
        try {
          if (trial.on() == ObjectRole.INTERACTION) {
            bringToCall();
          } else {
            preamble.bring(AgentNames.FIRST, AgentStage.READY);
          }
          seen.add(attempt(trial));
        } catch (ScenarioStoppedException stop) {
          seen.add(new Observation(trial.capability(), Presence.UNKNOWN, why()));
        }
      }
    }
    return seen;
  }

  private void bringToCall() {
    if (preamble
        .bring(AgentNames.FIRST, AgentStage.READY)
        .view()
        .target(ObjectRole.INTERACTION)
        .isEmpty()) {
      preamble.bring(AgentNames.FIRST, Situation.CALL);
    }
  }

  private Observation attempt(Trial trial) {
    return ask(trial.command(), trial.on(), trial.data())
        .fold(
            came -> answered(trial, came.message()),
            lost ->
                new Observation(
                    trial.capability(),
                    Presence.UNKNOWN,
                    trial.command() + ": " + lost.deviation().text()));
  }

  private Observation answered(Trial trial, JsonNode answer) {
    preamble.absorb();
    JsonNode code = answer.path("failure").path("code");
    Dialect dialect = context.target().dialect();
    String came = code.isMissingNode() ? Result.of(answer) : code.asText();
    return new Observation(
        trial.capability(),
        code.isMissingNode() ? Presence.PRESENT : presence(dialect.plainCode(code.asText())),
        trial.command() + " is answered with " + shown(came));
  }

  private static String shown(String word) {
    return Escape.line(Excerpt.of(word, SHOWN));
  }

  /** Returns what a failure code tells; one that neither contract nor profile has tells nothing. */
  private static Presence presence(String code) {
    if (code.equals(FailureCodes.UNSUPPORTED) || code.equals(FailureCodes.UNKNOWN_COMMAND)) {
      return Presence.ABSENT;
    }
    return FailureCodes.ALL.contains(code) ? Presence.PRESENT : Presence.UNKNOWN;
  }

  private String why() {
    return context.result(null).findings().stream()
        .map(Finding::text)
        .collect(Collectors.joining("; "));
  }

  private static ScenarioResult result(Observation observation, boolean declared, int line) {
    boolean present = observation.presence() == Presence.PRESENT;
    String name =
        observation.capability()
            + (declared ? " is declared, so it is there" : " is not declared, so it is not there");
    List<Finding> findings =
        declared == present
            ? List.of()
            : List.of(
                new Finding(
                    declared ? Verdict.FAIL : Verdict.WARN,
                    List.of(),
                    List.of(),
                    declared
                        ? "the profile declares "
                            + observation.capability()
                            + ", but the target does not have it: "
                            + observation.evidence()
                        : "the target seems to have "
                            + observation.capability()
                            + ", but the profile does not declare it: "
                            + observation.evidence()));
    return new ScenarioResult(
        new Scenario(name, Scenario.SURVEY, line, List.of(), List.of()),
        findings,
        true,
        Duration.ZERO,
        List.of());
  }
}
