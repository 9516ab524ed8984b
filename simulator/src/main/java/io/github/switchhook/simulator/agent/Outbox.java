package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.protocol.Message.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the events of a turn back until the response to the command that caused them is on its way
 * (PROTOCOL section 4: the response comes before the first secondary event). Engine thread only.
 */
final class Outbox {
  private record Parcel(Client to, Event event) {}

  private final List<Parcel> parcels = new ArrayList<>();

  void add(Client to, Event event) {
    parcels.add(new Parcel(to, event));
  }

  /** Sends what is held back, in order. */
  void flush() {
    parcels.forEach(parcel -> parcel.to().send(parcel.event()));
    parcels.clear();
  }
}
