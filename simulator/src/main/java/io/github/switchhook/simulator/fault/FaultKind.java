package io.github.switchhook.simulator.fault;

import io.github.switchhook.simulator.protocol.Message;
import io.github.switchhook.simulator.protocol.Message.Confirm;
import io.github.switchhook.simulator.protocol.Message.Event;
import io.github.switchhook.simulator.protocol.Message.Failure;
import io.github.switchhook.simulator.protocol.Message.Response;
import io.github.switchhook.simulator.protocol.Message.Success;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What can be made to go wrong, each with the requirements that it breaks. */
public enum FaultKind {
  DROP("The message is never sent.", FaultKind::any, "SWH-DIAL-002"),
  DUPLICATE("The message is sent twice.", FaultKind::any, "SWH-DIAL-002"),
  SWAP("The message is sent after the next one to that client.", FaultKind::any, "SWH-DIAL-002"),
  DELAY("The message is sent later; what follows overtakes it.", FaultKind::any, "SWH-DIAL-002"),
  MISDIRECT(
      "The message is on the owner of the object that it is about.",
      message -> !target(message).isEmpty(),
      "SWH-MSG-005",
      "SWH-DIAL-002"),
  WRONG_STATE(
      "The event reports another state.",
      message -> message instanceof Event event && event.data().containsKey("state"),
      "SWH-DIAL-004"),
  OMIT_ECHO(
      "The success carries no data.",
      message -> message instanceof Success success && success.data() != null,
      "SWH-MSG-001",
      "SWH-DIAL-001"),
  OMIT_ORIGINAL(
      "The failure or prompt does not carry the request.",
      message -> message instanceof Failure || message instanceof Confirm,
      "SWH-MSG-003",
      "SWH-DIAL-003"),
  WRONG_RESULT(
      "A success says failure; a failure or prompt says success.",
      message -> message instanceof Response,
      "SWH-MSG-001",
      "SWH-DIAL-001"),
  REFUSE("The request is refused as invalid-state, and not carried out.", "SWH-DIAL-001"),
  MALFORMED_JSON(
      "The message is cut short, so that it is no JSON.",
      FaultKind::any,
      "SWH-MSG-005",
      "SWH-DIAL-002"),
  OVERSIZE(
      "The message is padded to more than 1 MiB.", FaultKind::any, "SWH-MSG-001", "SWH-DIAL-001"),
  CLOSE(
      "The connection is closed with a code instead.",
      FaultKind::any,
      "SWH-MSG-001",
      "SWH-DIAL-001"),
  STOP_READING("The request is not read, nor any later one on its connection.", "SWH-MSG-001"),
  HALF_OPEN(
      "The connection stays open, but from the message on nothing goes in or out.",
      FaultKind::any,
      "SWH-MSG-001");

  private final String sentence;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
  private final Predicate<Message> strikes;

  private final boolean onRequests;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> requirements;

  /** A fault of a request, which strikes before the switch has seen it. */
  FaultKind(String sentence, String... requirements) {
    this.sentence = sentence;
    this.strikes = message -> false;
    this.onRequests = true;
    this.requirements = List.of(requirements);
  }

  /** A fault of the messages that the switch sends. */
  FaultKind(String sentence, Predicate<Message> strikes, String... requirements) {
    this.sentence = sentence;
    this.strikes = strikes;
    this.onRequests = false;
    this.requirements = List.of(requirements);
  }

  private static boolean any(Message message) {
    return true;
  }

  /** The name in control calls and on the command line, such as {@code wrong-state}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What happens, in one sentence. */
  public String sentence() {
    return sentence;
  }

  /** The ids of requirements that do not hold where it strikes channel.dial or its events. */
  public List<String> requirements() {
    return requirements;
  }

  /** Whether it strikes what clients send, and not what they are sent. */
  public boolean onRequests() {
    return onRequests;
  }

  /** Whether it can strike a message that the switch sends. */
  boolean strikes(Message message) {
    return strikes.test(message);
  }

  /** The kind of that name, if there is one. */
  public static Optional<FaultKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  private static String target(Message message) {
    if (message instanceof Event event) {
      return event.target();
    }
    return message instanceof Success success ? success.request().target() : "";
  }
}
