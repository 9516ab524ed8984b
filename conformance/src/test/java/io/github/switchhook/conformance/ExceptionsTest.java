package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Ordering;
import io.github.switchhook.conformance.profile.RequirementOverride;
import io.github.switchhook.conformance.profile.Waiver;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.fixtures.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The corrections and waivers that a profile may have, and deviations that no profile excuses. */
@Timeout(20)
class ExceptionsTest {
  private static final int CONVERSATION_STATE = 6;
  private static final String EVENTS = "SWH-PROOF-002";

  /** A switch that omits the conversation's state event when dialling. */
  private static final FakeSwitch SHORTER =
      FakeSwitch.withFault(
          "channel.dial",
          lines -> {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(CONVERSATION_STATE);
            return fewer;
          });

  @Test
  void anotherEventListTakesThePlaceOfTheTable() {
    List<Map<String, String>> rows =
        Stream.of(
                "channel.infochanged channel",
                "state.updated channel",
                "interaction.created interaction",
                "state.updated interaction",
                "conversation.created conversation",
                "conversation.member.added conversation",
                "conversation.initialized conversation")
            .map(row -> row.split(" ", 2))
            .map(cells -> Map.of("event", cells[0], "on", cells[1]))
            .toList();
    RequirementOverride override = override(Optional.empty(), Optional.of(rows));

    assertThat(dialling(SHORTER, override).verdict()).isEqualTo(Verdict.PASS);
    assertThat(dialling(FakeSwitch.faultless(), override).findings().get(0).kinds())
        .containsExactly(DeviationKind.EXTRA);
    assertThat(dialling(FakeSwitch.faultless(), override).findings().get(0).text())
        .contains("the expected list is the profile's, which overrides " + EVENTS, "a reference");
  }

  @Test
  void anotherLevelWeighsOtherwise() {
    assertThat(dialling(SHORTER, override(Optional.of(Level.SHOULD), Optional.empty())).verdict())
        .isEqualTo(Verdict.WARN);
    assertThat(dialling(SHORTER, override(Optional.of(Level.MUST), Optional.empty())).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void aWaiverExcusesUntilItIsStale() {
    Waiver waiver = new Waiver(EVENTS, "known", null, LocalDate.of(2100, 1, 1));
    Waiver old = new Waiver(EVENTS, "known", null, LocalDate.of(2020, 1, 1));

    Report excused = run(SHORTER, List.of(), List.of(waiver));
    assertThat(KitFixture.scenario(excused, "Dialling").verdict()).isEqualTo(Verdict.WAIVED);
    assertThat(excused.exitCode()).isZero();
    assertThat(run(FakeSwitch.faultless(), List.of(), List.of(waiver)).exitCode()).isEqualTo(5);
    Report expired = run(SHORTER, List.of(), List.of(old));
    assertThat(expired.exitCode()).isEqualTo(5);
    assertThat(expired.pretty(false)).contains("the waiver of SWH-PROOF-002 expired");
  }

  @Test
  void aFloodIsStoppedAndReported() {
    FakeSwitch flooding =
        FakeSwitch.withFault(
            "channel.dial",
            lines -> {
              List<String> more = new ArrayList<>(lines);
              more.addAll(Collections.nCopies(20_000, lines.get(1)));
              return more;
            });

    Report report = run(flooding, List.of(), List.of());

    assertThat(KitFixture.scenario(report, "Dialling").findings().get(0).kinds())
        .containsExactly(DeviationKind.FLOOD);
    assertThat(KitFixture.scenario(report, "Activating").verdict())
        .as("the run goes on")
        .isEqualTo(Verdict.PASS);
  }

  private static ScenarioResult dialling(FakeSwitch fake, RequirementOverride override) {
    return KitFixture.scenario(run(fake, List.of(override), List.of()), "Dialling");
  }

  private static Report run(
      FakeSwitch fake, List<RequirementOverride> overrides, List<Waiver> waivers) {
    return KitFixture.run(
        fake,
        KitFixture.target(new Ordering.ByBarrier(), Dialect.PLAIN, overrides, waivers),
        RunOptions.DEFAULT);
  }

  private static RequirementOverride override(
      Optional<Level> level, Optional<List<Map<String, String>>> events) {
    return new RequirementOverride(
        EVENTS, "a reason", "a reference", level, Optional.of("Dialling"), events);
  }
}
