package io.github.switchhook.simulator.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.simulator.agent.ChannelType;
import io.github.switchhook.simulator.agent.Dispositions;
import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.agent.SwitchSetup;
import io.github.switchhook.simulator.control.Snapshots;
import io.github.switchhook.simulator.engine.Ids;
import io.github.switchhook.simulator.engine.VirtualClock;
import io.github.switchhook.simulator.farend.FarEnd;
import io.github.switchhook.simulator.protocol.Capability;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.RefusalException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A switch with stations at it, and customers. */
final class FuzzedSwitch {
  private static final int MAX_WAITING = 20;
  private static final List<String> AGENTS = List.of("alice", "bob", "carol", "dave");

  private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
  private final Switch theSwitch = new Switch(SwitchSetup.standard(), new Ids(1), clock);
  private final Codec codec = new Codec(false);
  final List<Station> stations = new ArrayList<>();

  FuzzedSwitch() {
    AGENTS.forEach(agent -> stations.add(new Station(agent)));
  }

  /** Sends a message; what comes of it is at the stations. */
  void send(Station from, String text) {
    stations.forEach(Station::forget);
    theSwitch.handle(from, codec.read(text));
  }

  boolean has(String target) {
    return theSwitch.find(target).isPresent();
  }

  JsonNode state() {
    return Snapshots.of(theSwitch, clock);
  }

  /** Lets a customer, a far end or time act between two messages. */
  void act(Random chance, Nasty nasty) {
    // They come faster than agents take them, and each is looked at before and after a message.
    if (theSwitch.waiting().size() > MAX_WAITING) {
      theSwitch.reset();
    }
    try {
      String agent = nasty.one(AGENTS);
      String from = nasty.text(1 + chance.nextInt(5));
      Map<String, String> data = Map.of("k" + chance.nextInt(9), nasty.text(10));
      switch (chance.nextInt(12)) {
        case 0, 1 -> theSwitch.call(from, agent, data);
        case 2 -> theSwitch.call(from, "sales", Map.of());
        case 3 -> theSwitch.message(ChannelType.CHAT, from, "sales", data);
        case 4 -> theSwitch.message(ChannelType.EMAIL, from, agent, data);
        case 5 -> theSwitch.leave(agent);
        case 6 -> theSwitch.farEnd(Optional.empty(), "5550110", FuzzedSwitch::answer);
        case 7 -> theSwitch.farEnd(Optional.empty(), "5550100", FuzzedSwitch::hangUp);
        case 8 -> clock.advance(Duration.ofSeconds(chance.nextInt(40)));
        case 9 -> theSwitch.dispositions(agent, dispositions(chance, nasty));
        case 10 ->
            theSwitch.capability(nasty.one(List.of(Capability.values())), chance.nextInt(4) > 0);
        default -> reconnect(chance);
      }
    } catch (RefusalException notNow) {
      // Such as a call to an agent who is not logged in.
    }
    stations.forEach(Station::forget);
  }

  private void reconnect(Random chance) {
    if (chance.nextInt(100) == 0) {
      theSwitch.reset();
    }
    int which = chance.nextInt(stations.size());
    theSwitch.disconnected(stations.get(which));
    stations.set(which, new Station(AGENTS.get(which)));
  }

  private static Dispositions dispositions(Random chance, Nasty nasty) {
    return chance.nextInt(3) == 0
        ? new Dispositions(
            chance.nextBoolean(), List.of(new Dispositions.Choice("1", nasty.text(5))))
        : Dispositions.NONE;
  }

  private static void answer(FarEnd farEnd) {
    farEnd
        .leg()
        .filter(leg -> leg.state() == io.github.switchhook.simulator.call.LegState.ALERTING)
        .ifPresent(leg -> leg.call().answer(leg));
  }

  private static void hangUp(FarEnd farEnd) {
    farEnd.leg().ifPresent(leg -> leg.call().clear(leg));
  }
}
