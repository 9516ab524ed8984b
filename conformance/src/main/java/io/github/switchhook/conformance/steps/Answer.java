package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.Deviation;

/** What became of waiting for a message of the target. */
sealed interface Answer {
  /**
   * It came.
   *
   * @param message the whole message
   */
  record Message(JsonNode message) implements Answer {}

  /**
   * It did not come.
   *
   * @param deviation why not
   * @param lookAt what to look at, as it goes on from "look at"
   * @param over whether nothing can come any more on this connection
   */
  record Lost(Deviation deviation, String lookAt, boolean over) implements Answer {}
}
