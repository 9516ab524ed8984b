package io.github.switchhook.conformance.profile;

import java.util.List;

/**
 * The operations beside the protocol that any target may have, as profiles, the switch's control
 * and transcripts call them.
 */
public final class Operations {
  public static final String RESET = "reset";
  public static final String CALL = "call";
  public static final String ANSWER = "answer";
  public static final String HANGUP = "hangup";
  public static final String BUSY = "busy";
  public static final String REFUSE = "refuse";
  public static final String NO_ANSWER = "noanswer";
  public static final String HEARD = "heard";
  public static final String DISPOSITIONS = "dispositions";
  public static final String ADVANCE = "advance";
  public static final String CAPABILITY = "capability";
  public static final String CHAT = "chat";
  public static final String EMAIL = "email";
  public static final String LEAVE = "leave";
  public static final String AGENT_LEG = "agentleg";
  public static final String SEND_DTMF = "senddtmf";
  public static final String FAULT = "fault";
  public static final String FAULTS = "faults";
  public static final String JOURNAL = "journal";
  public static final String AWAIT = "await";
  public static final String RECORDING = "recording";
  public static final String SNAPSHOT = "snapshot";

  /** Every operation. */
  public static final List<String> ALL =
      List.of(
          RESET,
          CALL,
          ANSWER,
          HANGUP,
          BUSY,
          REFUSE,
          NO_ANSWER,
          HEARD,
          DISPOSITIONS,
          ADVANCE,
          CAPABILITY,
          CHAT,
          EMAIL,
          LEAVE,
          AGENT_LEG,
          SEND_DTMF,
          FAULT,
          FAULTS,
          JOURNAL,
          AWAIT,
          RECORDING,
          SNAPSHOT);

  private Operations() {}
}
