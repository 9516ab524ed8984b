package io.github.switchhook.conformance.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/** The {@code result} of a response (PROTOCOL 1), as it stands on the wire. */
public final class Result {
  public static final String SUCCESS = "success";
  public static final String CONFIRM = "confirm";
  public static final String FAILURE = "failure";

  private Result() {}

  /** Returns the result of a response; empty text where it has none. */
  public static String of(JsonNode response) {
    return response.path("result").asText();
  }

  /** Tells whether a response says success. */
  public static boolean isSuccess(JsonNode response) {
    return of(response).equals(SUCCESS);
  }

  /** Tells whether a response asks for a confirmation. */
  public static boolean isConfirm(JsonNode response) {
    return of(response).equals(CONFIRM);
  }

  /** Tells whether a response says failure. */
  public static boolean isFailure(JsonNode response) {
    return of(response).equals(FAILURE);
  }
}
