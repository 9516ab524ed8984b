package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.target.Target;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.HandshakeResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.client.SslEngineConfigurator;
import org.glassfish.tyrus.client.auth.AuthenticationException;
import org.glassfish.tyrus.container.jdk.client.JdkClientContainer;
import org.glassfish.tyrus.core.HandshakeException;
import org.jspecify.annotations.Nullable;

/** The WebSocket by Tyrus. One container with few threads serves all connections. */
public final class TyrusWire implements Wire {
  /**
   * A message longer than this ends the connection; the contract's own limit is 256 KiB. Tyrus
   * copies all that it has of a frame whenever more comes, so four times as much takes a second.
   */
  static final int MAX_MESSAGE_BYTES = 1 << 20;

  private static final int HEADER_BYTES = 64;

  private final Target target;
  private final boolean ahead;
  private final Clock clock;
  private final ClientManager client;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "switchhook-connect");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Future<TyrusConnection> spare;
  private volatile @Nullable Told told;

  /**
   * What time the target said it was, in whole seconds.
   *
   * @param date as it said
   * @param received when that came
   */
  public record Told(Instant date, Instant received) {}

  /** Prepares the client; nothing is connected yet. */
  public TyrusWire(Target target) {
    this(target, true);
  }

  /**
   * Prepares the client; nothing is connected yet.
   *
   * @param ahead whether the next connection is opened before anybody asks for it
   */
  public TyrusWire(Target target, boolean ahead) {
    this(target, ahead, Clock.systemUTC());
  }

  /**
   * Prepares the client; nothing is connected yet.
   *
   * @param clock tells when a handshake was answered
   */
  public TyrusWire(Target target, boolean ahead, Clock clock) {
    this.clock = clock;
    this.ahead = ahead;
    this.target = target;
    // Named, because another container may be found first on the class path.
    this.client = ClientManager.createClient(JdkClientContainer.class.getName());
    client.getProperties().put(ClientProperties.SHARED_CONTAINER, true);
    client
        .getProperties()
        .put(
            ClientProperties.HANDSHAKE_TIMEOUT,
            Math.toIntExact(target.timeouts().connect().toMillis()));
    if (target.address().hasStores()) {
      client
          .getProperties()
          .put(
              ClientProperties.SSL_ENGINE_CONFIGURATOR,
              new SslEngineConfigurator(Tls.context(target.address()), true, false, false));
    }
    client
        .getProperties()
        .put(ClientProperties.INCOMING_BUFFER_SIZE, MAX_MESSAGE_BYTES + HEADER_BYTES);
    client.setDefaultMaxTextMessageBufferSize(MAX_MESSAGE_BYTES);
    client.setDefaultMaxBinaryMessageBufferSize(MAX_MESSAGE_BYTES);
  }

  /**
   * Hands out a connection that was opened while the last scenario was played, and opens the next
   * one in the background: a handshake takes longer than most requests.
   */
  @Override
  public AgentConnection connect(String agent, WireLog log) {
    TyrusConnection connection = take();
    if (ahead) {
      spare = background.submit(this::open);
    }
    connection.assign(agent, log);
    return connection;
  }

  private TyrusConnection take() {
    Future<TyrusConnection> ready = spare;
    spare = null;
    try {
      if (ready != null) {
        TyrusConnection connection = ready.get();
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

  private TyrusConnection open() {
    TyrusConnection connection = new TyrusConnection(background, target.timeouts().response());
    ClientEndpointConfig config =
        ClientEndpointConfig.Builder.create()
            .configurator(new Handshake())
            .preferredSubprotocols(target.address().subprotocols())
            .build();
    try {
      connection.opened(client.connectToServer(connection, config, target.url()));
      return connection;
    } catch (DeploymentException | IOException e) {
      throw unreachable(e);
    }
  }

  private UnreachableException unreachable(Exception failure) {
    int status = status(failure);
    String why =
        status == 0
            ? rootMessage(failure)
            : "the handshake is answered with HTTP status " + status + ", expected 101";
    return new UnreachableException(
        "cannot connect to " + target.url() + ": " + why, lookAt(status), failure);
  }

  private static String lookAt(int status) {
    return switch (status) {
      case 401, 403 -> "headers, such as Authorization or a key, and keyStore if TLS asks for it";
      case 404 -> "the path in url";
      case 400, 426 -> "subprotocols, headers, and whether url is that of a WebSocket";
      case 0 -> "url, headers, subprotocols, and trustStore and keyStore for wss";
      default -> status < 400 ? "url: it leads elsewhere" : "what the target's own log says";
    };
  }

  /** Returns the status that refused the handshake, or 0 if it did not come so far. */
  private static int status(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthenticationException) {
        // Tyrus (2.2.2) asks whom it should be at a 401, and does not keep the status.
        return 401;
      }
      if (cause instanceof HandshakeException handshake) {
        return handshake.getHttpStatusCode();
      }
    }
    return 0;
  }

  @Override
  public void close() {
    Future<TyrusConnection> unused = spare;
    if (unused != null) {
      background.execute(() -> closeUnused(unused));
    }
    background.shutdown();
    try {
      if (!background.awaitTermination(
          target.timeouts().connect().toMillis(), TimeUnit.MILLISECONDS)) {
        background.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.shutdown();
  }

  private static void closeUnused(Future<TyrusConnection> unused) {
    try {
      unused.get().closeNow();
    } catch (ExecutionException e) {
      // It was never open.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  /** Returns the time that the target told in the last handshake; empty if it told none. */
  public Optional<Told> told() {
    return Optional.ofNullable(told);
  }

  private final class Handshake extends ClientEndpointConfig.Configurator {
    @Override
    public void beforeRequest(Map<String, List<String>> request) {
      target
          .address()
          .headers()
          .forEach((name, value) -> request.put(name, List.of(value.value())));
    }

    @Override
    public void afterResponse(HandshakeResponse response) {
      Instant received = clock.instant();
      told =
          response.getHeaders().entrySet().stream()
              .filter(header -> header.getKey().equalsIgnoreCase("Date"))
              .flatMap(header -> header.getValue().stream())
              .flatMap(text -> date(text).stream())
              .findFirst()
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
}
