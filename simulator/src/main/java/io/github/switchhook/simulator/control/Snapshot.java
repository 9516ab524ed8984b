package io.github.switchhook.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.agent.AgentSession;
import io.github.switchhook.simulator.agent.Channel;
import io.github.switchhook.simulator.agent.Conversation;
import io.github.switchhook.simulator.agent.Interaction;
import io.github.switchhook.simulator.agent.QueuedContact;
import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.Recording;
import io.github.switchhook.simulator.protocol.Codec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The state of a switch as JSON, to be read by people and tests. In a turn only. */
final class Snapshot {
  private Snapshot() {}

  /**
   * Returns {@code {time, sessions:[{agent, target, state, channels:[…]}], waiting:[{queue, type,
   * from, since}]}}.
   */
  static ObjectNode of(List<AgentSession> sessions, List<QueuedContact> waiting, Instant now) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("time", now.toString());
    all.put("sessions", sessions.stream().map(Snapshot::session).toList());
    all.put("waiting", waiting.stream().map(Snapshot::waiting).toList());
    return Codec.object(all);
  }

  private static Map<String, Object> waiting(QueuedContact waiting) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("queue", waiting.queue());
    all.put("type", waiting.type().wireName());
    all.put("from", waiting.from());
    all.put("since", waiting.since().toString());
    return all;
  }

  /**
   * Returns {@code {state, segments:[{from, begun, to, ended, digits:[{at, by, digits}]}]}}; {@code
   * to} and {@code ended} are null while it is being recorded.
   */
  static Map<String, Object> recording(Recording recording) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("state", recording.state().name());
    all.put("segments", recording.timeline().stream().map(Snapshot::segment).toList());
    return all;
  }

  private static Map<String, Object> segment(Recording.Segment segment) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("from", segment.from().toString());
    all.put("begun", word(segment.begun()));
    all.put("to", segment.to() == null ? null : segment.to().toString());
    all.put("ended", segment.ended() == null ? null : word(segment.ended()));
    all.put("digits", segment.digits().stream().map(Snapshot::digits).toList());
    return all;
  }

  private static Map<String, Object> digits(Recording.Digits heard) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("at", heard.at().toString());
    all.put("by", heard.by());
    all.put("digits", heard.digits());
    return all;
  }

  private static String word(Recording.Cut cut) {
    return cut.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> session(AgentSession session) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("agent", session.account().id());
    all.put("target", session.target());
    all.put("state", session.state().name());
    all.put("channels", session.channels().stream().map(Snapshot::channel).toList());
    return all;
  }

  private static Map<String, Object> channel(Channel channel) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("target", channel.target());
    all.put("type", channel.type().wireName());
    all.put("endpoint", channel.endpoint());
    all.put("state", channel.state().name());
    channel.queue().ifPresent(queue -> all.put("queue", queue));
    channel.interaction().ifPresent(carried -> all.put("interaction", interaction(carried)));
    return all;
  }

  private static Map<String, Object> interaction(Interaction interaction) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("target", interaction.target());
    all.put("direction", interaction.direction().name());
    all.put("address", interaction.address());
    all.put("state", interaction.state().name());
    all.put("data", interaction.data().snapshot());
    interaction.disposition().ifPresent(chosen -> all.put("disposition", chosen));
    if (interaction.telephony()) {
      all.put("recording", recording(interaction.recording()));
      all.put(
          "conversations",
          interaction.conversations().stream().map(Snapshot::conversation).toList());
    }
    return all;
  }

  private static Map<String, Object> conversation(Conversation conversation) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("target", conversation.target());
    all.put("state", conversation.state().name());
    all.put("muted", conversation.leg().muted());
    all.put("legs", conversation.leg().call().legs().stream().map(Snapshot::leg).toList());
    return all;
  }

  private static Map<String, Object> leg(Leg leg) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("address", leg.party().address());
    all.put("state", leg.state().name());
    return all;
  }
}
