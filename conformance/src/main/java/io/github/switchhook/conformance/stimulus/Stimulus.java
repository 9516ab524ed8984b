package io.github.switchhook.conformance.stimulus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/**
 * The means by which a scenario acts on the target beside the protocol: make the far end act, offer
 * a call, move the clock.
 *
 * <p>Operations and their arguments: {@code reset {}}, {@code call|chat|email {from, to, data?}},
 * {@code answer|hangup|busy|refuse|noanswer {agent, address}}, {@code senddtmf {agent, address,
 * digits}}, {@code heard {agent, address}} which returns {@code {digits}}, {@code dispositions
 * {agent, required, dispositions:[{id, name}]}}, {@code advance {seconds}}, {@code capability
 * {name, on}}, {@code leave {to}}, {@code agentleg {agent, fails}}. {@code agent} is an extension
 * (with {@code dispositions} also the endpoint of a chat or email channel); it is absent for a
 * caller that no agent has. {@code to} is an extension, the endpoint of a chat or email channel, or
 * a queue. {@code data} is an object of texts, the call data.
 *
 * <p>Of Switchhook's own switch also {@code fault}, {@code faults}, {@code journal}, {@code await},
 * {@code recording} and {@code snapshot}, as its control describes them.
 */
public interface Stimulus {
  /**
   * Tells whether the target can be made to do this; scenarios that need what it cannot do are not
   * supported.
   */
  boolean can(String operation);

  /** Tells whether an operation heeds an argument that may be left out. */
  default boolean heeds(String operation, String argument) {
    return can(operation);
  }

  /**
   * Performs an operation. It has taken effect when this returns. Called on the thread that runs
   * the kit.
   *
   * @return what the operation returns, an empty object where it returns nothing
   * @throws BrokenStimulusException if nothing could be asked to do it; the scenario then ends in
   *     error, as the target has no part in that
   * @throws UnsupportedStimulusException if it takes an argument that is not there; the scenario is
   *     then not supported
   * @throws RuntimeException if the operation failed; the scenario is then inconclusive
   */
  JsonNode perform(String operation, ObjectNode arguments);

  /**
   * Returns how much time {@code advance} can let pass in one scenario; empty for any, which takes
   * a clock that can be moved.
   */
  default Optional<Duration> longestWait() {
    return Optional.empty();
  }

  /** Returns the stimulus of a target that can only be reached over the protocol. */
  static Stimulus none() {
    return new Stimulus() {
      @Override
      public boolean can(String operation) {
        return false;
      }

      @Override
      public JsonNode perform(String operation, ObjectNode arguments) {
        throw new IllegalStateException("this target cannot be made to " + operation);
      }
    };
  }
}
