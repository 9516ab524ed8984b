package io.github.switchhook.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.agent.ChannelType;
import io.github.switchhook.simulator.agent.Dispositions;
import io.github.switchhook.simulator.agent.Interaction;
import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.LegState;
import io.github.switchhook.simulator.engine.Engine;
import io.github.switchhook.simulator.engine.Journal;
import io.github.switchhook.simulator.engine.Journal.Kind;
import io.github.switchhook.simulator.engine.Journal.Peer;
import io.github.switchhook.simulator.engine.SwitchClock;
import io.github.switchhook.simulator.farend.FarEnd;
import io.github.switchhook.simulator.fault.Faults;
import io.github.switchhook.simulator.protocol.Capability;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.Refusal;
import io.github.switchhook.simulator.protocol.RequestData;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Steers a switch. An operation has taken effect, and what it caused has been sent, when it
 * returns. Operations are data, so that in-process callers, HTTP and scenario steps share one
 * meaning. Thread-safe.
 */
public final class Control {
  private static final Set<String> OPERATIONS =
      Set.of(
          "reset",
          "call",
          "answer",
          "hangup",
          "busy",
          "refuse",
          "noanswer",
          "heard",
          "dispositions",
          "advance",
          "capability",
          "chat",
          "email",
          "leave",
          "agentleg",
          "recording",
          "snapshot",
          "fault",
          "faults",
          "journal",
          "await");
  // These change nothing, so the journal does not keep them.
  private static final Set<String> QUESTIONS =
      Set.of("heard", "recording", "snapshot", "faults", "journal");

  private final Switch theSwitch;
  private final Engine engine;
  private final SwitchClock clock;
  private final Journal journal;
  private final FaultDesk faults;
  private final JournalDesk journalDesk;

  /** Steers {@code theSwitch} on its engine. */
  public Control(
      Switch theSwitch, Engine engine, SwitchClock clock, Journal journal, Faults faults) {
    this.theSwitch = theSwitch;
    this.engine = engine;
    this.clock = clock;
    this.journal = journal;
    this.faults = new FaultDesk(faults);
    this.journalDesk = new JournalDesk(journal, engine);
  }

  /** The names of all operations, in the order of the alphabet. */
  public List<String> operations() {
    return OPERATIONS.stream().sorted().toList();
  }

  /** Tells whether there is an operation of that name. */
  public boolean can(String operation) {
    return OPERATIONS.contains(operation);
  }

  /**
   * Does something to the switch:
   *
   * <pre>
   * reset         {}       ends sessions and calls, restores capabilities and standing faults
   * call          {from, to}                         a customer calls an agent's extension or a queue
   * answer        {agent?, address}      the far end at address, in that agent's call or in any
   * busy, refuse, noanswer  {agent?, address}          … turns a ringing call down
   * hangup        {agent?, address}                  … leaves, also while it waits in a queue
   * heard         {agent?, address} → {digits}       … reports the DTMF digits it has heard
   * dispositions  {agent, required, dispositions:[{id,name}]}
   * advance       {seconds}                          lets virtual time pass
   * capability    {name, on}                         gives the platform a capability or takes it
   * chat, email   {from, to}                         a customer writes to an endpoint or a queue
   * leave         {to}                               the customer of an endpoint's or a queue's chat or email leaves
   * agentleg      {agent, fails}                     lets the agent leg fail to connect, or not
   * recording     {agent} → {state, segments:[{from,to}]}  the recording of the agent's interaction
   * snapshot      {} → {time, sessions:[…]}          what is up now
   * fault         {kind, agent?, on?, times?, millis?, code?}    installs a fault
   * faults        {} → {faults:[…]}                  those that are installed
   * journal       {since?, agent?, limit?} → {last, entries:[…]}
   * await         {agent?, event | command, since?, count?, timeoutMillis} → {seen, …}
   * </pre>
   *
   * @return what the operation reports; an empty object for most
   * @throws Refusal where the arguments are wrong, or the switch is in no state for it
   */
  public JsonNode perform(String operation, JsonNode arguments) {
    RequestData given = new RequestData(operation, arguments);
    if (operation.equals("await")) {
      return journalDesk.await(given);
    }
    return engine.ask(
        () -> {
          if (can(operation) && !QUESTIONS.contains(operation)) {
            journal.begin(Peer.CONTROL, Kind.CONTROL, operation, arguments.toString());
          }
          return performOnEngine(operation, given);
        });
  }

