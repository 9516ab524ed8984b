package io.github.switchhook.simulator.control;

import static io.github.switchhook.simulator.control.Operation.act;
import static io.github.switchhook.simulator.control.Operation.question;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.agent.ChannelType;
import io.github.switchhook.simulator.agent.Dispositions;
import io.github.switchhook.simulator.agent.Interaction;
import io.github.switchhook.simulator.agent.OfferResult;
import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.engine.SwitchClock;
import io.github.switchhook.simulator.protocol.Capability;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.protocol.RequestData;
import io.github.switchhook.simulator.text.Quote;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations on customers, agents and the platform. In a turn only. */
final class SwitchOperations {
  private static final Argument AGENT = Argument.text("agent");
  private static final Argument FROM = Argument.text("from");
  private static final Argument TO = Argument.text("to");
  private static final Argument DATA = Argument.texts("data").optional();

  private final Switch theSwitch;
  private final SwitchClock clock;

  SwitchOperations(Switch theSwitch, SwitchClock clock) {
    this.theSwitch = theSwitch;
    this.clock = clock;
  }

  List<Operation> operations() {
    return List.of(
        act("call")
            .takes(FROM, TO, DATA)
            .reports("outcome")
            .by(
                given ->
                    report(theSwitch.call(given.address("from"), given.text("to"), data(given)))),
        act("chat")
            .takes(FROM, TO, DATA)
            .reports("outcome")
            .by(given -> message(ChannelType.CHAT, given)),
        act("email")
            .takes(FROM, TO, DATA)
            .reports("outcome")
            .by(given -> message(ChannelType.EMAIL, given)),
        act("leave").takes(TO).does(given -> theSwitch.leave(given.text("to"))),
        act("dispositions")
            .takes(
                AGENT,
                Argument.flag("required"),
                Argument.list("dispositions", Argument.text("id"), Argument.text("name")))
            .does(given -> theSwitch.dispositions(given.text("agent"), dispositions(given))),
        act("agentleg")
            .takes(AGENT, Argument.flag("fails"))
            .does(given -> theSwitch.agentLegFails(given.text("agent"), given.flag("fails"))),
        act("capability")
            .takes(Argument.text("name"), Argument.flag("on"))
            .does(given -> theSwitch.capability(capability(given), given.flag("on"))),
        act("advance")
            .takes(Argument.whole("seconds"))
            .does(given -> advance(Duration.ofSeconds(given.whole("seconds")))),
        question("recording").takes(AGENT).reports("time", "state", "segments").by(this::recording),
        question("snapshot")
            .reports("time", "sessions", "waiting")
            .by(given -> Snapshot.of(theSwitch.sessions(), theSwitch.waiting(), clock.now())));
  }

  private ObjectNode message(ChannelType type, RequestData given) {
    return report(theSwitch.message(type, given.address("from"), given.text("to"), data(given)));
  }

  private static ObjectNode report(OfferResult outcome) {
    return Codec.object().put("outcome", outcome.wireName());
  }

  private static Map<String, String> data(RequestData given) {
    return given.has("data") ? given.texts("data") : Map.of();
  }

  private static Dispositions dispositions(RequestData given) {
    List<RequestData> choices = given.objects("dispositions");
    if (given.flag("required") && choices.isEmpty()) {
      throw given.expected("dispositions", "at least one, because the agent has to choose one");
    }
    Set<String> ids = new HashSet<>();
    for (RequestData choice : choices) {
      if (!ids.add(choice.text("id"))) {
        throw choice.expected("id", "one that no other choice has");
      }
    }
    return new Dispositions(
        given.flag("required"),
        choices.stream()
            .map(each -> new Dispositions.Choice(each.text("id"), each.text("name")))
            .toList());
  }

  private static Capability capability(RequestData given) {
    return Capability.find(given.text("name"))
        .orElseThrow(
            () ->
                given.expected(
                    "name",
                    "one of "
                        + List.of(Capability.values()).stream()
                            .map(Capability::wireName)
                            .toList()));
  }

  private void advance(Duration by) {
    try {
      clock.advance(by);
    } catch (UnsupportedOperationException e) {
      throw new RefusalException(FailureCode.UNSUPPORTED, String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode recording(RequestData given) {
    String agent = given.text("agent");
    Interaction interaction =
        theSwitch
            .latestAt(agent)
            .orElseThrow(
                () ->
                    new RefusalException(
                        FailureCode.INVALID_STATE,
                        "agent " + Quote.plain(agent) + " has had no interaction"));
    ObjectNode report = Codec.object().put("time", clock.now().toString());
    report.setAll(Codec.object(Snapshot.recording(interaction.recording())));
    return report;
  }
}
