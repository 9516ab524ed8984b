package io.github.switchhook.conformance.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.Deviation;

/** What became of waiting for a message of the target. */
public sealed interface Awaited {
  /**
   * It came.
   *
   * @param message the whole message
   */
  record Message(JsonNode message) implements Awaited {}

  /**
   * It did not come.
   *
   * @param deviation why not
   * @param lookAt what to look at, as it goes on from "look at"
   * @param over whether nothing can come any more on this connection
   */
  record Lost(Deviation deviation, String lookAt, boolean over) implements Awaited {}
}
