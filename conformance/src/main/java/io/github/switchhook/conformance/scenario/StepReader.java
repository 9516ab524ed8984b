package io.github.switchhook.conformance.scenario;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.protocol.Columns;
import io.github.switchhook.conformance.protocol.FailureCodes;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.scenario.ScenarioStep.StateCheck;
import io.github.switchhook.conformance.scenario.YamlNode.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one step of a scenario file. */
final class StepReader {
  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final List<String> ALWAYS = List.of("name", "sees", "state");
  private static final List<String> REPLIES = List.of("success", "confirm", "any");

  /** The key that tells the kind of step, and the keys that may stand beside it. */
  private enum StepKind {
    SENDS("sends", "agent", "to", "with", "answer", "keep"),
    CUSTOMER("customer", "calls", "chats with", "emails"),
    PARTY("party", "of", "does", "heard"),
    PASS("pass"),
    WAIT_FOR("wait for", "agent", "within", "keep"),
    DISPOSITIONS("dispositions", "of", "required"),
    DOES("does", "agent");

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> others;

    StepKind(String key, String... others) {
      this.key = key;
      this.others = List.of(others);
    }

    List<String> keys() {
      List<String> keys = new ArrayList<>(ALWAYS);
      keys.add(key);
      keys.addAll(others);
      return keys;
    }
  }

  private final YamlNode node;

  StepReader(YamlNode node) {
    this.node = node;
  }

  ScenarioStep read() {
    Map<String, YamlNode> entries = node.entries();
    StepKind kind =
        Arrays.stream(StepKind.values())
            .filter(candidate -> entries.containsKey(candidate.key))
            .findFirst()
            .orElseThrow(() -> noKind(entries));
    Fields step = node.fields("a step with '" + kind.key + "'", kind.keys());
    Action action =
        switch (kind) {
          case SENDS -> send(step);
          case CUSTOMER -> customer(step);
          case PARTY -> party(step);
          case PASS -> new Action.Pass(wholeSeconds(step.required("pass")));
          case WAIT_FOR ->
              new Action.WaitFor(
                  agent(step.required("agent")),
                  ProtocolNames.event(step.required("wait for")),
                  step.find("within").map(StepReader::duration).orElse(WAIT),
                  keep(step));
          case DISPOSITIONS ->
              new Action.SetDispositions(
                  agent(step.required("of")),
                  step.find("required").map(YamlNode::flag).orElse(false),
                  texts(step.required("dispositions")));
          case DOES -> does(step);
        };
    String title = step.find("name").map(YamlNode::text).orElseGet(action::title);
    return new ScenarioStep(title, node.place(), action, sees(step), states(step));
  }

  private ScenarioFormatException noKind(Map<String, YamlNode> entries) {
    List<String> kinds = Arrays.stream(StepKind.values()).map(kind -> kind.key).toList();
    List<String> known =
        Arrays.stream(StepKind.values()).flatMap(kind -> kind.keys().stream()).distinct().toList();
    return entries.keySet().stream()
        .filter(key -> !known.contains(key))
        .findFirst()
        .map(key -> node.unknown("key", key, known))
        .orElseGet(
            () ->
                node.refuse(
                    "a step needs one of the keys "
                        + String.join(", ", kinds)
                        + " (or include), got "
                        + String.join(", ", entries.keySet())));
  }

  private static Action.Send send(Fields step) {
    YamlNode command = step.required("sends");
    ExpectedResponse reply =
        step.find("answer").map(StepReader::reply).orElse(new ExpectedResponse.Success(null));
    boolean meantToBeUnknown =
        reply.equals(new ExpectedResponse.Refusal(FailureCodes.UNKNOWN_COMMAND));
    if (!meantToBeUnknown && !ProtocolNames.commands().contains(command.text())) {
      throw command.unknown("command", command.text(), ProtocolNames.commands());
    }
    Optional<String> to = step.find("to").map(YamlNode::text);
    if (to.isPresent()
        && !to.get().contains(".")
        && !to.get().contains("$")
        && !ProtocolNames.OBJECTS.contains(to.get())) {
      throw step.required("to").unknown("object", to.get(), ProtocolNames.OBJECTS);
    }
    step.find("with").ifPresent(YamlNode::entries);
    return new Action.Send(
        agent(step.required("agent")),
        command.text(),
        to,
        step.find("with").map(YamlNode::json).orElseGet(Json::object),
        reply,
        keep(step));
  }

  private static ExpectedResponse reply(YamlNode answer) {
    if (answer.isText()) {
      return switch (answer.text()) {
        case "success" -> new ExpectedResponse.Success(null);
        case "confirm" -> new ExpectedResponse.Confirm(null);
        case "any" -> new ExpectedResponse.Any();
        default -> new ExpectedResponse.Refusal(answer.text());
      };
    }
    Fields fields = answer.fields("an answer", REPLIES);
    return fields.find("confirm").isPresent()
        ? new ExpectedResponse.Confirm(fields.required("confirm").json())
        : new ExpectedResponse.Success(fields.required("success").json());
  }

