package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.target.Secret;
import io.github.switchhook.conformance.target.Target;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientContainer;
import org.jspecify.annotations.Nullable;

/** The WebSocket by Tyrus. One container with few threads serves all connections. */
public final class TyrusWire implements Wire {
  /**
   * A message longer than this ends the connection with 1009; the contract's own limit is 256 KiB.
   */
  private static final int MAX_MESSAGE_CHARS = 1 << 20;

  private final Target target;
  private final ClientManager client;

  /** Prepares the client; nothing is connected yet. */
  public TyrusWire(Target target) {
    this.target = target;
    // Named, because another container may be found first on the class path.
    this.client = ClientManager.createClient(GrizzlyClientContainer.class.getName());
    client.getProperties().put(ClientProperties.SHARED_CONTAINER, true);
    client
        .getProperties()
        .put(
            ClientProperties.HANDSHAKE_TIMEOUT,
            Math.toIntExact(target.timeouts().connect().toMillis()));
    client.setDefaultMaxTextMessageBufferSize(MAX_MESSAGE_CHARS);
    client.setDefaultMaxBinaryMessageBufferSize(MAX_MESSAGE_CHARS);
  }

  @Override
  public AgentConnection connect(String agent, WireLog log) {
    Connection connection = new Connection(agent, log, target.timeouts().response());
    ClientEndpointConfig config =
        ClientEndpointConfig.Builder.create().configurator(new Headers(target.headers())).build();
    try {
      connection.session = client.connectToServer(connection, config, target.url());
      return connection;
    } catch (DeploymentException | IOException e) {
      connection.note(WireLine.Direction.CLOSE, "no connection: " + e.getMessage());
      throw new UnreachableException(
          "cannot connect to " + target.url() + ": " + rootMessage(e), e);
    }
  }

  @Override
  public void close() {
    client.shutdown();
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  private static final class Headers extends ClientEndpointConfig.Configurator {
    private final Map<String, Secret> headers;

    Headers(Map<String, Secret> headers) {
      this.headers = headers;
    }

    @Override
    public void beforeRequest(Map<String, List<String>> request) {
      headers.forEach((name, value) -> request.put(name, List.of(value.value())));
    }
  }

  private static final class Connection extends Endpoint implements AgentConnection {
    private final Inbox inbox = new Inbox();
    private final String agent;
    private final WireLog log;
    private final int number;
    private final Duration sendTimeout;
    private volatile @Nullable Session session;

    Connection(String agent, WireLog log, Duration sendTimeout) {
      this.agent = agent;
      this.log = log;
      this.number = log.nextConnection();
      this.sendTimeout = sendTimeout;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
      note(WireLine.Direction.OPEN, String.valueOf(opened.getRequestURI()));
      opened.addMessageHandler(
          String.class,
          (MessageHandler.Whole<String>)
              text -> {
                note(WireLine.Direction.IN, text);
                deliver(opened, new Inbound.Text(text));
              });
      opened.addMessageHandler(
          ByteBuffer.class,
          (MessageHandler.Whole<ByteBuffer>)
              bytes -> {
                note(WireLine.Direction.IN, "(binary, " + bytes.remaining() + " bytes)");
                deliver(opened, new Inbound.Binary(bytes.remaining()));
              });
    }

    private void deliver(Session opened, Inbound message) {
      if (!inbox.put(message)) {
        close(
            opened,
            CloseReason.CloseCodes.TRY_AGAIN_LATER,
            "more than " + Inbox.LIMIT + " unread messages");
      }
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
      String phrase = reason.getReasonPhrase() == null ? "" : reason.getReasonPhrase();
      note(WireLine.Direction.CLOSE, reason.getCloseCode().getCode() + " " + phrase);
      inbox.end(new Inbound.Closed(reason.getCloseCode().getCode(), phrase));
    }

    @Override
    public void onError(Session failed, Throwable problem) {
      note(WireLine.Direction.CLOSE, "error: " + problem);
    }

    @Override
    public void send(String text) {
      note(WireLine.Direction.OUT, text);
      sent(open -> open.getAsyncRemote().sendText(text));
    }

    @Override
    public void send(ByteBuffer bytes) {
      note(WireLine.Direction.OUT, "(binary, " + bytes.remaining() + " bytes)");
      sent(open -> open.getAsyncRemote().sendBinary(bytes));
    }

    /**
     * Waits for the frame to leave: Tyrus queues without bound, and its blocking remote knows no
     * deadline.
     */
    private void sent(Function<Session, Future<Void>> sending) {
      Session open = session;
      if (open == null) {
        return;
      }
      try {
        sending.apply(open).get(sendTimeout.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | IllegalStateException e) {
        note(WireLine.Direction.CLOSE, "could not send: " + rootMessage(e));
      } catch (TimeoutException e) {
        note(WireLine.Direction.CLOSE, "could not send within " + sendTimeout.toMillis() + " ms");
        inbox.end(
            new Inbound.Closed(
                1006, "the target did not read within " + sendTimeout.toMillis() + " ms"));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public Inbound receive(Duration timeout) {
      return inbox.take(timeout);
    }

    @Override
    public void close() {
      Session open = session;
      if (open != null) {
        close(open, CloseReason.CloseCodes.NORMAL_CLOSURE, "");
      }
    }

    private void close(Session open, CloseReason.CloseCode code, String reason) {
      try {
        if (open.isOpen()) {
          open.close(new CloseReason(code, reason));
        }
      } catch (IOException | IllegalStateException e) {
        note(WireLine.Direction.CLOSE, "could not close: " + e.getMessage());
      }
    }

    private void note(WireLine.Direction direction, String text) {
      log.add(direction, agent, number, text);
    }
  }
}
