package io.github.switchhook.simulator.agent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A lawful other choice where the contract leaves one (the statements marked C in PROTOCOL). A
 * switch that is set up with it behaves like another vendor's, so that the kit can be shown that it
 * blames nobody for our habits. What each means for a requirement and a profile stands in {@code
 * variants.yaml} (fixtures).
 */
public enum Variant {
  /** Accepting an interaction that is STARTED succeeds and changes nothing. */
  ACCEPT_AGAIN,
  /** Rejecting an interaction that is STARTED succeeds and changes nothing. */
  REJECT_STARTED,
  /** Answering a conversation that is HELD succeeds and changes nothing. */
  ANSWER_HELD,
  /** Holding a conversation that is HELD succeeds and changes nothing. */
  HOLD_AGAIN,
  /** Retrieving a conversation that is CONNECTED succeeds and changes nothing. */
  RETRIEVE_AGAIN,
  /** Retrieving a conversation holds the one that talks. */
  RETRIEVE_SWAPS,
  /** A conversation can be muted while it is HELD. */
  MUTE_HELD,
  /** A conversation can be unmuted while it is HELD. */
  UNMUTE_HELD,
  /** Muting a muted conversation is refused. */
  MUTE_ONCE,
  /** Unmuting a conversation that is not muted is refused. */
  UNMUTE_ONCE,
  /** Digits can be sent while the conversation is HELD; nobody hears them. */
  DIGITS_HELD,
  /** Characters that are no digits are accepted; nobody hears them. */
  ANY_DIGITS,
  /** In a conference nobody hears the digits. */
  DIGITS_TO_ONE,
  /** A blind conference can be begun while the conversation is HELD. */
  CONFERENCE_HELD,
  /** Alternating succeeds and changes nothing while both conversations are HELD. */
  ALTERNATE_HELD,
  /** Starting a recording before the call has been answered succeeds and changes nothing. */
  RECORD_DIALLING,
  /** Pausing where nothing is recorded succeeds and changes nothing. */
  PAUSE_OFF,
  /** Resuming where nothing is recorded succeeds and changes nothing. */
  RESUME_OFF,
  /** Call data can be set only while the interaction is STARTED. */
  DATA_WHILE_STARTED,
  /** A blank key of call data is accepted and ignored. */
  BLANK_KEY,
  /** Every agent in a call is told of call data that another one sets. */
  DATA_TOLD_TO_ALL,
  /** A consulted agent does not find the call data of the first call. */
  CONSULT_WITHOUT_DATA,
  /** The disposition can be set only after the call has been answered. */
  DISPOSITION_AFTER_ANSWER,
  /** Completing with {@code skipDisposition:false} is refused. */
  SKIP_FALSE_REFUSED,
  /** The disposition may be skipped where one is required. */
  SKIP_REQUIRED,
  /** A disposition that the channel does not have is accepted. */
  ANY_DISPOSITION,
  /** A disposition beside {@code skipDisposition:true} is accepted. */
  SKIP_AND_CHOOSE,
  /** A disposition needs notes. */
  NOTES_REQUIRED,
  /** Activating a channel needs a queue. */
  QUEUE_REQUIRED,
  /** A channel can join a queue that does not exist. */
  ANY_QUEUE,
  /** An agent can dial on a channel that is not ACTIVE. */
  DIAL_INACTIVE,
  /** An offer rings twice as long before it goes to the next agent. */
  RING_LONGER,
  /** The newest of those who wait in a queue comes first. */
  NEWEST_FIRST,
  /** All channels are ACTIVE when the session starts. */
  ACTIVE_AT_START,
  /** A session begins with a chat channel beside the telephony channel. */
  CHAT_AT_START,
  /** An agent has a second telephony line. */
  TWO_LINES,
  /** Channels stand in no group. */
  NO_GROUPS,
  /** A group alone is the target of its channel. */
  GROUP_IS_TARGET,
  /** The extension of session.start is ignored. */
  EXTENSION_IGNORED,
  /** Starting a session again succeeds and changes nothing. */
  START_AGAIN,
  /** An added channel is ACTIVE at once. */
  ADDED_ACTIVE,
  /** An added channel may have an endpoint that is in use; it is UNAVAILABLE then. */
  ENDPOINT_SHARED,
  /** A session that is only prepared is not live: another login needs no override. */
  PREPARED_NOT_LIVE,
  /** {@code model} and {@code override} may be left out of prepareSession. */
  LOGIN_OPTIONS,
  /** prepareSession with override may be repeated on a connection that has a session. */
  PREPARE_AGAIN,
  /** After a logout the connection may be used for the next login. */
  LOGIN_AFTER_LOGOUT,
  /** What is sent to a session that has ended is for an unknown target. */
  ENDED_UNKNOWN,
  /** At a takeover the newest interaction is told first. */
  TAKEOVER_NEWEST_FIRST,
  /** At a takeover the calls are released. */
  TAKEOVER_RELEASES,
  /** A connection that is lost ends the session and releases its calls. */
  LOST_IS_LOGOUT,
  /** Disconnecting an agent leg that is not connected succeeds and changes nothing. */
  NO_LEG_TO_DISCONNECT,
  /** Ids of interactions and conversations are unique only below their channel. */
  SHORT_IDS,
  /** Data of the wrong kind gets success, and nothing changes. */
  BAD_DATA_IN_VAIN,
  /** All that is refused is refused with one code. */
  ONE_CODE,
  /** Event data have a property that no document knows. */
  MORE_DATA,
  /** Events and failures carry a context. */
  CONTEXT_ALWAYS;

  /** Returns the name in commands and files: {@code queue-required}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the variant of that name, if there is one. */
  public static Optional<Variant> find(String name) {
    return Arrays.stream(values()).filter(each -> each.wireName().equals(name)).findFirst();
  }
}
