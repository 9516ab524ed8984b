package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.target.Dialect;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.text.Excerpt;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.wire.Json;
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
public final class Survey {
  /** What was seen of a capability. */
  public enum Presence {
    /** Its command is understood. */
    PRESENT,
    /** Its command is refused as unsupported or unknown. */
    ABSENT,
    /** No command tells, or it could not be tried. */
    UNKNOWN
  }

  /**
   * What was seen of one capability.
   *
   * @param capability its name in the register
   * @param presence whether the target has it
   * @param evidence what was sent and what came, one sentence
   */
  public record Observation(String capability, Presence presence, String evidence) {}

  private static final String DISPOSITIONS = "dispositions";

  /** A command that does no harm and tells whether a capability is there. */
  private record Trial(String capability, Alias on, String command, String data) {}

  private static final List<Trial> TRIALS =
      List.of(
          new Trial("incontact", Alias.CHANNEL, "channel.request.incontact.getscripts", "{}"),
          new Trial(
              "multimedia",
              Alias.SESSION,
              "session.request.addchannel",
              "{\"channel\":{\"endpoint\":\"switchhook-survey\",\"type\":\"Chat\"}}"),
          new Trial("consult", Alias.INTERACTION, "interaction.consult", "{}"),
          new Trial("conference", Alias.INTERACTION, "interaction.consultconference", "{}"),
          new Trial("recording", Alias.INTERACTION, "interaction.request.recording.stop", "{}"),
          new Trial(
              "recording.pause", Alias.INTERACTION, "interaction.request.recording.pause", "{}"));

  /** So much of an answer's word is shown. */
  private static final int SHOWN = 200;

  private final Scene scene;
  private final Preparation preparation;

  private Survey(Scene scene) {
    this.scene = scene;
    this.preparation = new Preparation(scene);
  }

  /** Compares what the target declares with what it has; one result for each that can be told. */
  public static List<ScenarioResult> check(Stage stage, Collection<Requirement> requirements) {
    Collection<String> capabilities =
        requirements.stream()
            .map(Requirement::capability)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    if (capabilities.isEmpty()) {
      return List.of();
    }
    List<ScenarioResult> results = new ArrayList<>();
    for (Observation observation : observe(stage, capabilities)) {
      if (observation.presence() != Presence.UNKNOWN) {
        boolean declared = stage.target().capabilities().contains(observation.capability());
        results.add(result(observation, declared, results.size() + 1));
      }
    }
    return results;
  }

  /** Tries the commands of these capabilities in one session of the first agent. */
  public static List<Observation> observe(Stage stage, Collection<String> capabilities) {
    List<Observation> seen =
        new ArrayList<>(inASession(stage, survey -> survey.observe(capabilities)));
    if (capabilities.contains(DISPOSITIONS)) {
      seen.add(inASession(stage, Survey::completion));
    }
    return seen;
  }

  private static <T> T inASession(Stage stage, Function<Survey, T> look) {
    Scene scene =
        new Scene(stage, new Scenario("what the target has", "", 0, List.of(), List.of()));
    try {
      return look.apply(new Survey(scene));
    } finally {
      Rehearsal.leave(scene);
    }
  }

  /**
   * Completes an ended call without a choice, which must be confirmed where the channel has
   * dispositions at the moment. Where it cannot be given some, no other answer tells anything.
   */
  private Observation completion() {
    try {
      Participant alice = preparation.bring("Alice", Participant.Stage.READY);
      preparation.bring("Alice", Situation.ENDED);
      boolean given = scene.steering().can(DISPOSITIONS);
      if (given) {
        scene.steering().setDispositions(alice, Medium.CALL, false, Map.of("1", "switchhook"));
      }
      Answer answer = ask("interaction.complete", Alias.INTERACTION, "{}");
      return answer instanceof Answer.Message message
          ? completed(message.message().path("result").asText(), given)
          : unseen(((Answer.Lost) answer).deviation().text());
    } catch (Stop stop) {
      return unseen(why());
    }
  }

  private static Observation completed(String came, boolean given) {
    String evidence = "interaction.complete is answered with " + shown(came);
    if (came.equals("confirm")) {
      return new Observation(DISPOSITIONS, Presence.PRESENT, evidence);
    }
    return given && came.equals("success")
        ? new Observation(DISPOSITIONS, Presence.ABSENT, evidence + " on a channel that has some")
        : unseen(evidence + "; no command tells whether a channel may have some: declare it if so");
  }

  private static Observation unseen(String why) {
    return new Observation(DISPOSITIONS, Presence.UNKNOWN, why);
  }

  private Answer ask(String command, Alias on, String data) {
    Participant alice = scene.participant("Alice");
    ObjectNode request =
        Json.object().put("command", command).put("target", scene.values().written(alice, on));
    request.set("data", Json.parse(data).orElseThrow());
    return alice.line().request(Json.write(request), scene.target().timeouts().response());
  }

  private List<Observation> observe(Collection<String> capabilities) {
    List<Observation> seen = new ArrayList<>();
    for (Trial trial : TRIALS) {
      if (capabilities.contains(trial.capability())) {
        if (scene.allowance().wasSilent()) {
          seen.add(
              new Observation(
                  trial.capability(), Presence.UNKNOWN, "the target does not answer any more"));
          continue;
        }
        try {
          if (trial.on() == Alias.INTERACTION) {
            bringToCall();
          } else {
            preparation.bring("Alice", Participant.Stage.READY);
          }
          seen.add(attempt(trial));
        } catch (Stop stop) {
          seen.add(new Observation(trial.capability(), Presence.UNKNOWN, why()));
        }
      }
    }
    return seen;
  }

  private void bringToCall() {
    if (preparation
        .bring("Alice", Participant.Stage.READY)
        .view()
        .target(Alias.INTERACTION)
        .isEmpty()) {
      preparation.bring("Alice", Situation.CALL);
    }
  }

  private Observation attempt(Trial trial) {
    Answer answer = ask(trial.command(), trial.on(), trial.data());
    if (!(answer instanceof Answer.Message message)) {
      return new Observation(
          trial.capability(),
          Presence.UNKNOWN,
          trial.command() + ": " + ((Answer.Lost) answer).deviation().text());
    }
    preparation.absorb();
    JsonNode code = message.message().path("failure").path("code");
    Dialect dialect = scene.target().dialect();
    String came = code.isMissingNode() ? message.message().path("result").asText() : code.asText();
    return new Observation(
        trial.capability(),
        code.isMissingNode() ? Presence.PRESENT : presence(dialect.plainCode(code.asText())),
        trial.command() + " is answered with " + shown(came));
  }

  private static String shown(String word) {
    return Escape.line(Excerpt.of(word, SHOWN));
  }

  /** A code that the contract and the profile do not have may mean anything. */
  private static Presence presence(String code) {
    if (code.equals("unsupported") || code.equals("unknown-command")) {
      return Presence.ABSENT;
    }
    return Dialect.CODES.contains(code) ? Presence.PRESENT : Presence.UNKNOWN;
  }

  private String why() {
    return scene.result(null).findings().stream()
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
