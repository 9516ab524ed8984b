package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.JsonTrees;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.fixtures.Aspect;
import java.util.List;
import java.util.Optional;

/**
 * Judges what a command brings about, by what the agents were told last, whatever list of events
 * told it: so what is documented does not hang on what is derived.
 */
public final class Effects {
  private final Target target;
  private final FindingRecorder recorder;

  Effects(Target target, FindingRecorder recorder) {
    this.target = target;
    this.recorder = recorder;
  }

  /** Records where an object is not in a state, which is one of PROTOCOL's. */
  public void inState(TestAgent testAgent, ObjectRole object, String state) {
    if (!target.dialect().reports(object.kind(), "state")) {
      recorder.skip(Aspect.EFFECT, "the target does not report the state of a " + object.kind());
      return;
    }
    Optional<String> wrong =
        testAgent.view().value(object, "state").isEmpty()
            ? Optional.of(object.words() + ": no event has told its state, expected " + state)
            : testAgent.view().isNot(object, "state", state);
    wrong.ifPresent(text -> record(testAgent, List.of(text)));
  }

  /** Records where the call data that an agent was told last lack some of these. */
  public void hasCallData(TestAgent testAgent, JsonNode expected) {
    if (!target.dialect().reports("interaction", "data")) {
      recorder.skip(Aspect.EFFECT, "the target does not report call data");
      return;
    }
    record(testAgent, JsonTrees.lacks("call data", expected, testAgent.view().callData()));
  }

  private void record(TestAgent testAgent, List<String> wrong) {
    if (!wrong.isEmpty()) {
      List<Deviation> deviations =
          wrong.stream()
              .map(text -> testAgent.name() + "'s " + text)
              .map(text -> new Deviation(DeviationKind.WRONG_EFFECT, text))
              .toList();
      recorder.record(
          Aspect.EFFECT, deviations, "what it brings about\n" + FindingRecorder.lines(deviations));
    }
  }
}
