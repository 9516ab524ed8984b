package io.github.switchhook.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The response that a command must get. */
public sealed interface ExpectedResponse {
  /** Calls the visitor's method for this case and returns what it returns. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Handles each case; a class that implements this handles all of them.
   *
   * @param <R> the type of the result
   */
  interface Visitor<R> {
    R success(Success success);

    R confirm(Confirm confirm);

    R refusal(Refusal refusal);

    R any(Any any);
  }

  /**
   * The response must say success.
   *
   * @param data what the answer's data must hold at least; null where nothing is said
   */
  record Success(@Nullable JsonNode data) implements ExpectedResponse {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.success(this);
    }
  }

  /**
   * The response must ask for a confirmation.
   *
   * @param data what the prompt's data must hold at least; null where nothing is said
   */
  record Confirm(@Nullable JsonNode data) implements ExpectedResponse {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.confirm(this);
    }
  }

  /**
   * The response must say failure.
   *
   * @param code the failure code in PROTOCOL's spelling
   */
  record Refusal(String code) implements ExpectedResponse {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refusal(this);
    }
  }

  /** Any response is right. */
  record Any() implements ExpectedResponse {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.any(this);
    }
  }
}
