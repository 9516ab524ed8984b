package io.github.switchhook.simulator.transport.tyrus;

import io.github.switchhook.simulator.transport.Frame;
import io.github.switchhook.simulator.transport.MessageProtocol;
import io.github.switchhook.simulator.transport.RequestHead;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.glassfish.tyrus.core.RequestContext;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.WebSocketEngine;
import org.glassfish.tyrus.spi.WebSocketEngine.UpgradeInfo;
import org.glassfish.tyrus.spi.WebSocketEngine.UpgradeStatus;
import org.glassfish.tyrus.spi.Writer;

/**
 * WebSocket messages by Tyrus, without one of its containers: frames go in and frames come out.
 * Thread-safe.
 */
final class TyrusProtocol implements MessageProtocol, AutoCloseable {
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int CLOSE_CODE_AT = 2;

  private final Container container;
  private final WebSocketEngine engine;

  /**
   * Creates the WebSocket protocol of one path.
   *
   * @throws DeploymentException where the path is malformed
   */
  TyrusProtocol(String path, int maxFrameBytes) throws DeploymentException {
    container = new Container(maxFrameBytes);
    engine = container.getWebSocketEngine();
    engine.register(
        ServerEndpointConfig.Builder.create(MessageEndpoint.class, path)
            .configurator(new MessageEndpoint.Configurator())
            .build(),
        "");
  }

  @Override
  public Session open(RequestHead head, Peer peer) {
    RequestContext request =
        RequestContext.Builder.create()
            .requestURI(URI.create(head.path()))
            .queryString(null)
            .parameterMap(Map.of())
            .secure(false)
            .build();
    head.fields()
        .all()
        .forEach((name, values) -> request.getHeaders().put(name, new ArrayList<>(values)));
    TyrusUpgradeResponse response = new TyrusUpgradeResponse();
    UpgradeInfo upgrade = engine.upgrade(request, response);
    if (upgrade.getStatus() != UpgradeStatus.SUCCESS
        || response.getStatus() != SWITCHING_PROTOCOLS) {
      throw new IllegalStateException("a handshake that was approved of was refused");
    }
    peer.frame(answer(response));
    return MessageEndpoint.opening(
        peer,
        endpoint -> {
          Connection connection = upgrade.createConnection(new Frames(peer), reason -> {});
          return new OpenSession(connection, endpoint);
        });
  }

  private static byte[] answer(TyrusUpgradeResponse response) {
    StringBuilder head = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\n");
    for (Map.Entry<String, List<String>> each : new TreeMap<>(response.getHeaders()).entrySet()) {
      head.append(each.getKey())
          .append(": ")
          .append(String.join(", ", each.getValue()))
          .append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    container.stop();
  }

  private record OpenSession(Connection connection, MessageEndpoint endpoint) implements Session {
    @Override
    public void received(ByteBuffer frame) {
      connection.getReadHandler().handle(frame);
    }

    @Override
    public void send(String message) {
      endpoint.send(message);
    }

    @Override
    public void end() {
      connection.close(new CloseReason(CloseCodes.CLOSED_ABNORMALLY, ""));
    }
  }

  /** Sends Tyrus's frames, except its close frames: the connection makes its own. */
  private static final class Frames extends Writer {
    private final Peer peer;

    Frames(Peer peer) {
      this.peer = peer;
    }

    @Override
    public void write(ByteBuffer buffer, CompletionHandler<ByteBuffer> handler) {
      byte[] frame = new byte[buffer.remaining()];
      buffer.get(frame);
      if ((frame[0] & 0xf) == Frame.CLOSE) {
        peer.broken(
            frame.length < CLOSE_CODE_AT + 2
                ? CloseCodes.PROTOCOL_ERROR.getCode()
                : ByteBuffer.wrap(frame).getShort(CLOSE_CODE_AT) & 0xffff);
      } else {
        peer.frame(frame);
      }
      handler.completed(buffer);
    }

    @Override
    public void close() {
      // Tyrus asks for this after a close frame; the connection has been told to close already.
    }
  }

  /** The container that Tyrus asks for. */
  private static final class Container extends TyrusServerContainer {
    private final WebSocketEngine engine;

    Container(int maxFrameBytes) {
      super(Set.<Class<?>>of());
      engine = TyrusWebSocketEngine.builder(this).incomingBufferSize(maxFrameBytes).build();
    }

    @Override
    public void register(Class<?> endpoint) {
      throw new UnsupportedOperationException("endpoints are registered by their config");
    }

    @Override
    public void register(ServerEndpointConfig config) throws DeploymentException {
      engine.register(config, "");
    }

    @Override
    public WebSocketEngine getWebSocketEngine() {
      return engine;
    }

    @Override
    public Map<String, Object> getProperties() {
      return Map.of();
    }
  }
}
