package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.scenario.Deed;
import io.github.switchhook.conformance.scenario.Vocabulary;
import io.github.switchhook.conformance.wire.Json;
import java.time.Duration;
import java.util.List;

/** Waits in a scenario file: for an event, or for time to pass. */
final class Waiting {
  private final Scene scene;
  private final Sights sights;

  Waiting(Scene scene, Sights sights) {
    this.scene = scene;
    this.sights = sights;
  }

  /** Waits for an event and returns it as JSON: {@code {name, target, data}}. */
  JsonNode await(Participant participant, Deed.WaitFor wait, String label) {
    scene.acts().perform(new Act(label, null));
    scene.allowance().extend(wait.within());
    long mark = scene.allowance().lagMark();
    ExpectedEvent expected = sights.filled(participant, wait.event());
    List<ActualEvent> seen = sights.recent(participant);
    seen.addAll(participant.takeEvents());
    long deadline = System.nanoTime() + wait.within().toNanos();
    long seconds = Math.max(1, wait.within().toSeconds());
    boolean virtual = scene.steering().can("advance");
    int looked = 0;
    int at = sights.indexOf(expected, seen, looked);
    while (at < 0) {
      if (virtual ? seconds-- <= 0 : System.nanoTime() >= deadline) {
        requireThatTheKitWasFast(wait, expected, mark);
        sights.charge(
            label,
            List.of(
                new Deviation(
                    DeviationKind.MISSING,
                    Vocabulary.write(expected)
                        + " did not come within "
                        + wait.within().toMillis()
                        + " ms")),
            seen);
        return Json.object();
      }
      if (virtual) {
        pass(Duration.ofSeconds(1));
        scene.acts().settle();
      } else {
        participant.line().hear(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      }
      looked = seen.size();
      seen.addAll(participant.takeEvents());
      at = sights.indexOf(expected, seen, looked);
    }
    ActualEvent found = seen.get(at);
    return Json.object()
        .put("name", found.name())
        .put("target", found.target())
        .set("data", found.data());
  }

  private void requireThatTheKitWasFast(Deed.WaitFor wait, ExpectedEvent expected, long mark) {
    long lag = scene.allowance().lagSince(mark);
    if (Allowance.isRelevant(wait.within(), lag)) {
      throw scene
          .allowance()
          .tooSlow(Vocabulary.write(expected) + " did not come in time", Duration.ofNanos(lag));
    }
  }

  /** Lets time pass: at once where the target's clock can be moved, else by waiting. */
  void pass(Duration time) {
    if (scene.steering().can("advance")) {
      scene.steering().perform("advance", Json.object().put("seconds", time.toSeconds()));
      return;
    }
    scene.allowance().extend(time);
    long deadline = System.nanoTime() + time.toNanos();
    scene
        .participants()
        .forEach(
            participant -> {
              boolean came = true;
              while (came && System.nanoTime() < deadline) {
                came =
                    participant
                        .line()
                        .hear(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
              }
            });
  }
}
