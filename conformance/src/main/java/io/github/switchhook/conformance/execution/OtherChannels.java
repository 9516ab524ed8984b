package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.profile.Channels;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Events;
import io.github.switchhook.conformance.protocol.ObjectRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The channels that a session begins with beside those that a scenario's table names. A target may
 * begin with one or several, and each is told by the same three events (PROTOCOL 2, step 3), so a
 * table speaks of the channels that the scenario is about.
 */
final class OtherChannels {
  private final Target target;
  private final List<ExpectedEvent> table;

  /**
   * Concerns the start of a session of a target.
   *
   * @param table what the scenario says that the agent sees
   */
  OtherChannels(Target target, List<ExpectedEvent> table) {
    this.target = target;
    this.table = table;
  }

  /** Tells whether a table says that a session tells its channels. */
  static boolean areTold(List<ExpectedEvent> table) {
    return table.stream().anyMatch(row -> row.name().equals(Events.CHANNEL_CREATED));
  }

  /** Returns the table with a row for each channel that the profile has and no event told. */
  List<ExpectedEvent> withMissing(List<ActualEvent> actual) {
    List<String> types = target.channels().atStart();
    long told = actual.stream().filter(OtherChannels::isCreated).count();
    List<ExpectedEvent> all = new ArrayList<>(table);
    types.stream()
        .skip(Math.max(1, told))
        .map(type -> new ExpectedEvent(Events.CHANNEL_CREATED, role(type).words(), Map.of()))
        .forEach(all::add);
    return all;
  }

  private static ObjectRole role(String type) {
    return switch (type) {
      case Channels.CHAT -> ObjectRole.CHAT_CHANNEL;
      case Channels.EMAIL -> ObjectRole.EMAIL_CHANNEL;
      default -> ObjectRole.ADDED_CHANNEL;
    };
  }

  /**
   * Returns the events without those of the other channels. Where a channel is not told by its
   * three events in their order, its events stay, and the comparison with the table shows them.
   */
  List<ActualEvent> without(List<ActualEvent> actual) {
    Map<String, String> nameOf = new LinkedHashMap<>();
    List<String> free =
        table.stream()
            .filter(row -> row.name().equals(Events.CHANNEL_CREATED))
            .map(ExpectedEvent::on)
            .collect(Collectors.toCollection(ArrayList::new));
    for (ActualEvent event : actual) {
      if (isCreated(event)) {
        String name = event.objects().stream().filter(free::remove).findFirst().orElse("");
        nameOf.putIfAbsent(event.target(), name);
      }
    }
    List<ActualEvent> left = new ArrayList<>(actual);
    nameOf.entrySet().stream()
        .filter(channel -> channel.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .filter(channel -> isToldWhole(of(channel, actual)))
        .limit(target.channels().atStart().size() - 1)
        .forEach(channel -> left.removeAll(of(channel, actual)));
    return left;
  }

  private static boolean isCreated(ActualEvent event) {
    return event.name().equals(Events.CHANNEL_CREATED);
  }

  private static List<ActualEvent> of(String channel, List<ActualEvent> actual) {
    return actual.stream().filter(event -> event.target().equals(channel)).toList();
  }

  private boolean isToldWhole(List<ActualEvent> told) {
    return told.size() == 3
        && isCreated(told.get(0))
        && target.dialect().isStateEvent(told.get(1).name())
        && told.get(2).name().equals(Events.CHANNEL_INITIALIZED);
  }
}
