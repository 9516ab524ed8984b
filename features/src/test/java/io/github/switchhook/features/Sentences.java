package io.github.switchhook.features;

import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The step sentences that a feature may use. The kit has glue for exactly these. */
enum Sentences {
  SITUATION(
      "G",
      PickleStepType.CONTEXT,
      "AGENT is (connected|prepared|logged in( and not ready)?|ready( in the queue QUEUE)?)",
      "AGENT has SITUATION",
      "AGENT has (a call|a consult|a conference) with AGENT",
      "AGENT has dialled ADDRESS",
      "AGENT has added a channel at ADDRESS",
      "(a|another) customer has called (AGENT|the queue QUEUE)",
      "AGENT writes targets in the (full|short) form",
      "the switch does not support [a-z.]+",
      "AGENT's (chat |email )?channel has (required|optional) dispositions:",
      "the agent leg of AGENT fails",
      "the fault [a-z-]+ strikes (the next|every) [a-z.]+( of AGENT)?( with \\{.*})?"),
  REQUEST(
      "Q",
      PickleStepType.ACTION,
      "AGENT sends [A-Za-z.]+( to the OBJECT| to \"[^\"]*\")?( with \\{.*})?( on the (old|other) connection)?",
      "AGENT sends the message \\{.*}",
      "AGENT sends the text \".*\"",
      "AGENT sends a binary frame",
      "AGENT sends a message of \\d+ KiB",
      "AGENT logs in elsewhere( with override)?"),
  STIMULUS(
      "S",
      PickleStepType.ACTION,
      "(a|another) customer (calls|chats with|emails) (AGENT|the queue QUEUE)( with \\{.*})?",
      "the customer leaves",
      "AGENT's connection drops",
      "the PARTY (answers|hangs up|is busy|refuses|does not answer)",
      "the PARTY sends the digits \"[0-9A-D*#]+\"",
      "the agent leg of AGENT works",
      "the switch (stops|starts) supporting [a-z.]+",
      "the switch is reset",
      "(1 second passes|\\d+ seconds pass)",
      "the ring time passes( but for a second)?",
      "at most (1 second passes|\\d+ seconds pass) until AGENT (sees|sends) [a-z.]+",
      "AGENT's (chat |email )?channel gets (required|optional) dispositions:"),
  RESPONSE(
      "R",
      PickleStepType.OUTCOME,
      "it succeeds( without data| with \\{.*})?",
      "it is refused( as [a-z-]+( without command and target)?)?",
      "it must be confirmed( with \\{.*})?"),
  CLOSED("C", PickleStepType.OUTCOME, "the connection is closed with \\d{4}"),
  TABLE("T", PickleStepType.OUTCOME, "AGENT sees:"),
  BEGINS(
      "T",
      PickleStepType.OUTCOME,
      "AGENT is offered (a call from ADDRESS|a chat|an email)",
      "AGENT is dialling ADDRESS"),
  NOTHING("N", PickleStepType.OUTCOME, "no event follows", "other scenarios judge the events"),
  ALLOWED("A", PickleStepType.OUTCOME, "AGENT's OBJECT allows:"),
  ALLOWED_NOTHING("A", PickleStepType.OUTCOME, "AGENT's OBJECT allows nothing"),
  EFFECT(
      "H",
      PickleStepType.OUTCOME,
      "AGENT's OBJECT is [A-Z]+",
      "AGENT's call data are \\{.*}",
      "the PARTY has heard \"[0-9A-D*#]*\"",
      "the recording of AGENT's call is (OFF|ON|PAUSED)( with segments? of \\d+(, \\d+)* seconds)?",
      "the switch shows AGENT with \\{.*}",
      "the fault [a-z-]+ has struck (once|twice|\\d+ times)",
      "the last events in AGENT's journal are [a-z.]+(, [a-z.]+)*");

  private final String letter;
  private final PickleStepType keyword;
  private final Pattern pattern;

  Sentences(String letter, PickleStepType keyword, String... regexes) {
    this.letter = letter;
    this.keyword = keyword;
    this.pattern = compile(String.join("|", regexes));
  }

  /** Finds the kind of sentence that a step is, or empty where no sentence fits. */
  static Optional<Sentences> of(String step) {
    return List.of(values()).stream()
        .filter(kind -> kind.pattern.matcher(step).matches())
        .findFirst();
  }

  /**
   * One letter for the kind, so that the order of steps can be matched by a pattern; that an
   * interaction begins may be part of the situation.
   */
  String letter(PickleStep step) {
    return this == BEGINS && isContext(step) ? SITUATION.letter : letter;
  }

  /** Tells whether a step stands behind a keyword that the sentence may be used with. */
  boolean fits(PickleStep step) {
    return step.getType().equals(Optional.of(keyword)) || (this == BEGINS && isContext(step));
  }

  private static boolean isContext(PickleStep step) {
    return step.getType().equals(Optional.of(PickleStepType.CONTEXT));
  }

  private static Pattern compile(String regex) {
    return Pattern.compile(
        regex
            .replace("AGENT", "(Alice|Bob|Carol|Dave)")
            .replace("ADDRESS", "\\$[a-zA-Z0-9]+(\\.extension)?")
            .replace("QUEUE", "(sales|service)")
            .replace("PARTY", "(far end|consulted party|third party)")
            .replace("OBJECT", "(" + String.join("|", Words.OBJECTS) + ")")
            .replace("SITUATION", "(" + String.join("|", Words.SITUATIONS) + ")"));
  }

  /** The words that stand in more than one sentence. */
  static final class Words {

    static final List<String> OBJECTS =
        List.of(
            "session",
            "channel",
            "added channel",
            "chat channel",
            "email channel",
            "interaction",
            "other interaction",
            "conversation",
            "consult");

    static final List<String> SITUATIONS =
        List.of(
            "an inactive added channel",
            "an added channel",
            "a call ringing in",
            "an answered call",
            "a dialled call",
            "a call",
            "a held call",
            "a muted call",
            "a recorded call",
            "a paused recording",
            "a consult ringing",
            "a consult",
            "an alternated consult",
            "a consult with both held",
            "a conference",
            "an ended call",
            "a completed call",
            "an inactive chat channel",
            "a chat channel",
            "a chat channel in the queue sales",
            "a chat coming in",
            "a chat",
            "an inactive email channel",
            "an email channel",
            "an email coming in",
            "an email");

    private Words() {}
  }
}
