package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.protocol.Message;
import io.github.switchhook.simulator.protocol.Message.Event;
import io.github.switchhook.simulator.protocol.Message.Response;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the events of a turn back until the response to the command that caused them is on its way
 * (PROTOCOL section 4: the response comes before the first secondary event). A client that cannot
 * be reached does not keep other clients from their messages. In a turn only.
 */
final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private record Parcel(Client to, Event event) {}

  private final List<Parcel> parcels = new ArrayList<>();

  void add(Client to, Event event) {
    parcels.add(new Parcel(to, event));
  }

  /** Sends the response, then what is held back, in order. */
  void flush(Client client, Response response) {
    send(client, response);
    flush();
  }

  /** Sends what is held back, in order. */
  void flush() {
    List<Parcel> held = List.copyOf(parcels);
    parcels.clear();
    held.forEach(parcel -> send(parcel.to(), parcel.event()));
  }

  private static void send(Client to, Message message) {
    try {
      to.send(message);
    } catch (Throwable e) {
      LOG.error("a message could not be sent", e);
    }
  }
}
