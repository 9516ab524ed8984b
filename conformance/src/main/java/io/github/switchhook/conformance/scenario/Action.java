package io.github.switchhook.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.ExpectedEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is done in one step of a scenario. */
public sealed interface Action {
  /**
   * An agent sends a command.
   *
   * @param to the object's name, or a raw target; empty for the object that the command names
   * @param data may hold {@code $names}
   * @param reply how it must be answered
   * @param keep variables to fill from the answer: name to JSON pointer
   */
  record Send(
      String agent,
      String command,
      Optional<String> to,
      JsonNode data,
      ExpectedResponse reply,
      Map<String, String> keep)
      implements Action {
    public Send {
      keep = Map.copyOf(keep);
    }
  }

  /**
   * An agent's connection goes, without a word.
   *
   * @param agent whose
   */
  record Disconnect(String agent) implements Action {}

  /**
   * An agent logs in on a new connection and overrides the old session.
   *
   * @param agent who
   */
  record TakeOver(String agent) implements Action {}

  /**
   * A customer calls or writes.
   *
   * @param from the customer's number or address
   * @param to an agent's name, or a queue
   */
  record Customer(ContactType contact, String from, String to) implements Action {}

  /**
   * The other end of an agent's call does something.
   *
   * @param party which other end
   * @param of the agent; empty for the first who has such a party
   * @param act what it does
   */
  record PartyActs(RemoteParty party, Optional<String> of, PartyAct act) implements Action {}

  /**
   * The other end must have heard these digits, no more and no fewer.
   *
   * @param of the agent; empty for the first who has such a party
   */
  record HasHeard(RemoteParty party, Optional<String> of, String digits) implements Action {}

  /**
   * Time passes.
   *
   * @param time whole seconds
   */
  record Pass(Duration time) implements Action {}

  /**
   * An agent waits for an event; one that came in the step before counts too.
   *
   * @param within how long at most
   * @param keep variables to fill from the event: name to JSON pointer
   */
  record WaitFor(String agent, ExpectedEvent event, Duration within, Map<String, String> keep)
      implements Action {
    public WaitFor {
      keep = Map.copyOf(keep);
    }
  }

  /**
   * The switch asks for a disposition at the end of an agent's calls.
   *
   * @param choices id to name
   */
  record SetDispositions(String agent, boolean required, Map<String, String> choices)
      implements Action {
    public SetDispositions {
      choices = new LinkedHashMap<>(choices);
    }
  }
}
