package io.github.switchhook.conformance.protocol;

import java.util.List;

/** The commands (PROTOCOL 5), as they stand on the wire. */
public final class Commands {
  public static final String PREPARE_SESSION = "prepareSession";
  public static final String SESSION_START = "session.start";
  public static final String SESSION_LOGOUT = "session.request.logout";
  public static final String SESSION_ADD_CHANNEL = "session.request.addchannel";
  public static final String AGENT_LEG_CONNECT = "session.request.incontact.agentleg.connect";
  public static final String AGENT_LEG_DISCONNECT = "session.request.incontact.agentleg.disconnect";
  public static final String ADDRESS_BOOK = "session.request.incontact.addressbook";
  public static final String CHANNEL_ACTIVATE = "channel.activate";
  public static final String CHANNEL_DIAL = "channel.dial";
  public static final String CHANNEL_GET_SCRIPTS = "channel.request.incontact.getscripts";
  public static final String INTERACTION_ACCEPT = "interaction.accept";
  public static final String INTERACTION_REJECT = "interaction.reject";
  public static final String INTERACTION_SET_DATA = "interaction.setinteractiondata";
  public static final String INTERACTION_SET_DISPOSITION = "interaction.setdisposition";
  public static final String INTERACTION_COMPLETE = "interaction.complete";
  public static final String INTERACTION_CONSULT = "interaction.consult";
  public static final String INTERACTION_ALTERNATE = "interaction.alternate";
  public static final String INTERACTION_CONSULT_TRANSFER = "interaction.consulttransfer";
  public static final String INTERACTION_CONSULT_CONFERENCE = "interaction.consultconference";
  public static final String RECORDING_START = "interaction.request.recording.start";
  public static final String RECORDING_STOP = "interaction.request.recording.stop";
  public static final String RECORDING_PAUSE = "interaction.request.recording.pause";
  public static final String RECORDING_RESUME = "interaction.request.recording.resume";
  public static final String CONVERSATION_ANSWER = "conversation.answer";
  public static final String CONVERSATION_RELEASE = "conversation.release";
  public static final String CONVERSATION_HOLD = "conversation.hold";
  public static final String CONVERSATION_RETRIEVE = "conversation.retrieve";
  public static final String CONVERSATION_MUTE = "conversation.request.mute";
  public static final String CONVERSATION_UNMUTE = "conversation.request.unmute";
  public static final String CONVERSATION_SEND_DTMF = "conversation.senddtmf";
  public static final String CONVERSATION_BLIND_TRANSFER = "conversation.blindtransfer";
  public static final String CONVERSATION_BLIND_CONFERENCE = "conversation.blindconference";

  /** Every command, in the order of PROTOCOL 5. */
  public static final List<String> ALL =
      List.of(
          PREPARE_SESSION,
          SESSION_START,
          SESSION_LOGOUT,
          SESSION_ADD_CHANNEL,
          AGENT_LEG_CONNECT,
          AGENT_LEG_DISCONNECT,
          ADDRESS_BOOK,
          CHANNEL_ACTIVATE,
          CHANNEL_DIAL,
          CHANNEL_GET_SCRIPTS,
          INTERACTION_ACCEPT,
          INTERACTION_REJECT,
          INTERACTION_SET_DATA,
          INTERACTION_SET_DISPOSITION,
          INTERACTION_COMPLETE,
          INTERACTION_CONSULT,
          INTERACTION_ALTERNATE,
          INTERACTION_CONSULT_TRANSFER,
          INTERACTION_CONSULT_CONFERENCE,
          RECORDING_START,
          RECORDING_STOP,
          RECORDING_PAUSE,
          RECORDING_RESUME,
          CONVERSATION_ANSWER,
          CONVERSATION_RELEASE,
          CONVERSATION_HOLD,
          CONVERSATION_RETRIEVE,
          CONVERSATION_MUTE,
          CONVERSATION_UNMUTE,
          CONVERSATION_SEND_DTMF,
          CONVERSATION_BLIND_TRANSFER,
          CONVERSATION_BLIND_CONFERENCE);

  private Commands() {}
}
