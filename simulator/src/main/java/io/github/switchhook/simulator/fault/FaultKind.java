package io.github.switchhook.simulator.fault;

import io.github.switchhook.simulator.protocol.Command;
import io.github.switchhook.simulator.protocol.EventName;
import io.github.switchhook.simulator.protocol.Message;
import io.github.switchhook.simulator.protocol.Message.Confirm;
import io.github.switchhook.simulator.protocol.Message.Event;
import io.github.switchhook.simulator.protocol.Message.Failure;
import io.github.switchhook.simulator.protocol.Message.Success;
import io.github.switchhook.simulator.protocol.Nearest;
import io.github.switchhook.simulator.protocol.ObjectKind;
import io.github.switchhook.simulator.text.Quote;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The faults that the switch can have, each with the requirements that it breaks. */
public enum FaultKind {
  DROP("The message is never sent.", FaultScope.ALL, "SWH-DIAL-002"),
  DUPLICATE("The message is sent twice.", FaultScope.ALL, "SWH-DIAL-002"),
  SWAP("The message is sent after the next one to that client.", FaultScope.ALL, "SWH-DIAL-002"),
  DELAY("The message is sent later; what follows overtakes it.", FaultScope.ALL, "SWH-DIAL-002"),
  MISDIRECT(
      "The message is on the owner of the object that it is about.",
      FaultScope.TARGETED,
      message -> !target(message).isEmpty(),
      "SWH-MSG-005",
      "SWH-DIAL-002"),
  WRONG_STATE(
      "The event reports another state.",
      FaultScope.STATES,
      message -> message instanceof Event event && event.data().containsKey("state"),
      "SWH-DIAL-004"),
  OMIT_ECHO(
      "The success carries no data.",
      FaultScope.COMMANDS,
      message -> message instanceof Success success && success.data() != null,
      "SWH-MSG-001",
      "SWH-DIAL-001"),
  OMIT_ORIGINAL(
      "The failure or prompt does not carry the request.",
      FaultScope.COMMANDS,
      message -> message instanceof Failure || message instanceof Confirm,
      "SWH-MSG-003",
      "SWH-DIAL-003"),
  WRONG_RESULT(
      "A success says failure; a failure or prompt says success.",
      FaultScope.COMMANDS,
      message -> !message.isEvent(),
      "SWH-MSG-001",
      "SWH-DIAL-001"),
  REFUSE("The request is refused as invalid-state, and not carried out.", "SWH-DIAL-001"),
  MALFORMED_JSON(
      "The message is cut short, so that it is no JSON.",
      FaultScope.ALL,
      "SWH-MSG-005",
      "SWH-DIAL-002"),
  OVERSIZE(
      "The message is padded to more than 1 MiB.", FaultScope.ALL, "SWH-MSG-001", "SWH-DIAL-001"),
  CLOSE(
      "The connection is closed with a code instead.",
      FaultScope.ALL,
      "SWH-MSG-001",
      "SWH-DIAL-001"),
  STOP_READING("The request is not read, nor any later one on its connection.", "SWH-MSG-001"),
  HALF_OPEN(
      "The connection stays open, but from the message on nothing goes in or out.",
      FaultScope.ALL,
      "SWH-MSG-001");

  /** The commands and events that it can strike by name. */
  private enum FaultScope {
    ALL("the name of a command or event, such as channel.dial", command -> true, event -> true),
    TARGETED(
        "a command with a target, or an event",
        command -> command.kind() != ObjectKind.SERVICE,
        event -> true),
    COMMANDS("a command", command -> true, event -> false),
    STATES("the state event", command -> false, event -> event == EventName.STATE_UPDATED);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // made by toList
    private final List<String> names;

    FaultScope(String words, Predicate<Command> commands, Predicate<EventName> events) {
      this.words = words;
      this.names =
          Stream.concat(
                  Arrays.stream(Command.values()).filter(commands).map(Command::wireName),
                  Arrays.stream(EventName.values()).filter(events).map(EventName::wireName))
              .toList();
    }
  }

  private final String sentence;
  private final FaultScope scope;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
  private final Predicate<Message> strikes;

  private final boolean onRequests;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> requirements;

  /** Creates a fault of a request, which strikes before the switch has seen it. */
  FaultKind(String sentence, String... requirements) {
    this.sentence = sentence;
    this.scope = FaultScope.COMMANDS;
    this.strikes = message -> false;
    this.onRequests = true;
    this.requirements = List.of(requirements);
  }

  /** Creates a fault of all messages that the switch sends. */
  FaultKind(String sentence, FaultScope scope, String... requirements) {
    this(sentence, scope, message -> true, requirements);
  }

  /** Creates a fault of some of the messages that the switch sends. */
  FaultKind(String sentence, FaultScope scope, Predicate<Message> strikes, String... requirements) {
    this.sentence = sentence;
    this.scope = scope;
    this.strikes = strikes;
    this.onRequests = false;
    this.requirements = List.of(requirements);
  }

  /** Returns the name in control calls and on the command line, such as {@code wrong-state}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns one sentence that says what happens. */
  public String sentence() {
    return sentence;
  }

  /**
   * Returns the ids of requirements that do not hold where it strikes channel.dial or its events.
   */
  public List<String> requirements() {
    return requirements;
  }

  /** Tells whether it strikes what clients send, and not what they are sent. */
  public boolean onRequests() {
    return onRequests;
  }

  /**
   * Does nothing where it can strike messages of that name.
   *
   * @throws IllegalArgumentException where it never could; the message says what was expected
   */
  void refuseUnlessOn(String name) {
    if (!scope.names.contains(name)) {
      throw new IllegalArgumentException(
          "on: expected "
              + scope.words
              + ", which is what "
              + wireName()
              + " strikes, got "
              + Quote.plain(name)
              + Nearest.hint(name, scope.names));
    }
  }

  /** Tells whether it can strike a message that the switch sends. */
  boolean strikes(Message message) {
    return strikes.test(message);
  }

  /** Returns the kind of that name, if there is one. */
  public static Optional<FaultKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(word)).findFirst();
  }

  private static String target(Message message) {
    return message.accept(new MovableTarget());
  }

  /** The target that a message is about; empty where another one would show nothing. */
  private static final class MovableTarget implements Message.Visitor<String> {
    @Override
    public String success(Success success) {
      return success.request().target();
    }

    @Override
    public String failure(Failure failure) {
      return "";
    }

    @Override
    public String confirm(Confirm confirm) {
      return "";
    }

    @Override
    public String event(Event event) {
      return event.target();
    }
  }
}
