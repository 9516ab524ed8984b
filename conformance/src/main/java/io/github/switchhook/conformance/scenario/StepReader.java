package io.github.switchhook.conformance.scenario;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.scenario.Deed.Party;
import io.github.switchhook.conformance.scenario.Deed.PartyAct;
import io.github.switchhook.conformance.scenario.Deed.Worded;
import io.github.switchhook.conformance.scenario.ScenarioStep.StateCheck;
import io.github.switchhook.conformance.scenario.YamlNode.Fields;
import io.github.switchhook.conformance.wire.Json;
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
  private enum Kind {
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

    Kind(String key, String... others) {
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
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(candidate -> entries.containsKey(candidate.key))
            .findFirst()
            .orElseThrow(() -> noKind(entries));
    Fields step = node.fields("a step with '" + kind.key + "'", kind.keys());
    Deed deed =
        switch (kind) {
          case SENDS -> send(step);
          case CUSTOMER -> customer(step);
          case PARTY -> party(step);
          case PASS -> new Deed.Pass(wholeSeconds(step.required("pass")));
          case WAIT_FOR ->
              new Deed.WaitFor(
                  agent(step.required("agent")),
                  Vocabulary.event(step.required("wait for")),
                  step.find("within").map(StepReader::duration).orElse(WAIT),
                  keep(step));
          case DISPOSITIONS ->
              new Deed.SetDispositions(
                  agent(step.required("of")),
                  step.find("required").map(YamlNode::flag).orElse(false),
                  texts(step.required("dispositions")));
          case DOES -> does(step);
        };
    String title =
        step.find("name").map(YamlNode::text).orElseGet(() -> ScenarioStep.titleOf(deed));
    return new ScenarioStep(title, node.place(), deed, sees(step), states(step));
  }

  private ScenarioFormatException noKind(Map<String, YamlNode> entries) {
    List<String> kinds = Arrays.stream(Kind.values()).map(kind -> kind.key).toList();
    List<String> known =
        Arrays.stream(Kind.values()).flatMap(kind -> kind.keys().stream()).distinct().toList();
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

  private static Deed.Send send(Fields step) {
    YamlNode command = step.required("sends");
    Reply reply = step.find("answer").map(StepReader::reply).orElse(new Reply.Success(null));
    boolean meantToBeUnknown =
        reply instanceof Reply.Refusal refusal && refusal.code().equals("unknown-command");
    if (!meantToBeUnknown && !Vocabulary.commands().contains(command.text())) {
      throw command.unknown("command", command.text(), Vocabulary.commands());
    }
    Optional<String> to = step.find("to").map(YamlNode::text);
    if (to.isPresent()
        && !to.get().contains(".")
        && !to.get().contains("$")
        && !Vocabulary.OBJECTS.contains(to.get())) {
      throw step.required("to").unknown("object", to.get(), Vocabulary.OBJECTS);
    }
    step.find("with").ifPresent(YamlNode::entries);
    return new Deed.Send(
        agent(step.required("agent")),
        command.text(),
        to,
        step.find("with").map(YamlNode::json).orElseGet(Json::object),
        reply,
        keep(step));
  }

  private static Reply reply(YamlNode answer) {
    if (answer.isText()) {
      return switch (answer.text()) {
        case "success" -> new Reply.Success(null);
        case "confirm" -> new Reply.Confirm(null);
        case "any" -> new Reply.Any();
        default -> new Reply.Refusal(answer.text());
      };
    }
    Fields fields = answer.fields("an answer", REPLIES);
    return fields.find("confirm").isPresent()
        ? new Reply.Confirm(fields.required("confirm").json())
        : new Reply.Success(fields.required("success").json());
  }

  private static Deed customer(Fields step) {
    Deed.Contact contact =
        Arrays.stream(Deed.Contact.values())
            .filter(each -> step.has(each.words()))
            .findFirst()
            .orElse(Deed.Contact.CALLS);
    YamlNode to = step.required(contact.words());
    to.refuseSlip("agent or queue", to.text(), Vocabulary.CALLED);
    return new Deed.Customer(contact, step.required("customer").text(), to.text());
  }

  private static Deed party(Fields step) {
    Party party = worded(step.required("party"), "party", Party.values());
    Optional<String> of = step.find("of").map(StepReader::agent);
    if (step.has("heard")) {
      return new Deed.HasHeard(party, of, step.required("heard").text());
    }
    return new Deed.PartyActs(party, of, worded(step.required("does"), "act", PartyAct.values()));
  }

  private static Deed does(Fields step) {
    String agent = agent(step.required("agent"));
    YamlNode act = step.required("does");
    return switch (act.text()) {
      case "disconnects" -> new Deed.Disconnect(agent);
      case "takes over" -> new Deed.TakeOver(agent);
      default -> throw act.unknown("act", act.text(), List.of("disconnects", "takes over"));
    };
  }

  private static Map<String, Sight> sees(Fields step) {
    Map<String, Sight> sees = new LinkedHashMap<>();
    step.find("sees")
        .ifPresent(
            node ->
                node.entries()
                    .forEach((name, sight) -> sees.put(agent(name, sight), sight(sight))));
    return sees;
  }

  private static Sight sight(YamlNode node) {
    if (node.isText()) {
      if (node.text().equals("nothing")) {
        return new Sight.Exactly(List.of());
      }
      throw node.refuse(
          "expected a list of events, 'nothing', or contains and never, got " + node.text());
    }
    if (node.isList()) {
      return new Sight.Exactly(events(node));
    }
    Fields fields = node.fields("what an agent sees", List.of("contains", "never"));
    return new Sight.Among(
        fields.find("contains").map(StepReader::events).orElse(List.of()),
        fields.find("never").map(StepReader::events).orElse(List.of()));
  }

  private static List<ExpectedEvent> events(YamlNode node) {
    return node.items().stream().map(Vocabulary::event).toList();
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

  /** {@code conversation: HELD} or {@code conversation: {state: HELD, muted: true}}. */
  private static List<StateCheck> checks(String agent, String object, YamlNode value) {
    Alias alias =
        Alias.of(object).orElseThrow(() -> value.unknown("object", object, Vocabulary.OBJECTS));
    Map<String, YamlNode> columns =
        value.isText()
            ? Map.of("state", value)
            : value.fields("a state", Vocabulary.COLUMNS).entries();
    List<StateCheck> checks = new ArrayList<>();
    columns.forEach(
        (column, word) -> {
          Vocabulary.checkWord(word, alias, column, word.text());
          checks.add(new StateCheck(agent, alias, column, word.text()));
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

  private static <T extends Enum<T> & Worded> T worded(YamlNode node, String what, T[] values) {
    return Arrays.stream(values)
        .filter(value -> value.words().equals(node.text()))
        .findFirst()
        .orElseThrow(() -> node.unknown(what, node.text(), Worded.all(values)));
  }

  private static String agent(YamlNode node) {
    return agent(node.text(), node);
  }

  static String agent(String name, YamlNode at) {
    if (!ScenarioFile.AGENTS.contains(name)) {
      throw at.unknown("agent", name, ScenarioFile.AGENTS);
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
