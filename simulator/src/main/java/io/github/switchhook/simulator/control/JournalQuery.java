package io.github.switchhook.simulator.control;

import io.github.switchhook.simulator.engine.Journal.Entry;
import io.github.switchhook.simulator.engine.Journal.EntryKind;
import io.github.switchhook.simulator.protocol.RequestData;
import io.github.switchhook.simulator.text.Quote;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A query for one entry of the journal.
 *
 * @param agent the id or extension of the agent who has to see or send it; null for any agent
 * @param kind EVENT or REQUEST
 * @param name the event or the command
 * @param since only entries with a higher number count
 * @param count how many of them
 * @param timeout how long to wait, in real time
 */
record JournalQuery(
    @Nullable String agent, EntryKind kind, String name, long since, int count, Duration timeout) {
  private static final int MAX_TIMEOUT_MILLIS = 60_000;

  /** Reads {@code {agent?, event | command, since?, count?, timeoutMillis}}. */
  static JournalQuery read(RequestData given) {
    boolean command = given.has("command");
    if (command == given.has("event")) {
      throw given.expected("event", "an event, or in its place command with a command");
    }
    int count = given.has("count") ? given.whole("count") : 1;
    if (count < 1) {
      throw given.expected("count", "1 or more");
    }
    int millis = given.whole("timeoutMillis");
    if (millis > MAX_TIMEOUT_MILLIS) {
      throw given.expected("timeoutMillis", MAX_TIMEOUT_MILLIS + " at most");
    }
    return new JournalQuery(
        given.optionalText("agent").orElse(null),
        command ? EntryKind.REQUEST : EntryKind.EVENT,
        given.text(command ? "command" : "event"),
        given.has("since") ? given.whole("since") : 0,
        count,
        Duration.ofMillis(millis));
  }

  boolean matches(Entry entry) {
    return entry.number() > since && isKind(entry) && isName(entry) && isAgent(entry);
  }

  boolean isKind(Entry entry) {
    return entry.kind() == kind;
  }

  boolean isName(Entry entry) {
    return name.equals(entry.name());
  }

  boolean isAgent(Entry entry) {
    return agent == null || entry.peer().is(agent);
  }

  /** Returns the query in words, such as {@code conversation.member.added by agent 7002}. */
  @Override
  public String toString() {
    String by = agent == null ? "any agent" : "agent " + Quote.plain(agent);
    return Quote.plain(name) + (kind == EntryKind.EVENT ? " seen by " : " sent by ") + by;
  }
}
