package io.github.switchhook.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** How a command must be answered. */
public sealed interface ExpectedResponse {
  /**
   * It succeeds.
   *
   * @param data what the answer's data must hold at least; null where nothing is said
   */
  record Success(@Nullable JsonNode data) implements ExpectedResponse {}

  /**
   * It must be confirmed.
   *
   * @param data what the prompt's data must hold at least; null where nothing is said
   */
  record Confirm(@Nullable JsonNode data) implements ExpectedResponse {}

  /**
   * It is refused.
   *
   * @param code the failure code in PROTOCOL's spelling
   */
  record Refusal(String code) implements ExpectedResponse {}

  /** However it is answered, it is right. */
  record Any() implements ExpectedResponse {}
}
