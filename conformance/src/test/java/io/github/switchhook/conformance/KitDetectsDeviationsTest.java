package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Ordering;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.Outcome;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shows the kit fail targets: one for each kind of deviation, with exactly that fault, and one
 * without any.
 */
@Timeout(20)
class KitDetectsDeviationsTest {
  private static final int RESPONSE = 0;
  private static final int CONVERSATION_STATE = 6;

  @Test
  void passesTheFaultlessTarget() {
    Report report = KitFixture.run(FakeSwitch.faultless());

    assertThat(report.scenarios())
        .hasSize(3)
        .allSatisfy(
            result ->
                assertThat(result.verdict()).as(report.pretty(false)).isEqualTo(Verdict.PASS));
    assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(report.exitCode()).isZero();
  }

  static Stream<Arguments> eventFaults() {
    return Stream.of(
        arguments(
            DeviationKind.MISSING,
            remove(CONVERSATION_STATE),
            "state.updated on conversation did not come"),
        arguments(
            DeviationKind.EXTRA,
            insert(4, event("interaction.preview", "i")),
            "interaction.preview on interaction was not expected"),
        arguments(DeviationKind.SWAPPED, swap(CONVERSATION_STATE, 7), "comes at another place"),
        arguments(
            DeviationKind.DUPLICATED,
            repeat(7),
            "conversation.member.added on conversation comes twice"),
        arguments(
            DeviationKind.WRONG_OBJECT,
            replace(7, "s\\d+\\.g\\.c\\.i\\.v", "\\$S.g.c.i"),
            "conversation.member.added is on"),
        arguments(
            DeviationKind.WRONG_STATE,
            replace(CONVERSATION_STATE, "INITIATED", "CONNECTED"),
            "state is CONNECTED, expected INITIATED"),
        arguments(
            DeviationKind.WRONG_DATA,
            replace(7, "5550110", "5550111"),
            "member is 5550111, expected 5550110"),
        arguments(
            DeviationKind.RESPONSE_AFTER_EVENTS,
            swap(RESPONSE, 1),
            "channel.infochanged on channel came before the response"),
        arguments(DeviationKind.EXTRA, insert(3, "{rubbish"), "not a JSON object: {rubbish"),
        arguments(
            DeviationKind.CLOSED,
            insert(9, FakeSwitch.CLOSE),
            "the connection was closed with 1011 (out of order)"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("eventFaults")
  void failsTheEventsOf(DeviationKind kind, UnaryOperator<List<String>> fault, String diagnostic) {
    Report report = KitFixture.run(FakeSwitch.withFault("channel.dial", fault));

    Finding finding = onlyFinding(report, "Dialling");
    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(finding.kinds()).as(finding.text()).containsOnly(kind);
    assertThat(finding.text()).contains("Alice sends channel.dial").contains(diagnostic);
    assertThat(finding.charged()).extracting("id").containsExactly("SWH-PROOF-002");
    assertThat(report.exitCode()).isEqualTo(1);
    assertOthersPass(report, "Dialling");
  }

  static Stream<Arguments> responseFaults() {
    return Stream.of(
        arguments(
            DeviationKind.WRONG_ECHO,
            replace(RESPONSE, "\"attempt\":2", "\"attempt\":2.0"),
            "data.extensions.attempt: expected 2, got 2.0"),
        arguments(
            DeviationKind.WRONG_ECHO,
            replace(RESPONSE, "s\\d+\\.g\\.c", "\\$S.c"),
            "target: expected"),
        arguments(
            DeviationKind.WRONG_RESULT,
            replace(RESPONSE, "success", "failure"),
            "result: expected \"success\", got \"failure\""),
        arguments(
            DeviationKind.NO_RESPONSE,
            (UnaryOperator<List<String>>) lines -> List.of(),
            "no answer within 60 ms"),
        arguments(
            DeviationKind.NO_RESPONSE,
            replace(RESPONSE, ".*", "rubbish"),
            "no answer within 60 ms"),
        arguments(
            DeviationKind.CLOSED,
            (UnaryOperator<List<String>>) lines -> List.of(FakeSwitch.CLOSE),
            "closed with 1011"),
        arguments(
            DeviationKind.FLOOD,
            (UnaryOperator<List<String>>) lines -> Collections.nCopies(10_001, lines.get(1)),
            "more than 10000 messages"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("responseFaults")
  void failsTheResponseOf(
      DeviationKind kind, UnaryOperator<List<String>> fault, String diagnostic) {
    Report report = KitFixture.run(FakeSwitch.withFault("channel.dial", fault));

    Finding finding = onlyFinding(report, "Dialling");
    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(finding.kinds()).containsOnly(kind);
    assertThat(finding.text()).contains(diagnostic);
    assertThat(finding.charged()).extracting("id").containsExactly("SWH-PROOF-001");
    assertThat(verdictOn(report, "SWH-PROOF-002"))
        .as("never judged in this scenario")
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertOthersPass(report, "Dialling");
  }

  @Test
  void failsAnOriginalThatIsNotTheWholeRequest() {
    Report report =
        KitFixture.run(
            FakeSwitch.withFault(
                "channel.dial 5550199",
                replace(RESPONSE, "\"data\":\\{\"destination\":\"5550199\"\\}", "\"data\":{}")));

    Finding finding = onlyFinding(report, "Dialling nowhere");
    assertThat(finding.kinds()).containsOnly(DeviationKind.WRONG_ORIGINAL);
    assertThat(finding.text())
        .contains("original.data.destination: expected \"5550199\", got nothing");
    assertThat(finding.charged()).extracting("id").containsExactly("SWH-PROOF-003");
  }

  @Test
  void onlyWarnsWhereAShouldIsNotMet() {
    Report report =
        KitFixture.run(
            FakeSwitch.withFault(
                "channel.dial 5550199", replace(RESPONSE, "invalid-destination", "no-route")));

    Finding finding = onlyFinding(report, "Dialling nowhere");
    assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
    assertThat(finding.text())
        .contains("failure.code: expected \"invalid-destination\", got \"no-route\"");
    assertThat(verdictOn(report, "SWH-PROOF-002"))
        .as("the scenario went on")
        .isEqualTo(Verdict.PASS);
    assertThat(report.exitCode()).isZero();
    RunOptions strict = new RunOptions(List.of(), true, 0, result -> {});
    FakeSwitch again =
        FakeSwitch.withFault(
            "channel.dial 5550199", replace(RESPONSE, "invalid-destination", "no-route"));
    assertThat(KitFixture.run(again, barrier(), strict).exitCode()).isEqualTo(1);
  }

  @Test
  void chargesALateEventToTheScenarioThatCausedIt() {
    Report report =
        KitFixture.run(
            FakeSwitch.withFault(
                "channel.dial", insert(9, FakeSwitch.LATER + event("interaction.preview", "i"))));

    Finding finding = onlyFinding(report, "Dialling");
    assertThat(finding.kinds()).containsOnly(DeviationKind.LATE);
    assertThat(finding.text())
        .contains("interaction.preview on ")
        .contains("came after the step was over");
    assertOthersPass(report, "Dialling");
  }

  @Test
  void warnsOfBlanksAroundNamesAndThenComparesWithoutThem() {
    Report report =
        KitFixture.run(
            FakeSwitch.withFault(
                "channel.dial", replace(RESPONSE, "\"channel.dial\"", "\" channel.dial\"")));

    Finding finding = onlyFinding(report, "Dialling");
    assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
    assertThat(finding.text()).isEqualTo("blanks around the command \" channel.dial\"");
    assertThat(verdictOn(report, "SWH-PROOF-001")).isEqualTo(Verdict.PASS);
  }

  @Test
  void isInconclusiveWhereThePreparationIsRefused() {
    Report report =
        KitFixture.run(
            FakeSwitch.withFault("channel.activate", replace(RESPONSE, "success", "failure")));

    assertThat(KitFixture.scenario(report, "Dialling").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(onlyFinding(report, "Dialling").text())
        .contains("Alice sent channel.activate to prepare the scenario and got");
    assertThat(KitFixture.scenario(report, "Activating").verdict())
        .as("judged where it is the subject")
        .isEqualTo(Verdict.WARN);
    assertThat(report.exitCode()).isEqualTo(1);
  }

  @Test
  void endsWithThreeWhereNoAgentCanLogIn() {
    Report report = KitFixture.run(FakeSwitch.withFault("prepareSession", lines -> List.of()));

    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(report.scenarios()).isEmpty();
    assertThat(report.pretty(false))
        .contains(
            "nothing could be played: Alice could not log in: prepareSession: no answer within 60 ms");
  }

  @Test
  void seesTheSameOverAQuietWindow() {
    Target quiet = KitFixture.target(new Ordering.Quiet(Duration.ofMillis(20)), Dialect.PLAIN);

    assertThat(KitFixture.run(FakeSwitch.faultless(), quiet, RunOptions.DEFAULT).exitCode())
        .isZero();
    Report report =
        KitFixture.run(
            FakeSwitch.withFault("channel.dial", remove(CONVERSATION_STATE)),
            quiet,
            RunOptions.DEFAULT);
    assertThat(onlyFinding(report, "Dialling").kinds()).containsOnly(DeviationKind.MISSING);
  }

  @Test
  void laysTheSequencesSideBySide() {
    Report report =
        KitFixture.run(FakeSwitch.withFault("channel.dial", remove(CONVERSATION_STATE)));

    assertThat(report.pretty(false))
        .contains(
            """
              missing: state.updated on conversation did not come
                 expected                                                  | actual
              1  channel.infochanged · channel                             | channel.infochanged · channel
              2  state.updated · channel · state=ACTIVE · busy=true        | state.updated · channel · state=ACTIVE · busy=true
              3  interaction.created · interaction                         | interaction.created · interaction
              4  state.updated · interaction · state=DIALING               | state.updated · interaction · state=DIALING
              5  conversation.created · conversation                       | conversation.created · conversation
              6  state.updated · conversation · state=INITIATED            | -                                                         | missing
              7  conversation.member.added · conversation · member=5550110 | conversation.member.added · conversation · member=5550110
            """
                .indent(2)
                .strip())
        .contains("SWH-PROOF-002 MUST (D: a place): Dialling brings exactly these events.")
        .contains("last lines of the wire:")
        .contains("proof/channel.dial.feature:5");
  }

  @Test
  void playsOnlyTheSelectedScenarios() {
    RunOptions options = new RunOptions(List.of("SWH-PROOF-005"), false, 7, result -> {});

    Report report = KitFixture.run(FakeSwitch.faultless(), barrier(), options);

    assertThat(report.scenarios())
        .extracting(result -> result.scenario().name())
        .containsExactly("Activating");
    assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(report.exitCode()).isZero();
  }

  @Test
  void neverShowsASecret(@TempDir Path directory) throws IOException {
    Report report =
        KitFixture.run(
            FakeSwitch.withFault(
                "channel.dial 5550199",
                replace(
                    RESPONSE,
                    "no such number",
                    KitFixture.PASSWORD.replace("\"", "\\\\\"") + " header-secret")));
    report.write(directory);

    assertThat(KitFixture.target(new Ordering.ByBarrier(), Dialect.PLAIN).toString())
        .doesNotContain("sesame")
        .doesNotContain("header-secret");
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> written = files.toList();
      assertThat(written)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder(
              "results.json",
              "summary.md",
              "junit.xml",
              "badge.json",
              "report.html",
              "wire.ndjson");
      assertThat(written)
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file))
                      .doesNotContain("sesame")
                      .doesNotContain("header-secret"));
    }
    assertThat(Files.readString(directory.resolve("wire.ndjson")))
        .contains("prepareSession")
        .contains("***");
    assertThat(report.pretty(true)).doesNotContain("sesame");
  }

  private static Target barrier() {
    return KitFixture.target(new Ordering.ByBarrier(), Dialect.PLAIN);
  }

  private static Finding onlyFinding(Report report, String name) {
    ScenarioResult result = KitFixture.scenario(report, name);
    assertThat(result.findings()).as(report.pretty(false)).hasSize(1);
    return result.findings().get(0);
  }

  private static Verdict verdictOn(Report report, String id) {
    return report.runVerdict().requirements().stream()
        .filter(result -> result.requirement().id().equals(id))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static void assertOthersPass(Report report, String name) {
    assertThat(report.scenarios())
        .filteredOn(result -> !result.scenario().name().equals(name))
        .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.PASS));
  }

  private static String event(String name, String object) {
    return "{\"name\":\"" + name + "\",\"target\":\"$S.g.c." + object + "\",\"data\":{}}";
  }

  /** Returns a fault with the session's id in place of {@code $S}. */
  private static UnaryOperator<List<String>> change(UnaryOperator<List<String>> fault) {
    return lines -> {
      String session =
          String.join(" ", lines).replaceAll("(?s).*?\"target\":\"(s\\d+)[.\"].*", "$1");
      return fault.apply(new ArrayList<>(lines)).stream()
          .map(line -> line.replace("$S", session))
          .toList();
    };
  }

  private static UnaryOperator<List<String>> remove(int index) {
    return change(
        lines ->
            IntStream.range(0, lines.size()).filter(i -> i != index).mapToObj(lines::get).toList());
  }

  private static UnaryOperator<List<String>> insert(int index, String line) {
    return change(
        lines -> {
          lines.add(index, line);
          return lines;
        });
  }

  private static UnaryOperator<List<String>> repeat(int index) {
    return change(
        lines -> {
          lines.add(index, lines.get(index));
          return lines;
        });
  }

  private static UnaryOperator<List<String>> swap(int one, int other) {
    return change(
        lines -> {
          Collections.swap(lines, one, other);
          return lines;
        });
  }

  private static UnaryOperator<List<String>> replace(int index, String regex, String replacement) {
    return change(
        lines -> {
          lines.set(index, lines.get(index).replaceFirst(regex, replacement));
          return lines;
        });
  }
}