  private ObjectNode performOnEngine(String operation, RequestData given) {
    ObjectNode report = Codec.object();
    switch (operation) {
      case "reset" -> {
        theSwitch.reset();
        faults.reset();
      }
      case "call" -> theSwitch.call(given.text("from"), given.text("to"));
      case "answer" -> ringing(given, leg -> leg.call().answer(leg));
      case "busy", "refuse", "noanswer" -> ringing(given, leg -> leg.call().fail(leg));
      case "hangup" -> farEnd(given, farEnd -> leg(farEnd).call().clear(leg(farEnd)));
      case "heard" -> farEnd(given, farEnd -> report.put("digits", farEnd.heard()));
      case "dispositions" -> theSwitch.dispositions(given.text("agent"), dispositions(given));
      case "advance" -> advance(Duration.ofSeconds(given.whole("seconds")));
      case "capability" -> theSwitch.capability(capability(given), given.flag("on"));
      case "chat" -> theSwitch.message(ChannelType.CHAT, given.text("from"), given.text("to"));
      case "email" -> theSwitch.message(ChannelType.EMAIL, given.text("from"), given.text("to"));
      case "leave" -> theSwitch.leave(given.text("to"));
      case "agentleg" -> theSwitch.agentLegFails(given.text("agent"), given.flag("fails"));
      case "recording" -> report.setAll(recording(given.text("agent")));
      case "snapshot" -> report.setAll(Snapshot.of(theSwitch.sessions(), clock.now()));
      case "fault" -> faults.install(given);
      case "faults" -> faults.list(report);
      case "journal" -> journalDesk.read(given, report);
      default ->
          throw new Refusal(
              FailureCode.UNKNOWN_COMMAND,
              "expected one of " + operations() + ", got " + operation);
    }
    return report;
  }

  private ObjectNode recording(String agent) {
    return theSwitch
        .interactionAt(agent)
        .map(Interaction::recording)
        .map(Snapshot::recording)
        .map(Codec::object)
        .orElseThrow(
            () -> new Refusal(FailureCode.INVALID_STATE, "agent " + agent + " has no interaction"));
  }

  private void ringing(RequestData given, Consumer<Leg> act) {
    farEnd(
        given,
        farEnd -> {
          Leg leg = leg(farEnd);
          if (leg.state() != LegState.ALERTING) {
            throw new Refusal(
                FailureCode.INVALID_STATE,
                "expected " + farEnd.party().address() + " to be ALERTING; it is " + leg.state());
          }
          act.accept(leg);
        });
  }

  private void farEnd(RequestData given, Consumer<FarEnd> act) {
    theSwitch.farEnd(given.optionalText("agent"), given.text("address"), act);
  }

  private static Leg leg(FarEnd farEnd) {
    return farEnd.leg().orElseThrow();
  }

  private static Dispositions dispositions(RequestData given) {
    return new Dispositions(
        given.flag("required"),
        given.objects("dispositions").stream()
            .map(each -> new Dispositions.Choice(each.text("id"), each.text("name")))
            .toList());
  }

  private static Capability capability(RequestData given) {
    return Capability.find(given.text("name"))
        .orElseThrow(() -> given.expected("name", "a capability"));
  }

  private void advance(Duration by) {
    try {
      clock.advance(by);
    } catch (UnsupportedOperationException e) {
      throw new Refusal(FailureCode.UNSUPPORTED, String.valueOf(e.getMessage()));
    }
  }

  /** What went in and out, oldest first. */
  public List<Journal.Entry> journal() {
    return engine.ask(journal::entries);
  }
}
