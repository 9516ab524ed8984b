package io.github.switchhook.simulator.protocol;

import static io.github.switchhook.simulator.protocol.ObjectKind.CHANNEL;
import static io.github.switchhook.simulator.protocol.ObjectKind.CONVERSATION;
import static io.github.switchhook.simulator.protocol.ObjectKind.INTERACTION;
import static io.github.switchhook.simulator.protocol.ObjectKind.SERVICE;
import static io.github.switchhook.simulator.protocol.ObjectKind.SESSION;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The commands (PROTOCOL section 5) with the capabilities that each needs. */
public enum Command {
  PREPARE_SESSION("prepareSession", SERVICE),
  SESSION_START("session.start", SESSION),
  SESSION_LOGOUT("session.request.logout", SESSION),
  SESSION_ADD_CHANNEL("session.request.addchannel", SESSION),
  AGENT_LEG_CONNECT("session.request.incontact.agentleg.connect", SESSION, Capability.INCONTACT),
  AGENT_LEG_DISCONNECT(
      "session.request.incontact.agentleg.disconnect", SESSION, Capability.INCONTACT),
  ADDRESS_BOOK("session.request.incontact.addressbook", SESSION, Capability.INCONTACT),
  CHANNEL_ACTIVATE("channel.activate", CHANNEL),
  CHANNEL_DIAL("channel.dial", CHANNEL),
  CHANNEL_GET_SCRIPTS("channel.request.incontact.getscripts", CHANNEL, Capability.INCONTACT),
  INTERACTION_ACCEPT("interaction.accept", INTERACTION),
  INTERACTION_REJECT("interaction.reject", INTERACTION),
  INTERACTION_SET_DATA("interaction.setinteractiondata", INTERACTION),
  INTERACTION_SET_DISPOSITION("interaction.setdisposition", INTERACTION),
  INTERACTION_COMPLETE("interaction.complete", INTERACTION),
  INTERACTION_CONSULT("interaction.consult", INTERACTION, Capability.CONSULT),
  INTERACTION_ALTERNATE("interaction.alternate", INTERACTION, Capability.CONSULT),
  INTERACTION_CONSULT_TRANSFER("interaction.consulttransfer", INTERACTION, Capability.CONSULT),
  INTERACTION_CONSULT_CONFERENCE(
      "interaction.consultconference", INTERACTION, Capability.CONSULT, Capability.CONFERENCE),
  RECORDING_START("interaction.request.recording.start", INTERACTION, Capability.RECORDING),
  RECORDING_STOP("interaction.request.recording.stop", INTERACTION, Capability.RECORDING),
  RECORDING_PAUSE(
      "interaction.request.recording.pause",
      INTERACTION,
      Capability.RECORDING,
      Capability.RECORDING_PAUSE),
  RECORDING_RESUME(
      "interaction.request.recording.resume",
      INTERACTION,
      Capability.RECORDING,
      Capability.RECORDING_PAUSE),
  CONVERSATION_ANSWER("conversation.answer", CONVERSATION),
  CONVERSATION_RELEASE("conversation.release", CONVERSATION),
  CONVERSATION_HOLD("conversation.hold", CONVERSATION),
  CONVERSATION_RETRIEVE("conversation.retrieve", CONVERSATION),
  CONVERSATION_MUTE("conversation.request.mute", CONVERSATION),
  CONVERSATION_UNMUTE("conversation.request.unmute", CONVERSATION),
  CONVERSATION_SEND_DTMF("conversation.senddtmf", CONVERSATION),
  CONVERSATION_BLIND_TRANSFER("conversation.blindtransfer", CONVERSATION),
  CONVERSATION_BLIND_CONFERENCE(
      "conversation.blindconference", CONVERSATION, Capability.CONFERENCE);

  private static final Set<Command> TELEPHONY_ONLY =
      EnumSet.of(
          CHANNEL_DIAL,
          INTERACTION_CONSULT,
          INTERACTION_ALTERNATE,
          INTERACTION_CONSULT_TRANSFER,
          INTERACTION_CONSULT_CONFERENCE,
          RECORDING_START,
          RECORDING_STOP,
          RECORDING_PAUSE,
          RECORDING_RESUME);

  private static final Map<String, Command> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(Command::wireName, Function.identity()));

  private final String word;
  private final ObjectKind kind;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<Capability> needs;

  Command(String word, ObjectKind kind, Capability... needs) {
    this.word = word;
    this.kind = kind;
    this.needs = Set.of(needs);
  }

  /** Returns the name on the wire, such as {@code channel.dial}. */
  public String wireName() {
    return word;
  }

  /** Returns the kind of object that its target names. */
  public ObjectKind kind() {
    return kind;
  }

  /** Returns the capabilities that the platform must have. */
  public Set<Capability> needs() {
    return needs;
  }

  /** Tells whether it makes sense on telephony channels only (PROTOCOL section 5, column media). */
  public boolean telephonyOnly() {
    return kind == CONVERSATION || TELEPHONY_ONLY.contains(this);
  }

  /** Returns the command of that name, if there is one. */
  public static Optional<Command> find(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
