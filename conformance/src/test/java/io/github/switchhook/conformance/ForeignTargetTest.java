package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.foreign.ForeignProfile;
import io.github.switchhook.conformance.foreign.ForeignSwitch;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.report.RunDirectory;
import io.github.switchhook.conformance.runner.WorkerPlan;
import io.github.switchhook.conformance.session.Limits;
import io.github.switchhook.conformance.stimulus.StimulusFactory;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A switch in another style is certified by its profile alone. */
@Timeout(120)
class ForeignTargetTest {
  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ForeignSwitch foreign;

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @BeforeAll
  static void start() {
    foreign = ForeignSwitch.start();
  }

  @AfterAll
  static void stop() {
    foreign.close();
  }

  /** Plays the whole kit: all passes, except what the switch has no capability for. */
  @Test
  @Timeout(600)
  void isCertifiedByItsProfileAlone() throws IOException {
    Target target = target(text -> text.replace(", realTimeSeconds: 60", ""));
    Report report =
        Kit.load()
            .run(
                WorkerPlan.sharing(target, StimulusFactory.open(target, Optional.empty()), 9),
                options());

    CatalogueSize.assertWhole(report);
    Map<Verdict, Long> totals = verdicts(report);
    assertThat(totals.keySet())
        .as(report.pretty(false))
        .isSubsetOf(Verdict.PASS, Verdict.NOT_SUPPORTED, Verdict.NOT_APPLICABLE);
    assertThat(totals.get(Verdict.PASS)).isGreaterThanOrEqualTo(700);
    assertThat(report.exitCode()).isZero();
    assertThat(report.pretty(false)).doesNotContain("pa55");
  }

  @Test
  void waitsForItsTimersUpToAMinute() throws IOException {
    List<Duration> waits = new ArrayList<>();
    Target target = target(UnaryOperator.identity());
    Report report =
        Kit.load()
            .run(
                target,
                StimulusFactory.open(
                    target,
                    Optional.empty(),
                    time -> {
                      waits.add(time);
                      foreign.pass(time);
                    }),
                options(
                    "SWH-NUM-004", "SWH-NUM-006", "SWH-NUM-007", "SWH-QUEUE-001", "SWH-QUEUE-002"));

    assertThat(verdicts(report).keySet())
        .as(report.pretty(false))
        .isSubsetOf(Verdict.PASS, Verdict.NOT_SUPPORTED);
    assertThat(verdicts(report).get(Verdict.PASS)).isGreaterThanOrEqualTo(9);
    assertThat(waits)
        .contains(Duration.ofMillis(5_400), Duration.ofMillis(20_400))
        .allMatch(time -> time.compareTo(Duration.ofSeconds(61)) < 0);
  }

  @Test
  void doesNotWaitForLongerThanTheProfileLets() throws IOException {
    Target target = target(text -> text.replace("realTimeSeconds: 60", "realTimeSeconds: 19"));
    Report report =
        Kit.load()
            .run(
                target,
                StimulusFactory.open(target, Optional.empty(), foreign::pass),
                options("SWH-NUM-006"));

    assertThat(verdicts(report)).containsOnlyKeys(Verdict.NOT_SUPPORTED);
    assertThat(report.scenarios().get(0).findings().get(0).text())
        .contains(
            "takes 20 s, and the profile lets it wait for 19 s (timeouts: {realTimeSeconds})");
  }

  @Test
  void isCaughtForgettingAnEvent() throws IOException {
    try (ForeignSwitch forgetful = ForeignSwitch.start(ForeignSwitch.Fault.FORGETS_FOCUS)) {
      Target target = ForeignProfile.load(forgetful, folder, UnaryOperator.identity());
      Report report = ForeignProfile.play(target, "SWH-TRANSFER-002");

      assertThat(report.exitCode()).as(report.pretty(false)).isEqualTo(1);
      assertThat(report.pretty(false))
          .contains(
              "missing: interaction.focuschanged on interaction did not come", "SWH-TRANSFER-002");
    }
  }

  /** The switch calls digits tones; without this name in the profile no digits are heard. */
  @Test
  void isRefusedWithoutItsNameOfAProperty() throws IOException {
    Report report = run(text -> text.replace("digits: {at: /tones}", ""), "SWH-DTMF-001");

    assertThat(report.exitCode()).as(report.pretty(false)).isEqualTo(1);
    assertThat(report.pretty(false)).contains("result: expected \"success\"", "E13");
  }

  @Test
  void isRefusedWithOneWordOfItsProfileWrong() throws IOException {
    Report report = run(text -> text.replace("HELD: PARKED", "HELD: WAITING"), "SWH-HOLD-002");

    assertThat(report.exitCode()).as(report.pretty(false)).isEqualTo(1);
    assertThat(report.pretty(false)).contains("state is PARKED, expected WAITING");
  }

  @Test
  void cannotLogInWithTheWrongPassword() throws IOException {
    Report report = run(text -> text.replace("pa55-ann", "guess-ann"), "SWH-HOLD-002");

    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(report.problem().orElseThrow())
        .contains("step 1 of login in the profile: no answer within");
  }

  @Test
  void keepsTheSecretsOfTheLoginOutOfEveryFile() throws IOException {
    Path run = folder.resolve("run");
    UnaryOperator<String> outright =
        text -> text.replace("secret: $agent.password", "secret: pa55-ann, token: hunter2hunter2");
    try (RunDirectory files = RunDirectory.begin(run)) {
      Target target = target(outright);
      Report report =
          Kit.load()
              .run(
                  target,
                  StimulusFactory.open(target, Optional.empty()),
                  new RunOptions(
                      List.of("SWH-HOLD-002"),
                      Shard.WHOLE,
                      true,
                      0,
                      files::add,
                      Optional.of(files::addMessages),
                      Limits.DEFAULT));
      files.finish(report);
      assertThat(report.exitCode()).as(report.pretty(false)).isZero();
      assertThat(report.scenarios().toString())
          .as("what report.html packs")
          .contains("\"token\":\"***\"")
          .doesNotContain("hunter2");
    }
    try (Stream<Path> files = Files.list(run)) {
      assertThat(files.toList())
          .hasSizeGreaterThan(6)
          .allSatisfy(file -> assertThat(file).content().doesNotContain("hunter2"));
    }
  }

  private Report run(UnaryOperator<String> change, String... only) throws IOException {
    return ForeignProfile.play(target(change), only);
  }

  private static RunOptions options(String... only) {
    return new RunOptions(List.of(only), true, 0, result -> {});
  }

  private static Map<Verdict, Long> verdicts(Report report) {
    return report.scenarios().stream()
        .collect(Collectors.groupingBy(ScenarioResult::verdict, Collectors.counting()));
  }

  private Target target(UnaryOperator<String> change) throws IOException {
    return ForeignProfile.load(foreign, folder, change);
  }
}
