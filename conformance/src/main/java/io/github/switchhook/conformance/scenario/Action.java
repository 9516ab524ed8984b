package io.github.switchhook.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.ExpectedEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The action of one step of a scenario. */
public sealed interface Action {
  /** Calls the visitor's method for this action and returns what it returns. */
  <R> R accept(ActionVisitor<R> visitor);

  /** Returns what a step is called that has no name of its own. */
  String title();

  /** Tells whether a customer or another party outside does it. */
  boolean isExternal();

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

    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.send(this);
    }

    @Override
    public String title() {
      return agent + " sends " + command + to.map(object -> " to " + object).orElse("");
    }

    @Override
    public boolean isExternal() {
      return false;
    }
  }

  /**
   * Drops an agent's connection without a close frame.
   *
   * @param agent the agent
   */
  record Disconnect(String agent) implements Action {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.disconnect(this);
    }

    @Override
    public String title() {
      return agent + " loses the connection";
    }

    @Override
    public boolean isExternal() {
      return false;
    }
  }

  /**
   * An agent logs in on a new connection and overrides the old session.
   *
   * @param agent the agent
   */
  record TakeOver(String agent) implements Action {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.takeOver(this);
    }

    @Override
    public String title() {
      return agent + " takes over";
    }

    @Override
    public boolean isExternal() {
      return false;
    }
  }

  /**
   * A customer calls or writes.
   *
   * @param from the customer's number or address
   * @param to an agent's name, or a queue
   */
  record Customer(ContactType contact, String from, String to) implements Action {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.customer(this);
    }

    @Override
    public String title() {
      return "customer " + from + " " + contact.words() + " " + to;
    }

    @Override
    public boolean isExternal() {
      return true;
    }
  }

  /**
   * The other end of an agent's call does something.
   *
   * @param party which other end
   * @param of the agent; empty for the first agent with such a party
   * @param act what it does
   */
  record PartyActs(RemoteParty party, Optional<String> of, PartyAct act) implements Action {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.partyActs(this);
    }

    @Override
    public String title() {
      return party.words() + " " + act.words();
    }

    @Override
    public boolean isExternal() {
      return true;
    }
  }

  /**
   * The other end must have heard these digits, no more and no fewer.
   *
   * @param of the agent; empty for the first agent with such a party
   */
  record HasHeard(RemoteParty party, Optional<String> of, String digits) implements Action {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.hasHeard(this);
    }

    @Override
    public String title() {
      return party.words() + " has heard " + digits;
    }

    @Override
    public boolean isExternal() {
      return false;
    }
  }

  /**
   * Lets time pass.
   *
   * @param time whole seconds
   */
  record Pass(Duration time) implements Action {
    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.pass(this);
    }

    @Override
    public String title() {
      return time.toSeconds() + " s pass";
    }

    @Override
    public boolean isExternal() {
      return false;
    }
  }

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

    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.waitFor(this);
    }

    @Override
    public String title() {
      return agent + " waits for " + ProtocolNames.write(event);
    }

    @Override
    public boolean isExternal() {
      return false;
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

    @Override
    public <R> R accept(ActionVisitor<R> visitor) {
      return visitor.setDispositions(this);
    }

    @Override
    public String title() {
      return "the switch asks " + agent + " for a disposition";
    }

    @Override
    public boolean isExternal() {
      return false;
    }
  }
}
