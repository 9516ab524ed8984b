package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.Request;
import io.github.switchhook.conformance.match.ResponseCheck;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.protocol.FailureCodes;
import io.github.switchhook.conformance.scenario.ExpectedResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds how a response deviates from what a scenario file expects.
 *
 * @param request what was sent
 * @param response what came
 * @param dialect how the target spells it
 */
record ResponseDeviations(Request request, JsonNode response, Dialect dialect)
    implements ExpectedResponse.Visitor<List<Deviation>> {
  @Override
  public List<Deviation> success(ExpectedResponse.Success success) {
    return orElseData(
        ResponseCheck.success(request, response, ResponseCheck.Data.OWN), success.data());
  }

  @Override
  public List<Deviation> confirm(ExpectedResponse.Confirm confirm) {
    return orElseData(ResponseCheck.confirm(request, response), confirm.data());
  }

  @Override
  public List<Deviation> refusal(ExpectedResponse.Refusal refusal) {
    List<Deviation> found =
        ResponseCheck.failure(
            request, response, !refusal.code().equals(FailureCodes.MALFORMED_MESSAGE));
    return found.isEmpty() ? ResponseCheck.code(refusal.code(), response, dialect) : found;
  }

  @Override
  public List<Deviation> any(ExpectedResponse.Any any) {
    return List.of();
  }

  /** Returns the deviations found so far, or those of the data if there are none yet. */
  private List<Deviation> orElseData(List<Deviation> found, @Nullable JsonNode expected) {
    return expected != null && found.isEmpty() ? ResponseCheck.data(expected, response) : found;
  }
}
