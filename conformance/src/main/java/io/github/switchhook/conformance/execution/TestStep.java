package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.match.Request;
import io.github.switchhook.conformance.session.AgentConnection;
import io.github.switchhook.conformance.session.Awaited;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One When of a scenario and the assertions already made about it. */
public final class TestStep {
  private final String label;
  private final @Nullable RequestResponse requestResponse;
  private final Set<TestAgent> judged = new HashSet<>();
  private boolean answerJudged;
  private boolean settled;
  private boolean eventsJudged;

  /**
   * A request and its answer.
   *
   * @param line where it was sent
   * @param request what was sent
   * @param answer what came
   */
  public record RequestResponse(AgentConnection line, Request request, Awaited answer) {}

  public TestStep(String label, @Nullable RequestResponse requestResponse) {
    this.label = label;
    this.requestResponse = requestResponse;
  }

  public String label() {
    return label;
  }

  public Optional<RequestResponse> requestResponse() {
    return Optional.ofNullable(requestResponse);
  }

  public void answerIsJudged() {
    answerJudged = true;
  }

  boolean owesAnswer() {
    return requestResponse != null && !answerJudged;
  }

  void settle() {
    settled = true;
  }

  boolean isSettled() {
    return settled;
  }

  /** Notes that the scenario said what this agent sees. */
  void judge(TestAgent testAgent) {
    if (!judged.add(testAgent)) {
      throw new IllegalStateException(
          "the scenario says twice what " + testAgent.name() + " sees: " + label);
    }
    eventsJudged = true;
  }

  /** Notes that the scenario made an assertion about all agents. */
  public void eventsAreJudged() {
    eventsJudged = true;
  }

  boolean owesEvents() {
    return !eventsJudged;
  }

  boolean hasJudged(TestAgent testAgent) {
    return judged.contains(testAgent);
  }
}
