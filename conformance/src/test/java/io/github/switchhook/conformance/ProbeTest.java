package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.diagnosis.Doctor;
import io.github.switchhook.conformance.diagnosis.Doctor.Check;
import io.github.switchhook.conformance.diagnosis.Probe;
import io.github.switchhook.conformance.foreign.ForeignProfile;
import io.github.switchhook.conformance.foreign.ForeignSwitch;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.stimulus.StimulusFactory;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.agent.Variant;
import io.github.switchhook.simulator.protocol.Codec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The probe's report on a foreign switch and on switches with fewer capabilities. */
@Timeout(60)
class ProbeTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void findsTheDialectOfAForeignSwitch() throws IOException {
    String seen = probe(text -> text.replaceAll("(?s)dialect:.*?\nchannels: [^\n]*\n", ""));

    assertThat(seen)
        .contains("stateEvent: prefixed")
        .contains("invalid-data: \"E13\"", "invalid-state: \"E14\"", "unknown-command: \"E11\"")
        .contains("{\"status\":\"READY\",\"engaged\":false}", "data: {state: {at: /status}")
        .contains("# channels: {activeAtStart: true or false}")
        .contains("unknown: multimedia; session.request.addchannel is answered with E16")
        .contains("unknown: conference; interaction.consultconference is answered with E16")
        .contains("  - consult #", "the barrier works")
        .doesNotContain("url:", "agents:");
  }

  @Test
  void reportsNothingWhereTheProfileIsComplete() throws IOException {
    assertThat(probe(UnaryOperator.identity()))
        .contains("channels: {activeAtStart: true} # the channel stands directly in the session")
        .contains("not there: conference; interaction.consultconference is answered with E16")
        .contains("  - consult #", "  - recording #")
        .contains(
            "unknown: dispositions; interaction.complete is answered with success; no command")
        .doesNotContain("Perhaps")
        .doesNotContainPattern("unknown: (?!dispositions)");
  }

  @Test
  void seesTheMissingCapabilitiesOfAPlatform() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      for (String lacked : List.of("conference", "multimedia", "recording.pause")) {
        simulator
            .control()
            .perform("capability", Codec.object().put("name", lacked).put("on", false));
      }
      Target target = Target.standard("basic", simulator.uri());

      Probe.ProbeResult result = Probe.run(target, Stimulus.none(), true);

      assertThat(result.reached()).isTrue();
      assertThat(result.text())
          .contains("url: ", "env:ALICE_PASSWORD", "  - consult #", "  - recording #")
          .contains("not there: conference", "not there: multimedia", "not there: recording.pause")
          .contains("channels: {activeAtStart: false} # the channel stands in a group");
    }
  }

  @Test
  void seesTheChannelsOfASessionAndThatTheyNeedAQueue() throws IOException {
    SimulatorOptions options = SimulatorOptions.standard();
    Set<Variant> variants =
        Set.of(Variant.QUEUE_REQUIRED, Variant.CHAT_AT_START, Variant.TWO_LINES);
    try (Simulator simulator =
        Simulator.start(options.withSetup(options.setup().withVariants(variants)))) {
      Target target = Target.standard("several", simulator.uri());

      assertThat(Probe.run(target, Stimulus.none(), false).text())
          .contains(
              "channels: {activeAtStart: false, queue: \"sales\", atStart: [Telephony, Telephony, Chat]}");
      assertThat(Doctor.examine(target, Stimulus.none(), Clock.systemUTC()))
          .filteredOn(check -> check.name().equals("channels") || check.name().equals("activate"))
          .extracting(Check::advice)
          .containsExactly(
              "set channels: {atStart: [Telephony, Telephony, Chat]}",
              "set channels: {queue: sales}");
    }
  }

  @Test
  void seesDispositionsWhereTheChannelCanHaveThem() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      Target target = Target.standard("asking", simulator.uri());
      Stimulus stimulus = SimulatorTest.stimulus(simulator.control());

      assertThat(Probe.run(target, Stimulus.none(), false).text())
          .contains("  # unknown: dispositions; interaction.complete is answered with success;");
      assertThat(Probe.run(target, stimulus, false).text())
          .contains("  - dispositions # interaction.complete is answered with confirm");
    }
  }

  private String probe(UnaryOperator<String> change) throws IOException {
    try (ForeignSwitch foreign = ForeignSwitch.start()) {
      Target target = ForeignProfile.load(foreign, folder, change);
      Probe.ProbeResult result =
          Probe.run(target, StimulusFactory.open(target, Optional.empty()), false);
      assertThat(result.reached()).as(result.text()).isTrue();
      return result.text();
    }
  }
}
