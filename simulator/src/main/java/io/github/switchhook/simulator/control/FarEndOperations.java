package io.github.switchhook.simulator.control;

import static io.github.switchhook.simulator.control.Operation.act;
import static io.github.switchhook.simulator.control.Operation.question;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.LegState;
import io.github.switchhook.simulator.farend.FarEnd;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.protocol.RequestData;
import io.github.switchhook.simulator.text.Quote;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The operations on the far end at {@code address}: in the call of {@code agent}, or in any without
 * it. In a turn only.
 */
final class FarEndOperations {
  private static final Argument AGENT = Argument.text("agent").optional();
  private static final Argument ADDRESS = Argument.text("address");

  private final Switch theSwitch;

  FarEndOperations(Switch theSwitch) {
    this.theSwitch = theSwitch;
  }

  List<Operation> operations() {
    return List.of(
        act("answer")
            .takes(AGENT, ADDRESS)
            .does(given -> whileRinging(given, leg -> leg.call().answer(leg))),
        act("busy").takes(AGENT, ADDRESS).does(this::turnDown),
        act("refuse").takes(AGENT, ADDRESS).does(this::turnDown),
        act("noanswer").takes(AGENT, ADDRESS).does(this::turnDown),
        act("hangup")
            .takes(AGENT, ADDRESS)
            .does(given -> farEnd(given, farEnd -> leg(farEnd).call().clear(leg(farEnd)))),
        act("senddtmf").takes(AGENT, ADDRESS, Argument.text("digits")).does(this::send),
        question("heard").takes(AGENT, ADDRESS).reports("digits").by(this::heard));
  }

  private void turnDown(RequestData given) {
    whileRinging(given, leg -> leg.call().fail(leg));
  }

  private void send(RequestData given) {
    String digits = given.digits("digits");
    whileIn("answered", LegState::answered, given, leg -> leg.call().sendDigits(leg, digits));
  }

  private ObjectNode heard(RequestData given) {
    ObjectNode report = Codec.object();
    farEnd(given, farEnd -> report.put("digits", farEnd.heard()));
    return report;
  }

  private void whileRinging(RequestData given, Consumer<Leg> deed) {
    whileIn("ALERTING", state -> state == LegState.ALERTING, given, deed);
  }

  private void whileIn(
      String expected, Predicate<LegState> states, RequestData given, Consumer<Leg> deed) {
    farEnd(
        given,
        farEnd -> {
          Leg leg = leg(farEnd);
          if (!states.test(leg.state())) {
            throw new RefusalException(
                FailureCode.INVALID_STATE,
                "expected "
                    + Quote.plain(farEnd.party().address())
                    + " to be "
                    + expected
                    + "; it is "
                    + leg.state());
          }
          deed.accept(leg);
        });
  }

  private void farEnd(RequestData given, Consumer<FarEnd> deed) {
    theSwitch.farEnd(given.optionalText("agent"), given.text("address"), deed);
  }

  private static Leg leg(FarEnd farEnd) {
    return farEnd.leg().orElseThrow();
  }
}
