package io.github.switchhook.conformance.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.profile.Agent;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Barrier;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.session.MessageClassifier.Owed;
import io.github.switchhook.conformance.wire.Inbound;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection of an agent, read in order: answers go to the caller that waits for them,
 * everything else is an event of the step. Used by the kit's thread alone.
 */
public final class AgentConnection implements AutoCloseable {
  /** The shortest limit of a wait for silence, and of reading what came in time. */
  private static final Duration LEAST = Duration.ofSeconds(5);

  private final EnvelopedConnection connection;
  private final MessageClassifier classifier;
  private final Allowance allowance;
  private @Nullable String session;
  private boolean closed;
  private boolean closeIsAccepted;

  /** Wraps a connection; the classifier sorts what comes. */
  public AgentConnection(
      EnvelopedConnection connection, MessageClassifier classifier, Allowance allowance) {
    this.connection = connection;
    this.allowance = allowance;
    this.classifier = classifier;
  }

  /** Notes which session was prepared here. */
  public void prepared(String id) {
    session = id;
  }

  /** Returns a target with this connection's own session in front. */
  public String inItsSession(String target) {
    int dot = target.indexOf('.');
    return session == null ? target : session + (dot < 0 ? "" : target.substring(dot));
  }

  /**
   * Sends a request and at once the barrier, and reads up to the answer to both, or to the request
   * alone if that was the last.
   */
  public Awaited requestAndBarrier(String text, Duration timeout) {
    connection.send(text);
    sendBarrier();
    Awaited answer = read(Owed.RESPONSE, timeout);
    Optional<Awaited.Lost> lost =
        answer.fold(came -> awaitBarrier(timeout), lostAnswer -> Optional.empty());
    return lost.isPresent() ? lost.get() : answer;
  }

  public Awaited request(String text, Duration timeout) {
    connection.send(text);
    return read(Owed.RESPONSE, timeout);
  }

  /** Logs an agent in; other messages until then count as events of no step. */
  public Login.LoginResult logIn(Target target, Agent agent) {
    return Login.perform(connection, target, agent);
  }

  public Awaited request(ByteBuffer bytes, Duration timeout) {
    connection.send(bytes);
    return read(Owed.RESPONSE, timeout);
  }

  public void sendBarrier() {
    if (!closed) {
      connection.send(Barrier.request(session == null ? "switchhook" : session));
    }
  }

  /** Reads up to the answer to the barrier; empty if it came, else what is wrong. */
  public Optional<Awaited.Lost> awaitBarrier(Duration timeout) {
    return closed ? Optional.empty() : lost(read(Owed.BARRIER, timeout));
  }

  /** Reads until nothing came for this long; empty if silence was reached, else what is wrong. */
  public Optional<Awaited.Lost> awaitQuiet(Duration window) {
    // With nothing owed, silence ends the read as if an answer were lost.
    return closed ? Optional.empty() : lost(read(Owed.NOTHING, window)).filter(Awaited.Lost::over);
  }

  private static Optional<Awaited.Lost> lost(Awaited answer) {
    return answer.fold(came -> Optional.empty(), Optional::of);
  }

