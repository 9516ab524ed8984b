package io.github.switchhook.simulator.fault;

import io.github.switchhook.simulator.engine.Journal.ConnectedClient;
import io.github.switchhook.simulator.engine.SwitchClock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client's session and its connection, and applies the installed faults to the
 * messages. In a turn only.
 */
public final class FaultyLink {
  /** The connection that messages are passed on to. */
  public interface Wire {
    /** Sends a message to the client. */
    void send(Outgoing message);

    /** Closes the connection with a code and reason of RFC 6455. */
    void close(int code, String reason);

    /** Notes that a fault strikes a message. */
    void struck(Fault fault, String text);
  }

  /** What the link does with a request. */
  public enum Fate {
    CARRIED_OUT,
    REFUSED,
    /** It is as if it had never come. */
    UNREAD
  }

  private final Faults faults;
  private final SwitchClock clock;
  private final Wire wire;
  private @Nullable Outgoing held;
  private boolean deaf;
  private boolean mute;

  /** Creates a link on which {@code faults} strike. */
  public FaultyLink(Faults faults, SwitchClock clock, Wire wire) {
    this.faults = faults;
    this.clock = clock;
    this.wire = wire;
  }

  /**
   * Applies the faults to a message that a client sent.
   *
   * @param command null where it names none that the switch knows
   */
  public Fate received(ConnectedClient peer, @Nullable String command, String text) {
    if (deaf) {
      return Fate.UNREAD;
    }
    if (command == null || faults.dormant()) {
      return Fate.CARRIED_OUT;
    }
    Optional<Fault> struck = faults.strike(peer, command, FaultKind::onRequests);
    struck.ifPresent(fault -> wire.struck(fault, text));
    if (struck.isEmpty()) {
      return Fate.CARRIED_OUT;
    }
    deaf = struck.get().kind() == FaultKind.STOP_READING;
    return deaf ? Fate.UNREAD : Fate.REFUSED;
  }

  /** Applies the faults to a message and sends what they leave of it. */
  public void send(ConnectedClient peer, Outgoing message) {
    if (mute) {
      return;
    }
    Outgoing waiting = held;
    held = null;
    Optional<Fault> struck =
        waiting != null || faults.dormant()
            ? Optional.empty()
            : faults.strike(
                peer,
                message.name(),
                kind -> !kind.onRequests() && kind.strikes(message.message()));
    struck.ifPresent(fault -> wire.struck(fault, message.text()));
    struck.ifPresentOrElse(fault -> strike(fault, message), () -> wire.send(message));
    if (waiting != null) {
      wire.send(waiting);
    }
  }

  private void strike(Fault fault, Outgoing message) {
    switch (fault.kind()) {
      case DROP -> {}
      case DUPLICATE -> {
        wire.send(message);
        wire.send(message);
      }
      case SWAP -> held = message;
      case DELAY -> later(fault.delay(), message);
      case CLOSE -> {
        mute = true;
        wire.close(fault.closeCode(), "a fault that was installed");
      }
      case HALF_OPEN -> {
        mute = true;
        deaf = true;
      }
      default -> wire.send(message.withText(MessageCorruption.of(fault.kind(), message.text())));
    }
  }

  private void later(Duration delay, Outgoing message) {
    clock.after(
        delay,
        () -> {
          if (!mute) {
            wire.send(message);
          }
        });
  }
}
