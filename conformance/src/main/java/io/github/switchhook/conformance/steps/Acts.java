package io.github.switchhook.conformance.steps;

import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.target.Ordering;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.fixtures.Aspect;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one scenario, one after the other: which one goes on, when everything that it causes
 * has come, and what comes too late. Used by the kit's thread alone.
 */
final class Acts {
  private final Target target;
  private final Participants participants;
  private final Steering steering;
  private final Charges charges;
  private @Nullable Act act;

  Acts(Target target, Participants participants, Steering steering, Charges charges) {
    this.target = target;
    this.participants = participants;
    this.steering = steering;
    this.charges = charges;
  }

  /** Begins a When. Whatever comes from now on belongs to it. */
  void begin() {
    close();
    participants.forEachLine(AgentLine::absorbWaiting);
    chargeLate();
    act = null;
    charges.under("");
  }

  /** Notes what the When does. */
  void perform(Act performed) {
    act = performed;
    charges.under(performed.label());
  }

  /** Does something beside the protocol as a step of its own. */
  void perform(String label, Runnable deed) {
    begin();
    deed.run();
    perform(new Act(label, null));
  }

  Act current() {
    if (act == null) {
      throw new IllegalStateException("the scenario asserts something before its first When");
    }
    return act;
  }

  /** Ends the last When: agents of whom the scenario says nothing must have seen nothing. */
  void close() {
    Act ending = act;
    if (ending == null) {
      return;
    }
    if (ending.owesAnswer() || ending.owesEvents()) {
      throw new IllegalStateException(
          "the scenario does not say "
              + (ending.owesAnswer() ? "how the request is answered" : "which events follow")
              + ": "
              + ending.label());
    }
    settleCurrent();
    for (Participant participant : participants.all()) {
      if (!ending.hasJudged(participant)) {
        charges.events(participant, List.of(), participant.takeEvents());
        ending.judge(participant);
      }
    }
  }

  /** Charges what has come since the last When was over. */
  void chargeLate() {
    Act ended = act;
    for (Participant participant : participants.all()) {
      List<ActualEvent> late = participant.takeEvents();
      if (!late.isEmpty() && ended != null) {
        List<Deviation> deviations = late.stream().map(Acts::late).toList();
        charges.charge(
            Aspect.EVENTS,
            deviations,
            Charges.seenBy(participant) + "\n" + Charges.lines(deviations));
      }
    }
  }

  private static Deviation late(ActualEvent event) {
    String on = event.target().isEmpty() ? "" : " on " + event.target();
    return new Deviation(DeviationKind.LATE, event.name() + on + " came after the step was over");
  }

  // --- until nothing more can come

  /** Reads what this step causes, if that was not done yet. */
  void settleCurrent() {
    if (!current().isSettled()) {
      settle();
    }
  }

  /** Reads until nothing more can come, on every connection. */
  void settle() {
    Ordering ordering = ordering();
    if (ordering instanceof Ordering.Barrier) {
      participants.forEachLine(AgentLine::sendBarrier);
    }
    for (Participant participant : participants.all()) {
      for (AgentLine line : participant.lines()) {
        Optional<Answer.Lost> lost =
            ordering instanceof Ordering.Quiet quiet
                ? line.awaitQuiet(quiet.window())
                : line.awaitBarrier(target.timeouts().response());
        lost.ifPresent(what -> notSettled(participant, what));
      }
    }
    Act current = act;
    if (current != null) {
      current.settle();
    }
  }

  /** No request orders what the target was made to do beside the protocol. */
  private Ordering ordering() {
    boolean stimulated = steering.takeStimulated();
    return stimulated
            && target.ordering() instanceof Ordering.Barrier barrier
            && !barrier.afterStimulus().isZero()
        ? new Ordering.Quiet(barrier.afterStimulus())
        : target.ordering();
  }

  /**
   * Tells whether a step of one agent is settled by a barrier on that agent's connection, because
   * nobody else takes part.
   */
  boolean settlesAlone() {
    return participants.all().size() == 1 && target.ordering() instanceof Ordering.Barrier;
  }

  private void notSettled(Participant participant, Answer.Lost lost) {
    if (!lost.over()) {
      throw charges.stop(
          Verdict.INCONCLUSIVE,
          lost.deviation().text()
              + " to the refused request "
              + AgentLine.BARRIER
              + " on "
              + participant.name()
              + "'s connection, which was to prove that nothing more follows; where the target answers no such request, set ordering:"
              + " {quietMillis: ...} in its file");
    }
    String text = participant.name() + ": " + lost.deviation().text();
    if (act == null) {
      throw charges.stop(Verdict.INCONCLUSIVE, text);
    }
    charges.charge(Aspect.EVENTS, List.of(lost.deviation()), text);
  }
}
