package io.github.switchhook.features;

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
      "AGENT writes targets in the (full|short) form",
      "the switch lacks [a-z.]+",
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
      "the switch (loses|gains) [a-z.]+",
      "the switch is reset",
      "\\d+ seconds pass",
      "at most \\d+ seconds pass until AGENT (sees|sends) [a-z.]+",
      "AGENT's (chat |email )?channel gets (required|optional) dispositions:"),
  RESPONSE(
      "R",
      PickleStepType.OUTCOME,
      "it succeeds( without data| with \\{.*})?",
      "it is refused as [a-z-]+( without command and target)?",
      "it must be confirmed( with \\{.*})?"),
  CLOSED("C", PickleStepType.OUTCOME, "the connection is closed with \\d{4}"),
  TABLE("T", PickleStepType.OUTCOME, "AGENT sees:"),
  NOTHING("N", PickleStepType.OUTCOME, "no event follows"),
  ALLOWED("A", PickleStepType.OUTCOME, "AGENT's OBJECT allows:"),
  ALLOWED_NOTHING("A", PickleStepType.OUTCOME, "AGENT's OBJECT allows nothing"),
  EFFECT(
      "H",
      PickleStepType.OUTCOME,
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

  /** Returns one letter for the kind, so that the order of steps can be matched by a pattern. */
  String letter() {
    return letter;
  }

  /** Returns the use of the sentence: Given (context), When (action) or Then (outcome). */
  PickleStepType keyword() {
    return keyword;
  }

  private static Pattern compile(String regex) {
    return Pattern.compile(
        regex
            .replace("AGENT", "(Alice|Bob|Carol|Dave)")
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
