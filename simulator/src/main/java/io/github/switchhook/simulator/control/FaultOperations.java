package io.github.switchhook.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.fault.Fault;
import io.github.switchhook.simulator.fault.Faults;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.protocol.RequestData;
import java.time.Duration;
import java.util.List;

/** The operations on faults. In a turn only. */
final class FaultOperations {
  private final Faults faults;

  FaultOperations(Faults faults) {
    this.faults = faults;
  }

  List<Operation> operations() {
    return List.of(
        Operation.act("fault")
            .takes(
                Argument.text("kind"),
                Argument.text("agent").optional(),
                Argument.text("on").optional(),
                Argument.count("times").optional(),
                Argument.whole("millis").optional(),
                Argument.whole("code").optional())
            .does(this::install),
        Operation.question("faults").reports("faults").by(given -> list()));
  }

  private void install(RequestData given) {
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
      throw new RefusalException(FailureCode.INVALID_DATA, "fault." + e.getMessage());
    }
  }

  private static int times(RequestData given) {
    return given.has("times") ? given.countOrAll("times").orElse(Fault.ALWAYS) : 1;
  }

  /** Returns {@code {faults:[{kind, agent?, on?, times, struck}]}}, oldest first. */
  private ObjectNode list() {
    ObjectNode report = Codec.object();
    ArrayNode all = report.putArray("faults");
    for (Faults.Installed each : faults.installed()) {
      Fault fault = each.fault();
      ObjectNode row = all.addObject().put("kind", fault.kind().wireName());
      if (fault.agent() != null) {
        row.put("agent", fault.agent());
      }
      if (fault.on() != null) {
        row.put("on", fault.on());
      }
      if (fault.times() == Fault.ALWAYS) {
        row.put("times", RequestData.ALL);
      } else {
        row.put("times", fault.times());
      }
      row.put("struck", each.struck());
    }
    return report;
  }
}
