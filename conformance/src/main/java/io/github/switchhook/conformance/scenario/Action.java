package io.github.switchhook.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.ExpectedEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
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
  record Customer(Contact contact, String from, String to) implements Action {}

  /**
   * The other end of an agent's call does something.
   *
   * @param party which other end
   * @param of the agent; empty for the first who has such a party
   * @param act what it does
   */
  record PartyActs(Party party, Optional<String> of, PartyAct act) implements Action {}

  /**
   * The other end must have heard these digits, no more and no fewer.
   *
   * @param of the agent; empty for the first who has such a party
   */
  record HasHeard(Party party, Optional<String> of, String digits) implements Action {}

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

  /** How a customer turns to somebody. */
  enum Contact implements Worded {
    CALLS("calls"),
    CHATS("chats with"),
    EMAILS("emails");

    private final String words;

    Contact(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  /** Who is at the other end. */
  enum Party implements Worded {
    FAR_END("far end"),
    CONSULTED("consulted party"),
    THIRD("third party");

    private final String words;

    Party(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  /** What the other end can do. */
  enum PartyAct implements Worded {
    ANSWERS("answers", "answer"),
    HANGS_UP("hangs up", "hangup"),
    IS_BUSY("is busy", "busy"),
    REFUSES("refuses", "refuse"),
    DOES_NOT_ANSWER("does not answer", "noanswer");

    private final String words;
    private final String operation;

    PartyAct(String words, String operation) {
      this.words = words;
      this.operation = operation;
    }

    @Override
    public String words() {
      return words;
    }

    /** Returns the stimulus operation. */
    public String operation() {
      return operation;
    }
  }

  /** Something that a scenario file names with plain words. */
  interface Worded {
    /** Returns the words. */
    String words();

    /** Returns the words of all of them, for a message. */
    static List<String> all(Worded[] values) {
      return List.of(values).stream().map(Worded::words).toList();
    }
  }
}
