package io.github.switchhook.conformance.report;

import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.catalogue.Sentences;
import io.github.switchhook.conformance.catalogue.Step;
import io.github.switchhook.conformance.protocol.FailureCodes;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.scenario.Situation;
import io.github.switchhook.conformance.verdict.RequirementResult;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of commands by situation, and how each was answered. Read from the sentences of the
 * scenarios: the first command that a scenario sends, and the situation its agent was brought into.
 *
 * @param situations the columns, in the order of a call's life
 * @param rows one for each command
 */
public record StateMatrix(List<String> situations, List<CommandStates> rows) {
  private static final List<String> STAGES = List.of("connected", "prepared", "logged in", "ready");
  private static final Pattern IS_AT_STAGE = Pattern.compile(Sentences.IS_AT_STAGE);
  private static final Pattern HAS_SITUATION = Pattern.compile(Sentences.HAS_SITUATION);
  private static final Pattern HAS_DIALLED = Pattern.compile(Sentences.HAS_DIALLED);
  private static final Pattern IS_OFFERED_CALL = Pattern.compile(Sentences.IS_OFFERED_CALL);
  private static final Pattern IS_OFFERED_MESSAGE = Pattern.compile(Sentences.IS_OFFERED_MESSAGE);
  private static final Pattern LACKS = Pattern.compile(Sentences.LACKS);
  private static final Pattern SENDS = Pattern.compile(Sentences.SENDS);
  private static final Pattern REFUSED = Pattern.compile(Sentences.IS_REFUSED);

  /** Refusals for another reason say nothing about the situation. */
  private static final Set<String> REFUSED_FOR_THE_SITUATION =
      Set.of(
          FailureCodes.INVALID_STATE,
          FailureCodes.SESSION_NOT_STARTED,
          FailureCodes.UNKNOWN_TARGET);

  /** The marks of a cell. */
  public enum CellMark {
    /** No object can be addressed in that situation, or no scenario plays it. */
    NONE("", "nothing to address, or no scenario"),
    /** The command is accepted, as it should be. */
    ACCEPTED("✓", "tested positive: accepted, as it should be"),
    /** The command is refused, as it should be. */
    REFUSED("⊘", "tested negative: refused, as it should be"),
    /** Some objects accept it there and others refuse it. */
    BOTH("✓⊘", "tested positive and negative: depends on the object"),
    /** The run ended before the scenario. */
    NOT_RUN("…", "not run"),
    /** The target could not be brought there. */
    UNREACHED("∅", "not reachable on this target"),
    /** The target deviates from PROTOCOL. */
    BAD("✗", "deviates");

    private final String sign;
    private final String words;

    CellMark(String sign, String words) {
      this.sign = sign;
      this.words = words;
    }

    String sign() {
      return sign;
    }

    String words() {
      return words;
    }

    String style() {
      return "m-" + name();
    }
  }

  /** One command, with a cell for each situation. */
  public record CommandStates(String command, List<SituationCell> cells) {}

  /**
   * One command in one situation.
   *
   * @param scenarios the results of the scenarios that play it
   */
  public record SituationCell(
      String command, String situation, CellMark mark, List<ScenarioResult> scenarios) {
    boolean played() {
      return !scenarios.isEmpty();
    }

    /** Returns the text of a cell without a link. */
    String blank() {
      return mark == CellMark.NOT_RUN ? mark.sign() : "·";
    }

    /** Returns the place of the scenario to look at first. */
    String place() {
      return scenarios.stream()
          .max((a, b) -> a.verdict().compareTo(b.verdict()))
          .map(result -> result.scenario().place())
          .orElse("");
    }

    String title() {
      return command
          + ", "
          + situation
          + ": "
          + mark.words()
          + (played() ? " (" + scenarios.size() + ")" : "");
    }
  }

  private record Situated(String agent, String situation) {}

  private record Sent(String command, String situation, boolean accepted) {}

  public static StateMatrix of(
      List<RequirementResult> requirements, List<ScenarioResult> results, List<Scenario> notRun) {
    Map<String, Map<String, List<ScenarioResult>>> played = new LinkedHashMap<>();
    Stream.concat(
            requirements.stream().map(RequirementResult::requirement),
            notRun.stream().flatMap(scenario -> scenario.requirements().stream()))
        .flatMap(requirement -> Stream.ofNullable(requirement.command()))
        .forEach(command -> played.putIfAbsent(command, new LinkedHashMap<>()));
    for (ScenarioResult result : results) {
      sent(result.scenario())
          .ifPresent(
              sent ->
                  Optional.ofNullable(played.get(sent.command()))
                      .ifPresent(
                          row ->
                              row.computeIfAbsent(sent.situation(), s -> new ArrayList<>())
                                  .add(result)));
    }
    for (Scenario scenario : notRun) {
      sent(scenario)
          .ifPresent(
              sent ->
                  Optional.ofNullable(played.get(sent.command()))
                      .ifPresent(
                          row -> row.computeIfAbsent(sent.situation(), s -> new ArrayList<>())));
    }
    Set<String> columns = new LinkedHashSet<>(STAGES);
    columns.addAll(Situation.phrases());
    columns.retainAll(played.values().stream().flatMap(row -> row.keySet().stream()).toList());
    List<CommandStates> rows =
        played.entrySet().stream()
            .map(entry -> row(entry.getKey(), entry.getValue(), columns))
            .toList();
    return new StateMatrix(List.copyOf(columns), rows);
  }

