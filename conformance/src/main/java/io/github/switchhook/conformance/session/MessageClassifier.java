package io.github.switchhook.conformance.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.protocol.MessageKind;
import io.github.switchhook.conformance.text.Excerpt;
import io.github.switchhook.conformance.wire.Inbound;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Sorts the messages of a connection: answers for the waiting caller, and events of the step. */
public final class MessageClassifier {
  /** The kinds of message that the agent waits for. */
  enum Owed {
    NOTHING,
    RESPONSE,
    BARRIER,
    /** Whichever of the two comes first. */
    EITHER
  }

  /** The longest part shown of what is neither event nor response, in UTF-16 units. */
  private static final int SHOWN = 80;

  private final BiFunction<JsonNode, Boolean, ActualEvent> view;
  private final Consumer<ActualEvent> events;
  private final Consumer<Deviation> remarks;
  private boolean unanswered;

  /**
   * Makes the classifier of one connection.
   *
   * @param view turns a raw event into what the scenario sees; the flag says whether a response is
   *     still owed
   * @param events takes what was seen, in order
   * @param remarks takes slips that are reported on their own
   */
  public MessageClassifier(
      BiFunction<JsonNode, Boolean, ActualEvent> view,
      Consumer<ActualEvent> events,
      Consumer<Deviation> remarks) {
    this.view = view;
    this.events = events;
    this.remarks = remarks;
  }

  /** Notes that a response did not come in time, so that it is late if it comes. */
  void gaveUp() {
    unanswered = true;
  }

  /** Returns the message if it is the answer that is owed; records it otherwise. */
  Optional<JsonNode> sort(Inbound.Message next, Owed owed) {
    boolean early = owed == Owed.RESPONSE || owed == Owed.EITHER;
    if (!(next instanceof Inbound.Text text)) {
      events.accept(ActualEvent.oddity("a binary message", early));
      return Optional.empty();
    }
    JsonNode message = text.json().orElseGet(MissingNode::getInstance);
    String shown = Excerpt.of(text.text(), SHOWN);
    switch (MessageKind.of(message)) {
      case NO_OBJECT -> events.accept(ActualEvent.oddity("not a JSON object: " + shown, early));
      case OTHER ->
          events.accept(ActualEvent.oddity("neither event nor response: " + shown, early));
      case BARRIER -> {
        return owed == Owed.BARRIER || owed == Owed.EITHER
            ? Optional.of(message)
            : Optional.empty();
      }
      case EVENT -> {
        remarkBlanks("event name", message.path("name"));
        events.accept(view.apply(message, early));
      }
      case RESPONSE -> {
        remarkBlanks("command", message.path("command"));
        if (early) {
          return Optional.of(message);
        }
        String what =
            unanswered ? "a late response: " : "a response that answers no open request: ";
        events.accept(ActualEvent.oddity(what + shown, false));
      }
    }
    return Optional.empty();
  }

  private void remarkBlanks(String what, JsonNode name) {
    if (name.isTextual()
        && !name.textValue().isBlank()
        && !name.textValue().equals(name.textValue().strip())) {
      remarks.accept(
          new Deviation(
              DeviationKind.WHITESPACE,
              "blanks around the " + what + " \"" + name.textValue() + "\""));
    }
  }
}
