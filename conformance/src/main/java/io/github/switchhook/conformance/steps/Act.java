package io.github.switchhook.conformance.steps;

import io.github.switchhook.conformance.match.Request;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One When of a scenario and what was already said about it. */
final class Act {
  private final String label;
  private final @Nullable Exchange exchange;
  private final Set<Participant> judged = new HashSet<>();
  private boolean answerJudged;
  private boolean settled;
  private boolean eventsJudged;

  /**
   * A request and what became of it.
   *
   * @param line where it was sent
   * @param request what was sent
   * @param answer what came
   */
  record Exchange(AgentLine line, Request request, Answer answer) {}

  Act(String label, @Nullable Exchange exchange) {
    this.label = label;
    this.exchange = exchange;
  }

  String label() {
    return label;
  }

  Optional<Exchange> exchange() {
    return Optional.ofNullable(exchange);
  }

  void answerIsJudged() {
    answerJudged = true;
  }

  boolean owesAnswer() {
    return exchange != null && !answerJudged;
  }

  void settle() {
    settled = true;
  }

  boolean isSettled() {
    return settled;
  }

  /** Notes that the scenario said what this agent sees. */
  void judge(Participant participant) {
    if (!judged.add(participant)) {
      throw new IllegalStateException(
          "the scenario says twice what " + participant.name() + " sees: " + label);
    }
    eventsJudged = true;
  }

  /** Notes that the scenario said something that stands for all agents. */
  void eventsAreJudged() {
    eventsJudged = true;
  }

  boolean owesEvents() {
    return !eventsJudged;
  }

  boolean hasJudged(Participant participant) {
    return judged.contains(participant);
  }
}
