package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.foreign.ForeignSwitch;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.stimulus.Drivers;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

  @Test
  void isCertifiedByItsProfileAlone() throws IOException {
    Report report =
        run(
            UnaryOperator.identity(),
            "SWH-DIAL-001",
            "SWH-DIAL-002",
            "SWH-HOLD",
            "SWH-ANSWER",
            "SWH-RELEASE",
            "SWH-RECSTART-008");

    Map<Verdict, Long> totals =
        report.scenarios().stream()
            .collect(Collectors.groupingBy(ScenarioResult::verdict, Collectors.counting()));
    assertThat(totals.keySet())
        .as(report.pretty(false))
        .isSubsetOf(Verdict.PASS, Verdict.NOT_SUPPORTED, Verdict.NOT_APPLICABLE);
    assertThat(totals.get(Verdict.PASS)).as(report.pretty(false)).isGreaterThanOrEqualTo(20);
    assertThat(report.exitCode()).isZero();
    assertThat(report.pretty(false)).doesNotContain("pa55");
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

  private Report run(UnaryOperator<String> change, String... only) throws IOException {
    Target target = target(change);
    return Kit.load()
        .run(
            target,
            Drivers.open(target, Optional.empty()),
            new RunOptions(List.of(only), true, 0, result -> {}));
  }

  private Target target(UnaryOperator<String> change) throws IOException {
    try (var in = ForeignTargetTest.class.getResourceAsStream("/targets/foreign.yaml")) {
      String text =
          new String(
                  Objects.requireNonNull(in).readAllBytes(),
                  java.nio.charset.StandardCharsets.UTF_8)
              .replace("@PORT@", String.valueOf(foreign.port()))
              .replace("@LAB@", String.valueOf(foreign.labPort()));
      return Target.load(Files.writeString(folder.resolve("foreign.yaml"), change.apply(text)));
    }
  }
}
