package io.github.switchhook.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.fault.Fault;
import io.github.switchhook.simulator.fault.Faults;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.Refusal;
import io.github.switchhook.simulator.protocol.RequestData;
import java.time.Duration;

/** The operations on faults. Engine thread only. */
final class FaultDesk {
  private static final String ALL = "all";

  private final Faults faults;

  FaultDesk(Faults faults) {
    this.faults = faults;
  }

  void reset() {
    faults.reset();
  }

  /** {@code {kind, agent?, on?, times? (1, or "all"), millis?, code?}}. */
  void install(RequestData given) {
    try {
      Fault fault =
          new Fault(
                  Fault.kind(given.text("kind")),
                  given.optionalText("on").orElse(null),
                  times(given))
              .withAgent(given.optionalText("agent").orElse(null));
      if (given.has("millis")) {
        fault = fault.withDelay(Duration.ofMillis(given.whole("millis")));
      }
      if (given.has("code")) {
        fault = fault.withCloseCode(given.whole("code"));
      }
      faults.install(fault);
    } catch (IllegalArgumentException e) {
      throw new Refusal(FailureCode.INVALID_DATA, "fault." + e.getMessage());
    }
  }

  private static int times(RequestData given) {
    if (!given.has("times")) {
      return 1;
    }
    return given.is("times", ALL) ? Fault.ALWAYS : given.whole("times");
  }

  /** {@code {faults:[{kind, agent?, on?, times, struck}]}}. */
  void list(ObjectNode report) {
    ArrayNode all = report.putArray("faults");
    for (Faults.Installed each : faults.installed()) {
      Fault fault = each.fault();
      ObjectNode row = all.addObject().put("kind", fault.kind().word());
      if (fault.agent() != null) {
        row.put("agent", fault.agent());
      }
      if (fault.on() != null) {
        row.put("on", fault.on());
      }
      if (fault.times() == Fault.ALWAYS) {
        row.put("times", ALL);
      } else {
        row.put("times", fault.times());
      }
      row.put("struck", each.struck());
    }
  }
}
