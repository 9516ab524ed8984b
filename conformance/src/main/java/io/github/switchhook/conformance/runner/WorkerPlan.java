package io.github.switchhook.conformance.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.catalogue.Sentences;
import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.stimulus.Stimulus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The workers that play a run side by side, each with agents of its own.
 *
 * @param workers at least one
 * @param alone the whole target, for the scenarios that would disturb others; empty where each
 *     worker has a switch of its own
 */
public record WorkerPlan(List<Worker> workers, Optional<Worker> alone) {
  /** The most agents that a scenario may name. */
  private static final int AGENTS = AgentNames.ALL.size();

  /** The operations that a worker may not perform on a target that it shares. */
  private static final Set<String> DISTURBING =
      Set.of(
          Operations.RESET,
          Operations.CAPABILITY,
          Operations.DISPOSITIONS,
          Operations.ADVANCE,
          Operations.FAULT);

  /** Sentences that let time pass: moving the clock disturbs all workers, waiting disturbs none. */
  private static final Pattern TIME =
      Pattern.compile(Sentences.TIME_PASSES + "|" + Sentences.RING_TIME_PASSES);

  /**
   * Sentences that change the target for all workers. What a customer begins is among them, because
   * a switch may offer it to another agent when the first one does not take it; so is an added
   * channel, because scenarios name the same endpoint for it.
   */
  private static final Pattern DISTURBS =
      Pattern.compile(
          "the switch (does|stops|starts|is) .*|the fault .*|at most \\d+ seconds? .*|.* dispositions:"
              + "|.*\\b([Cc]ustomer|queue|chats?|e-?mails?)\\b.*"
              + "|.* has a call ringing in|.* has an answered call"
              + "|.* sends session\\.(request\\.addchannel|start with).*");

  /** The agents that one worker may use, and what it may do to the target for them. */
  public record Worker(Target target, Stimulus stimulus) {}

  public WorkerPlan {
    workers = List.copyOf(workers);
    if (workers.isEmpty()) {
      throw new IllegalArgumentException("expected at least one worker, got none");
    }
  }

  /** Returns what is verified: the whole target, or any of the workers' equal ones. */
  public Target target() {
    return alone.orElse(workers.get(0)).target();
  }

  /** Plans one worker, which plays one scenario after the other. */
  public static WorkerPlan of(Target target, Stimulus stimulus) {
    return new WorkerPlan(List.of(new Worker(target, stimulus)), Optional.empty());
  }

  /** Plans workers that each have a switch of their own, so that none can disturb another. */
  public static WorkerPlan ofSwitches(List<Worker> workers) {
    return new WorkerPlan(workers, Optional.empty());
  }

  /**
   * Shares the agents of one target among workers. A scenario that would disturb others is played
   * alone, when the workers have ended.
   *
   * @param workers how many
   * @throws TooFewAgentsException if the target has not four agents for each
   */
  public static WorkerPlan sharing(Target target, Stimulus stimulus, int workers) {
    if (workers <= 1) {
      return of(target, stimulus);
    }
    if (target.agents().size() < AGENTS * workers) {
      throw new TooFewAgentsException(
          "expected "
              + AGENTS * workers
              + " agents in the target's file, "
              + AGENTS
              + " for each of "
              + workers
              + " workers, got "
              + target.agents().size());
    }
    Stimulus harmless = new SharedTargetStimulus(stimulus);
    return new WorkerPlan(
        IntStream.range(0, workers)
            .mapToObj(
                i ->
                    new Worker(
                        target.withAgents(target.agents().subList(AGENTS * i, AGENTS * (i + 1))),
                        harmless))
            .toList(),
        Optional.of(new Worker(target, stimulus)));
  }

  /** Tells whether a scenario must be played while no other one is. */
  boolean mustBeAlone(Scenario scenario) {
    return alone.isPresent()
        && scenario.steps().stream()
            .anyMatch(
                step ->
                    DISTURBS.matcher(step.text()).matches()
                        || (TIME.matcher(step.text()).matches()
                            && alone.get().stimulus().longestWait().isEmpty()));
  }

  /** Refuses the operations that would change the switch for other workers. */
  private record SharedTargetStimulus(Stimulus all) implements Stimulus {
    @Override
    public boolean can(String operation) {
      boolean harmless =
          !DISTURBING.contains(operation)
              || (operation.equals(Operations.ADVANCE) && all.longestWait().isPresent());
      return harmless && all.can(operation);
    }

    @Override
    public Optional<Duration> longestWait() {
      return all.longestWait();
    }

    @Override
    public boolean heeds(String operation, String argument) {
      return can(operation) && all.heeds(operation, argument);
    }

    @Override
    public JsonNode perform(String operation, ObjectNode arguments) {
      return all.perform(operation, arguments);
    }
  }

  /** The target has not enough agents for the number of workers. */
  public static final class TooFewAgentsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    TooFewAgentsException(String message) {
      super(message);
    }
  }
}
