package io.github.switchhook.conformance.scenario;

import static io.github.switchhook.conformance.protocol.ObjectRole.ADDED_CHANNEL;
import static io.github.switchhook.conformance.protocol.ObjectRole.CHAT_CHANNEL;
import static io.github.switchhook.conformance.protocol.ObjectRole.CONSULT;
import static io.github.switchhook.conformance.protocol.ObjectRole.CONVERSATION;
import static io.github.switchhook.conformance.protocol.ObjectRole.EMAIL_CHANNEL;
import static io.github.switchhook.conformance.protocol.ObjectRole.INTERACTION;

import io.github.switchhook.conformance.match.AgentView;
import io.github.switchhook.conformance.profile.Channels;
import io.github.switchhook.conformance.protocol.Capabilities;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.ObjectRole;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The situations that a scenario can begin in. Each is one move away from another one; the first
 * ones start with a ready agent.
 */
public enum Situation {
  RINGING_IN("a call ringing in", null, null, CONVERSATION, "{}", "state", "ALERTING"),
  ANSWERED(
      "an answered call",
      RINGING_IN,
      Commands.CONVERSATION_ANSWER,
      CONVERSATION,
      "{}",
      "state",
      "CONNECTED"),
  DIALLED(
      "a dialled call",
      null,
      Commands.CHANNEL_DIAL,
      CONVERSATION,
      "{\"destination\":\"$rings\"}",
      "state",
      "INITIATED"),
  CALL(
      "a call",
      null,
      Commands.CHANNEL_DIAL,
      CONVERSATION,
      "{\"destination\":\"$answers\"}",
      "state",
      "CONNECTED"),
  HELD("a held call", CALL, Commands.CONVERSATION_HOLD, CONVERSATION, "{}", "state", "HELD"),
  MUTED("a muted call", CALL, Commands.CONVERSATION_MUTE, CONVERSATION, "{}", "muted", "true"),
  RECORDED("a recorded call", CALL, Commands.RECORDING_START, INTERACTION, "{}", "recording", "ON"),
  PAUSED(
      "a paused recording",
      RECORDED,
      Commands.RECORDING_PAUSE,
      INTERACTION,
      "{}",
      "recording",
      "PAUSED"),
  CONSULT_RINGING(
      "a consult ringing",
      CALL,
      Commands.INTERACTION_CONSULT,
      CONSULT,
      "{\"destination\":\"$ringsToo\"}",
      "state",
      "INITIATED"),
  CONSULTING(
      "a consult",
      CALL,
      Commands.INTERACTION_CONSULT,
      CONSULT,
      "{\"destination\":\"$expert\"}",
      "state",
      "CONNECTED"),
  ALTERNATED(
      "an alternated consult",
      CONSULTING,
      Commands.INTERACTION_ALTERNATE,
      CONVERSATION,
      "{}",
      "state",
      "CONNECTED"),
  BOTH_HELD(
      "a consult with both held",
      CONSULTING,
      Commands.CONVERSATION_HOLD,
      CONSULT,
      "{}",
      "state",
      "HELD"),
  CONFERENCE(
      "a conference",
      CONSULTING,
      Commands.INTERACTION_CONSULT_CONFERENCE,
      CONVERSATION,
      "{}",
      "state",
      "CONNECTED"),
  ENDED("an ended call", CALL, Commands.CONVERSATION_RELEASE, CONVERSATION, "{}", "state", "NULL"),
  COMPLETED(
      "a completed call",
      ENDED,
      Commands.INTERACTION_COMPLETE,
      INTERACTION,
      "{}",
      "state",
      "COMPLETED"),
  ADDED(
      "an inactive added channel",
      null,
      Commands.SESSION_ADD_CHANNEL,
      ADDED_CHANNEL,
      "{\"channel\":{\"endpoint\":\"$spare\",\"type\":\"Telephony\"}}",
      "state",
      ""),
  ADDED_READY(
      "an added channel", ADDED, Commands.CHANNEL_ACTIVATE, ADDED_CHANNEL, "{}", "state", "ACTIVE"),
  CHAT_ADDED(
      "an inactive chat channel",
      null,
      Commands.SESSION_ADD_CHANNEL,
      CHAT_CHANNEL,
      "{\"channel\":{\"endpoint\":\"$agent.chat\",\"type\":\"Chat\"}}",
      "state",
      ""),
  CHAT_READY(
      "a chat channel",
      CHAT_ADDED,
      Commands.CHANNEL_ACTIVATE,
      CHAT_CHANNEL,
      "{}",
      "state",
      "ACTIVE"),
  CHAT_READY_FOR_SALES(
      "a chat channel in the queue sales",
      CHAT_ADDED,
      Commands.CHANNEL_ACTIVATE,
      CHAT_CHANNEL,
      "{\"channeloptions\":{\"queue\":\"sales\"}}",
      "state",
      "ACTIVE"),
  CHAT_OFFERED("a chat coming in", CHAT_READY, null, INTERACTION, "{}", "state", "ALERTING"),
  CHAT("a chat", CHAT_OFFERED, Commands.INTERACTION_ACCEPT, INTERACTION, "{}", "state", "STARTED"),
  EMAIL_ADDED(
      "an inactive email channel",
      null,
      Commands.SESSION_ADD_CHANNEL,
      EMAIL_CHANNEL,
      "{\"channel\":{\"endpoint\":\"$agent.email\",\"type\":\"Email\"}}",
      "state",
      ""),
  EMAIL_READY(
      "an email channel",
      EMAIL_ADDED,
      Commands.CHANNEL_ACTIVATE,
      EMAIL_CHANNEL,
      "{}",
      "state",
      "ACTIVE"),
  EMAIL_OFFERED("an email coming in", EMAIL_READY, null, INTERACTION, "{}", "state", "ALERTING"),
  EMAIL(
      "an email",
      EMAIL_OFFERED,
      Commands.INTERACTION_ACCEPT,
      INTERACTION,
      "{}",
      "state",
      "STARTED");