  private static Action customer(Fields step) {
    ContactType contact =
        Arrays.stream(ContactType.values())
            .filter(each -> step.has(each.words()))
            .findFirst()
            .orElse(ContactType.CALL);
    YamlNode to = step.required(contact.words());
    to.refuseSlip("agent or queue", to.text(), ProtocolNames.CALLED);
    return new Action.Customer(contact, step.required("customer").text(), to.text());
  }

  private static Action party(Fields step) {
    RemoteParty party = worded(step.required("party"), "party", RemoteParty.values());
    Optional<String> of = step.find("of").map(StepReader::agent);
    if (step.has("heard")) {
      return new Action.HasHeard(party, of, step.required("heard").text());
    }
    return new Action.PartyActs(party, of, worded(step.required("does"), "act", PartyAct.values()));
  }

  private static Action does(Fields step) {
    String agent = agent(step.required("agent"));
    YamlNode act = step.required("does");
    return switch (act.text()) {
      case "disconnects" -> new Action.Disconnect(agent);
      case "takes over" -> new Action.TakeOver(agent);
      default -> throw act.unknown("act", act.text(), List.of("disconnects", "takes over"));
    };
  }

  private static Map<String, ExpectedEvents> sees(Fields step) {
    Map<String, ExpectedEvents> sees = new LinkedHashMap<>();
    step.find("sees")
        .ifPresent(
            node ->
                node.entries()
                    .forEach(
                        (name, expected) -> sees.put(agent(name, expected), expected(expected))));
    return sees;
  }

  private static ExpectedEvents expected(YamlNode node) {
    if (node.isText()) {
      if (node.text().equals("nothing")) {
        return new ExpectedEvents.Exactly(List.of());
      }
      throw node.refuse(
          "expected a list of events, 'nothing', or contains and never, got " + node.text());
    }
    if (node.isList()) {
      return new ExpectedEvents.Exactly(events(node));
    }
    Fields fields = node.fields("what an agent sees", List.of("contains", "never"));
    return new ExpectedEvents.Among(
        fields.find("contains").map(StepReader::events).orElse(List.of()),
        fields.find("never").map(StepReader::events).orElse(List.of()));
  }

  private static List<ExpectedEvent> events(YamlNode node) {
    return node.items().stream().map(ProtocolNames::event).toList();
  }

  private static List<StateCheck> states(Fields step) {
    List<StateCheck> checks = new ArrayList<>();
    step.find("state")
        .ifPresent(
            node ->
                node.entries()
                    .forEach(
                        (agent, objects) ->
                            objects
                                .entries()
                                .forEach(
                                    (object, value) ->
                                        checks.addAll(
                                            checks(agent(agent, objects), object, value)))));
    return checks;
  }

  /** Reads {@code conversation: HELD} or {@code conversation: {state: HELD, muted: true}}. */
  private static List<StateCheck> checks(String agent, String object, YamlNode value) {
    ObjectRole role =
        ObjectRole.of(object)
            .orElseThrow(() -> value.unknown("object", object, ProtocolNames.OBJECTS));
    Map<String, YamlNode> columns =
        value.isText() ? Map.of("state", value) : value.fields("a state", Columns.STATES).entries();
    List<StateCheck> checks = new ArrayList<>();
    columns.forEach(
        (column, word) -> {
          ProtocolNames.checkWord(word, role, column, word.text());
          checks.add(new StateCheck(agent, role, column, word.text()));
        });
    return checks;
  }

  private static Map<String, String> keep(Fields step) {
    Map<String, String> keep = step.find("keep").map(StepReader::texts).orElse(Map.of());
    keep.forEach(
        (name, pointer) -> {
          if (!pointer.startsWith("/")) {
            throw step.required("keep")
                .refuse(name + ": expected a JSON pointer such as /data/session, got " + pointer);
          }
          JsonPointer.compile(pointer);
        });
    return keep;
  }

  static Map<String, String> texts(YamlNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.entries().forEach((key, value) -> texts.put(key, value.text()));
    return texts;
  }

  /** Reads a constant by its words; the message of a wrong one says what it was meant to be. */
  static <T extends Worded> T worded(YamlNode node, String what, T[] values) {
    return Worded.find(values, node.text())
        .orElseThrow(() -> node.unknown(what, node.text(), Worded.all(values)));
  }

  private static String agent(YamlNode node) {
    return agent(node.text(), node);
  }

  static String agent(String name, YamlNode at) {
    if (!AgentNames.IDS.contains(name)) {
      throw at.unknown("agent", name, AgentNames.IDS);
    }
    return name;
  }

  private static Duration wholeSeconds(YamlNode node) {
    Duration time = duration(node);
    if (time.toMillisPart() != 0 || time.isZero()) {
      throw node.refuse("expected whole seconds, got " + node.text());
    }
    return time;
  }

  private static Duration duration(YamlNode node) {
    return Spans.parse(node.text())
        .orElseThrow(
            () -> node.refuse("expected a time such as 5s, 2m or 500ms, got " + node.text()));
  }
}
