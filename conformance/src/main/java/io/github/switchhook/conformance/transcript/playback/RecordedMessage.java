package io.github.switchhook.conformance.transcript.playback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One recorded message, and the time at which it was replayed. */
final class RecordedMessage {
  private static final long NOT_YET = -1;

  private final boolean request;
  private final long recorded;
  private final String text;
  private final JsonNode message;
  private final List<RecordedMessage> causes;
  private long done = NOT_YET;

  /**
   * Makes a message that has not been replayed yet.
   *
   * @param request whether the desktop sent it
   * @param recorded when, in microseconds of the recording
   * @param message its JSON; an empty object where it is none
   * @param causes the messages that must have been replayed before it
   */
  RecordedMessage(
      boolean request, long recorded, String text, JsonNode message, List<RecordedMessage> causes) {
    this.request = request;
    this.recorded = recorded;
    this.text = text;
    this.message = message;
    this.causes = List.copyOf(causes);
  }

  boolean isRequest() {
    return request;
  }

  boolean isResponse() {
    return !request && message.has("result");
  }

  long recorded() {
    return recorded;
  }

  String text() {
    return text;
  }

  JsonNode message() {
    return message;
  }

  String command() {
    return message.path("command").asText();
  }

  boolean isDone() {
    return done != NOT_YET;
  }

  void done(long now) {
    done = now;
  }

  boolean mayCome() {
    return causes.stream().allMatch(RecordedMessage::isDone);
  }

  /** Returns when it is due: as long after its last cause as in the recording. */
  long due(ReplaySpeed speed) {
    long due = 0;
    for (RecordedMessage cause : causes) {
      due = Math.max(due, cause.done + speed.micros(Math.max(0, recorded - cause.recorded)));
    }
    return due;
  }
}
