package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes what one step does in a feature's sentences, and returns how the sentences about events go
 * on. Its methods throw a {@link ScenarioFormatException} where no sentence says it.
 */
final class ActionSentences implements ActionVisitor<ActionSentences.EventsFollow> {
  /** The ways in which the sentences about events go on. */
  enum EventsFollow {
    /** With Then: the events are the outcome of the step. */
    AS_OUTCOME,
    /** With And, as an answer stands before them. */
    AFTER_ANSWER,
    /** With Then, but only where there are events: what was written is an assertion itself. */
    IF_ANY
  }

  /** The customers in the words of the sentences, by number. */
  private static final Map<String, String> CUSTOMERS =
      Map.of("5559000", "a customer", "5559001", "another customer");

  private static final List<String> QUEUES = List.of("sales", "service");

  /** Commands whose success does not repeat their data. */
  private static final Set<String> WITHOUT_DATA =
      Set.of(Commands.SESSION_START, Commands.SESSION_LOGOUT);

  private final ScenarioStep step;
  private final UnaryOperator<String> filler;
  private final GherkinLines out;

  /** Sentences for a step; the filler puts the scenario's variables into a text. */
  ActionSentences(ScenarioStep step, UnaryOperator<String> filler, GherkinLines out) {
    this.step = step;
    this.filler = filler;
    this.out = out;
  }

  @Override
  public EventsFollow send(Action.Send send) {
    if (!send.keep().isEmpty()) {
      throw FeatureWriter.cannot(step, "it keeps variables, and a feature has none");
    }
    String to =
        send.to()
            .map(
                words ->
                    ObjectRole.of(words)
                        .map(a -> " to the " + words)
                        .orElse(" to \"" + filled(words) + "\""))
            .orElse("");
    String with = send.data().isEmpty() ? "" : " with " + filled(Json.write(send.data()));
    out.line("When", AgentNames.inSentence(send.agent()) + " sends " + send.command() + to + with);
    out.line("Then", send.reply().accept(new ResponseSentences(send.command())));
    return EventsFollow.AFTER_ANSWER;
  }

  @Override
  public EventsFollow disconnect(Action.Disconnect disconnect) {
    return when(AgentNames.inSentence(disconnect.agent()) + "'s connection drops");
  }

  @Override
  public EventsFollow takeOver(Action.TakeOver takeOver) {
    String agent = AgentNames.inSentence(takeOver.agent());
    out.line("When", agent + " logs in elsewhere with override");
    out.line("Then", "it succeeds with {}");
    out.line("And", "no event follows");
    out.line("When", agent + " sends session.start");
    out.line("Then", "it succeeds without data");
    return EventsFollow.AS_OUTCOME;
  }

  @Override
  public EventsFollow customer(Action.Customer customer) {
    String who = CUSTOMERS.get(filled(customer.from()));
    if (who == null) {
      throw FeatureWriter.cannot(
          step,
          "a feature's customers have the numbers 5559000 and 5559001, not " + customer.from());
    }
    String to = customer.to();
    if (!AgentNames.IDS.contains(to) && !QUEUES.contains(to)) {
      throw FeatureWriter.cannot(step, "a feature's queues are sales and service, not " + to);
    }
    return when(
        who
            + " "
            + customer.contact().words()
            + " "
            + (QUEUES.contains(to) ? "the queue " + to : AgentNames.inSentence(to)));
  }

  @Override
  public EventsFollow partyActs(Action.PartyActs acts) {
    return when("the " + acts.party().words() + " " + acts.act().words());
  }

  @Override
  public EventsFollow hasHeard(Action.HasHeard heard) {
    out.line(
        "Then", "the " + heard.party().words() + " has heard \"" + filled(heard.digits()) + "\"");
    return EventsFollow.IF_ANY;
  }

  @Override
  public EventsFollow pass(Action.Pass pass) {
    long seconds = pass.time().toSeconds();
    return when(seconds + (seconds == 1 ? " second passes" : " seconds pass"));
  }

  @Override
  public EventsFollow waitFor(Action.WaitFor wait) {
    throw FeatureWriter.cannot(step, "it waits, and a feature does not; it can let time pass");
  }

  @Override
  public EventsFollow setDispositions(Action.SetDispositions set) {
    String kind = set.required() ? "required" : "optional";
    when(AgentNames.inSentence(set.agent()) + "'s channel gets " + kind + " dispositions:");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("id", "name"));
    set.choices().forEach((id, name) -> rows.add(List.of(id, name)));
    out.table(rows);
    return EventsFollow.AS_OUTCOME;
  }

  private EventsFollow when(String text) {
    out.line("When", text);
    return EventsFollow.AS_OUTCOME;
  }

  private String filled(String text) {
    return filler.apply(text);
  }

  /** The sentence that says how a command is answered. */
  private final class ResponseSentences implements ExpectedResponse.Visitor<String> {
    private final String command;

    ResponseSentences(String command) {
      this.command = command;
    }

    @Override
    public String success(ExpectedResponse.Success success) {
      return WITHOUT_DATA.contains(command)
          ? "it succeeds without data"
          : "it succeeds with "
              + (success.data() == null ? "{}" : filled(Json.write(success.data())));
    }

    @Override
    public String confirm(ExpectedResponse.Confirm confirm) {
      return "it must be confirmed"
          + (confirm.data() == null ? "" : " with " + filled(Json.write(confirm.data())));
    }

    @Override
    public String refusal(ExpectedResponse.Refusal refusal) {
      return "it is refused as " + refusal.code();
    }

    @Override
    public String any(ExpectedResponse.Any any) {
      throw FeatureWriter.cannot(step, "it takes any answer, and a feature says which");
    }
  }
}
