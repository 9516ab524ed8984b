package io.github.switchhook.conformance.report;

import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.verdict.RequirementResult;
import io.github.switchhook.conformance.verdict.Verdict;
import java.util.List;

/** Renders a run as a badge: the JSON that an endpoint of shields.io returns. */
final class Badge {
  private Badge() {}

  static String render(Report report) {
    List<RequirementResult> requirements = report.runVerdict().requirements();
    long pass = requirements.stream().filter(r -> r.verdict() == Verdict.PASS).count();
    return Json.pretty(
            Json.object()
                .put("schemaVersion", 1)
                .put("label", "CTI conformance")
                .put(
                    "message",
                    report.outcome().word()
                        + (requirements.isEmpty()
                            ? ""
                            : ", " + pass + " of " + requirements.size()))
                .put(
                    "color",
                    switch (report.outcome()) {
                      case SUCCESS -> "brightgreen";
                      case PARTIAL -> "yellow";
                      case FAILURE -> "red";
                    })
                .put("isError", report.problem().isPresent()))
        + "\n";
  }
}