  /**
   * Waits for the target to close; returns the close code, or empty if it did not close in time.
   */
  public Optional<Integer> awaitClose(Duration timeout) {
    closeIsAccepted = true;
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      Inbound next = connection.receive(left(deadline));
      if (next instanceof Inbound.Closed end) {
        closed = true;
        return Optional.of(end.code());
      }
      if (!(next instanceof Inbound.Message message)) {
        return Optional.empty();
      }
      classifier.sort(message, Owed.NOTHING);
    }
  }

  /** Takes in what has already come, without waiting. */
  public void absorbWaiting() {
    while (connection.receive(Duration.ZERO) instanceof Inbound.Message message) {
      classifier.sort(message, Owed.NOTHING);
    }
  }

  /** Takes in the next thing that comes within this time; returns whether anything came. */
  public boolean hear(Duration timeout) {
    Inbound next = connection.receive(timeout);
    closed |= next instanceof Inbound.Closed;
    if (next instanceof Inbound.Message message) {
      classifier.sort(message, Owed.NOTHING);
      return true;
    }
    return false;
  }

  /** Closes this connection from the agent's side; what still came is taken in. */
  public void drop(Duration timeout) {
    connection.close();
    awaitClose(timeout);
    closed = true;
  }

  /** Allows the target to close this connection from now on without a finding. */
  public void acceptClose() {
    closeIsAccepted = true;
  }

  @Override
  public void close() {
    connection.close();
  }

  /** Reads what is owed. With nothing owed, each message restarts the timeout, up to a limit. */
  private Awaited read(Owed owed, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    long never = System.nanoTime() + longest(timeout).toNanos();
    int others = 0;
    while (true) {
      // What came in time is still read, for a limited time, because more may come without end.
      Inbound next =
          System.nanoTime() - deadline > LEAST.toNanos()
              ? new Inbound.Nothing()
              : connection.receive(left(deadline));
      if (next instanceof Inbound.Nothing nothing && owed != Owed.NOTHING) {
        allowance.isMissed();
        Optional<JsonNode> late = late(nothing, owed, timeout, others);
        if (late.isPresent()) {
          allowance.isAnswered();
          return new Awaited.Arrived(late.get());
        }
      }
      if (next instanceof Inbound.Nothing && owed == Owed.RESPONSE) {
        classifier.gaveUp();
      }
      if (next instanceof Inbound.Closed && closeIsAccepted && owed != Owed.RESPONSE) {
        closed = true;
        return new Awaited.Arrived(Json.object());
      }
      if (next instanceof Inbound.NoMessage none) {
        return lost(none, timeout, others);
      }
      Optional<JsonNode> answer = classifier.sort((Inbound.Message) next, owed);
      if (answer.isPresent()) {
        allowance.isAnswered();
        return new Awaited.Arrived(answer.get());
      }
      others++;
      if (owed == Owed.NOTHING) {
        if (System.nanoTime() > never) {
          return new Awaited.Lost(
              new Deviation(DeviationKind.FLOOD, "the target never falls silent"),
              "why the target sends so much",
              true);
        }
        deadline = System.nanoTime() + timeout.toNanos();
      }
    }
  }

  private Optional<JsonNode> late(
      Inbound.Nothing nothing, Owed owed, Duration timeout, int others) {
    if (nothing.lag().isZero()) {
      return Optional.empty();
    }
    if (owed == Owed.BARRIER) {
      throw allowance.tooSlow(nothing.why(timeout, others), nothing.lag());
    }
    return insist(nothing, timeout, others);
  }

  /**
   * Waits on where the kit was kept from running and cannot tell whether it or the target was too
   * slow, until a later request is answered or nothing comes. Returns what is owed if it comes
   * after all.
   */
  private Optional<JsonNode> insist(Inbound.Nothing nothing, Duration timeout, int others) {
    sendBarrier();
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      Inbound next = connection.receive(left(deadline));
      if (next instanceof Inbound.Nothing) {
        throw allowance.tooSlow(nothing.why(timeout, others), nothing.lag());
      }
      if (!(next instanceof Inbound.Message message)) {
        return Optional.empty();
      }
      Optional<JsonNode> came = classifier.sort(message, Owed.EITHER);
      if (came.isPresent()) {
        return came.filter(answer -> !Barrier.isAnswer(answer));
      }
    }
  }

  private Awaited.Lost lost(Inbound.NoMessage none, Duration timeout, int others) {
    closed |= none.isEnd();
    return new Awaited.Lost(
        new Deviation(kind(none.cause()), none.why(timeout, others)), none.lookAt(), none.isEnd());
  }

  private static DeviationKind kind(Inbound.Cause cause) {
    return switch (cause) {
      case FLOODED -> DeviationKind.FLOOD;
      case MALFORMED -> DeviationKind.MALFORMED;
      case CLOSED -> DeviationKind.CLOSED;
      case NOTHING -> DeviationKind.NO_RESPONSE;
    };
  }

  /** Returns the longest wait for a silence, for a target that never falls silent that long. */
  private static Duration longest(Duration silence) {
    Duration several = silence.multipliedBy(10);
    return several.compareTo(LEAST) < 0 ? LEAST : several;
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }
}
