package io.github.switchhook.conformance;

import io.github.switchhook.conformance.foreign.ForeignProfile;
import io.github.switchhook.conformance.foreign.ForeignSwitch;
import io.github.switchhook.conformance.foreign.ForeignSwitch.Fault;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.stimulus.Drivers;
import io.github.switchhook.conformance.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(90)
class DiagnosisTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @ParameterizedTest
  @EnumSource(Fault.class)
  void shows(Fault fault) throws IOException {
    try (ForeignSwitch foreign = ForeignSwitch.start(fault)) {
      Target target = ForeignProfile.load(foreign, folder, UnaryOperator.identity());
      long t = System.nanoTime();
      Report report =
          Kit.load()
              .run(
                  target,
                  Drivers.open(target, Optional.empty()),
                  new RunOptions(List.of("SWH-HOLD-002"), true, 0, result -> {}));
      System.out.println("=== " + fault + " " + (System.nanoTime() - t) / 1000000);
      System.out.println(report.exitCode() + " " + report.problem());
      System.out.println(report.pretty(false).lines().limit(30).toList());
      t = System.nanoTime();
      Doctor.examine(target, Drivers.open(target, Optional.empty()), Clock.systemUTC())
          .forEach(System.out::println);
      System.out.println("    " + (System.nanoTime() - t) / 1000000);
    }
  }
}