  private static CommandStates row(
      String command, Map<String, List<ScenarioResult>> played, Set<String> columns) {
    return new CommandStates(
        command,
        columns.stream()
            .map(
                situation -> {
                  List<ScenarioResult> results = played.get(situation);
                  return results == null
                      ? new SituationCell(command, situation, CellMark.NONE, List.of())
                      : new SituationCell(command, situation, mark(results), results);
                })
            .toList());
  }

  private static CellMark mark(List<ScenarioResult> results) {
    boolean accepted = false;
    boolean refused = false;
    for (ScenarioResult result : results) {
      Verdict verdict = result.verdict();
      if (verdict == Verdict.WARN || verdict.compareTo(Verdict.INCONCLUSIVE) > 0) {
        return CellMark.BAD;
      }
      if (verdict == Verdict.PASS) {
        boolean positive = sent(result.scenario()).map(Sent::accepted).orElse(false);
        accepted |= positive;
        refused |= !positive;
      }
    }
    if (accepted || refused) {
      return accepted && refused ? CellMark.BOTH : accepted ? CellMark.ACCEPTED : CellMark.REFUSED;
    }
    return results.isEmpty() ? CellMark.NOT_RUN : CellMark.UNREACHED;
  }

  /** Returns what a scenario is about; empty if it is not about a command in a situation. */
  private static Optional<Sent> sent(Scenario scenario) {
    Map<String, String> situations = new LinkedHashMap<>();
    List<Step> steps = scenario.steps();
    for (int i = 0; i < steps.size(); i++) {
      String text = steps.get(i).text();
      if (LACKS.matcher(text).matches()) {
        return Optional.empty();
      }
      Optional<Situated> situated = situated(text);
      if (situated.isPresent()) {
        situations.put(situated.get().agent(), situated.get().situation());
      } else if (steps.get(i).keyword().equals("When")) {
        Matcher sends = SENDS.matcher(text);
        boolean toObject = sends.matches() && sends.group(4) == null && sends.group(6) == null;
        return toObject && i + 1 < steps.size()
            ? sent(sends, situations, steps.get(i + 1).text())
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Situated> situated(String text) {
    Matcher stage = IS_AT_STAGE.matcher(text);
    if (stage.matches() && STAGES.contains(stage.group(2))) {
      return Optional.of(new Situated(stage.group(1), stage.group(2)));
    }
    Matcher has = HAS_SITUATION.matcher(text);
    if (has.matches() && has.group(3) == null) {
      return Optional.of(new Situated(has.group(1), has.group(2)));
    }
    Matcher dialled = HAS_DIALLED.matcher(text);
    if (dialled.matches()) {
      return Optional.of(new Situated(dialled.group(1), Situation.DIALLED.phrase()));
    }
    Matcher call = IS_OFFERED_CALL.matcher(text);
    if (call.matches()) {
      return Optional.of(new Situated(call.group(1), Situation.RINGING_IN.phrase()));
    }
    Matcher message = IS_OFFERED_MESSAGE.matcher(text);
    return message.matches()
        ? Optional.of(new Situated(message.group(1), message.group(2) + " coming in"))
        : Optional.empty();
  }

  private static Optional<Sent> sent(Matcher sends, Map<String, String> situations, String answer) {
    String situation = situations.get(sends.group(1));
    Matcher refused = REFUSED.matcher(answer);
    boolean accepted = !refused.lookingAt();
    if (situation == null
        || !fits(sends.group(2), sends.group(3))
        || (!accepted && !REFUSED_FOR_THE_SITUATION.contains(refused.group(1)))) {
      return Optional.empty();
    }
    return Optional.of(new Sent(sends.group(2), situation, accepted));
  }

  /** Tells whether a command fits its object; others are refused in any situation. */
  private static boolean fits(String command, @Nullable String object) {
    String kind = command.substring(0, Math.max(0, command.indexOf('.')));
    return object == null || kind.isEmpty() || ObjectRole.kindOf(object).equals(kind);
  }
}
