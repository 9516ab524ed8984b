package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.profile.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * WebSockets by Tyrus on sockets of the JDK. The kit checks all bytes between the two, to report
 * exactly what a target does wrong.
 */
public final class WebSocketWire implements Wire {
  /** A longer message ends the connection; PROTOCOL 2. */
  static final int MAX_MESSAGE_BYTES = 1 << 20;

  private final Target target;
  private final boolean ahead;
  private final Clock clock;
  private final @Nullable SSLContext tls;
  private final TyrusProtocol protocol = new TyrusProtocol();
  private final Set<WebSocketConnection> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "switchhook-connect");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Future<WebSocketConnection> spare;
  private volatile @Nullable Told told;
  private volatile boolean closed;

  /**
   * The time of day that the target reported, in whole seconds.
   *
   * @param date as it said
   * @param received when that came
   */
  public record Told(Instant date, Instant received) {}

  /** Prepares the client; nothing is connected yet. */
  public WebSocketWire(Target target) {
    this(target, true);
  }

  /**
   * Prepares the client; nothing is connected yet.
   *
   * @param ahead whether the next connection is opened before it is asked for
   */
  public WebSocketWire(Target target, boolean ahead) {
    this(target, ahead, Clock.systemUTC());
  }

  /**
   * Prepares the client; nothing is connected yet.
   *
   * @param clock tells when a handshake was answered
   * @throws io.github.switchhook.conformance.profile.TargetFormatException if a store of the
   *     profile cannot be read
   */
  public WebSocketWire(Target target, boolean ahead, Clock clock) {
    this.clock = clock;
    this.ahead = ahead;
    this.target = target;
    this.tls = Reach.isSecured(target.url()) ? Tls.context(target.address(), clock) : null;
  }

  /**
   * Hands out a connection that was opened while the last scenario was played, and opens the next
   * one in the background: a handshake takes longer than most requests.
   */
  @Override
  public MessageConnection connect(String agent, WireLog log) {
    WebSocketConnection connection = take();
    if (ahead) {
      spare = background.submit(this::open);
    }
    connection.assign(agent, log);
    return connection;
  }

  private WebSocketConnection take() {
    Future<WebSocketConnection> ready = spare;
    spare = null;
    try {
      if (ready != null) {
        WebSocketConnection connection = ready.get();
        if (connection.isOpen()) {
          return connection;
        }
      }
    } catch (ExecutionException e) {
      // Whatever kept the spare one from opening shows again below, if it lasts.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return open();
  }

  private WebSocketConnection open() {
    try {
      TyrusProtocol.WebSocket socket =
          protocol.open(
              new Opening(target.address(), tls, target.timeouts().connect()),
              target.timeouts().response());
      told = told(socket.opened().head());
      WebSocketConnection connection = WebSocketConnection.on(socket, target.address().shown());
      connections.removeIf(other -> !other.isOpen());
      connections.add(connection);
      if (closed) {
        connection.close();
      }
      return connection;
    } catch (UnreachableException e) {
      throw e.at(target.address().shown());
    }
  }

  @Override
  public void close() {
    closed = true;
    background.shutdownNow();
    connections.forEach(WebSocketConnection::close);
    try {
      for (WebSocketConnection connection : connections) {
        connection.awaitEnd();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the date in the answer to the last handshake; empty if it had none. */
  public Optional<Told> told() {
    return Optional.ofNullable(told);
  }

  private @Nullable Told told(Head head) {
    Instant received = clock.instant();
    return head.header("date")
        .flatMap(WebSocketWire::date)
        .map(date -> new Told(date, received))
        .orElse(null);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
