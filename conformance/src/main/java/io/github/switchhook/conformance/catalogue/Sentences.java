package io.github.switchhook.conformance.catalogue;

/**
 * The sentences of the features that more than the step definitions read, as patterns for the whole
 * text of a step. They are constants, so that the annotations of the step definitions can be made
 * of them.
 */
public final class Sentences {
  /** The name of an agent; the pattern has one group. */
  public static final String AGENT = "(" + AgentNames.PATTERN + ")";

  /** A party of an agent's call that is not an agent; the pattern has one group. */
  public static final String PARTY = "(far end|consulted party|third party)";

  /** The name of a queue; the pattern has one group. */
  public static final String QUEUE = "(sales|service)";

  /** Groups: the agent, the stage. */
  public static final String IS_AT_STAGE =
      AGENT + " is (connected|prepared|logged in|logged in and not ready|ready)";

  /** Groups: the agent, the situation, the partner or nothing. */
  public static final String HAS_SITUATION = AGENT + " has (an? .+?)(?: with " + AGENT + ")?";

  /** Groups: the agent, the placeholder of the number. */
  public static final String HAS_DIALLED = AGENT + " has dialled (\\$\\S+)";

  /** Groups: the agent, the placeholder of the caller. */
  public static final String IS_OFFERED_CALL = AGENT + " is offered a call from (\\$\\S+)";

  /** Groups: the agent, the contact. */
  public static final String IS_OFFERED_MESSAGE = AGENT + " is offered (a chat|an email)";

  /** Groups: the agent, the command, the object or the raw target, the data, the connection. */
  public static final String SENDS =
      AGENT
          + " sends ([\\w.]+)(?: to the ([a-z ]+?)| to \"([^\"]*)\")?(?: with (\\{.*\\}))?(?: on the"
          + " (old|other) connection)?";

  /** Groups: the failure code, the rest. */
  public static final String IS_REFUSED = "it is refused as (\\S+)( without command and target)?";

  /** What the agents see is not the subject of this scenario. */
  public static final String JUDGED_ELSEWHERE = "other scenarios judge the events";

  /** The switch lacks a capability, which is the only group. */
  public static final String LACKS = "the switch does not support (\\S+)";

  /** Time passes; the only group is the number of seconds. */
  public static final String TIME_PASSES = "(\\d+) seconds? pass(?:es)?";

  /** The time passes for which an offer rings at one agent, or all of it but a second. */
  public static final String RING_TIME_PASSES = "the ring time passes( but for a second)?";

  private Sentences() {}
}