  private final String phrase;
  private final @Nullable Situation from;
  private final @Nullable String command;
  private final ObjectRole shown;
  private final String data;
  private final String column;
  private final String value;

  /**
   * Makes one row of the table of situations.
   *
   * @param from the situation before the move; null for a ready agent
   * @param command the move; null where a customer begins it
   * @param shown the object whose state shows that the situation is reached
   * @param column the column of its state event
   * @param value the value in that column; empty for any
   */
  Situation(
      String phrase,
      @Nullable Situation from,
      @Nullable String command,
      ObjectRole shown,
      String data,
      String column,
      String value) {
    this.phrase = phrase;
    this.from = from;
    this.command = command;
    this.shown = shown;
    this.data = data;
    this.column = column;
    this.value = value;
  }

  /** Returns the words for all of them, in the order of a call's life. */
  public static List<String> phrases() {
    return Arrays.stream(values()).map(Situation::phrase).toList();
  }

  public static Situation of(String phrase) {
    return Arrays.stream(values())
        .filter(situation -> situation.phrase.equals(phrase))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no situation is called '"
                        + phrase
                        + "'; there are: "
                        + String.join(", ", phrases())));
  }

  public String phrase() {
    return phrase;
  }

  public Optional<Situation> from() {
    return Optional.ofNullable(from);
  }

  public Optional<String> command() {
    return Optional.ofNullable(command);
  }

  /** Returns what a target must have for its agents to get there. */
  public Optional<String> capability() {
    return Optional.ofNullable(
        switch (this) {
          case RECORDED -> Capabilities.RECORDING;
          case PAUSED -> Capabilities.RECORDING_PAUSE;
          case CONSULT_RINGING, CONSULTING, ALTERNATED, BOTH_HELD -> Capabilities.CONSULT;
          case CONFERENCE -> Capabilities.CONFERENCE;
          case CHAT_ADDED,
              CHAT_READY,
              CHAT_READY_FOR_SALES,
              CHAT_OFFERED,
              CHAT,
              EMAIL_ADDED,
              EMAIL_READY,
              EMAIL_OFFERED,
              EMAIL ->
              Capabilities.MULTIMEDIA;
          default -> null;
        });
  }

  /** Returns the object that the move addresses. */
  public ObjectRole addressed() {
    return switch (this) {
      case BOTH_HELD -> CONSULT;
      case ADDED_READY, CHAT_READY, CHAT_READY_FOR_SALES, EMAIL_READY -> shown;
      default -> ObjectRole.ofCommand(command == null ? "" : command);
    };
  }

  /** Returns the type of the channel that the move adds, if it adds one. */
  public Optional<String> addedType() {
    return switch (this) {
      case CHAT_ADDED -> Optional.of(Channels.CHAT);
      case EMAIL_ADDED -> Optional.of(Channels.EMAIL);
      default -> Optional.empty();
    };
  }

  /** Returns how a customer begins it, where no command of the agent does. */
  public Optional<ContactType> contact() {
    return switch (this) {
      case RINGING_IN -> Optional.of(ContactType.CALL);
      case CHAT_OFFERED -> Optional.of(ContactType.CHAT);
      case EMAIL_OFFERED -> Optional.of(ContactType.EMAIL);
      default -> Optional.empty();
    };
  }

  public String data() {
    return data;
  }

  /**
   * Tells why the situation is not reached; empty if it is, or if the target does not show that
   * value at all.
   */
  public Optional<String> missedIn(AgentView view) {
    if (view.target(shown).isEmpty()) {
      return Optional.of("there is no " + shown.words());
    }
    return value.isEmpty() ? Optional.empty() : view.isNot(shown, column, value);
  }
}
