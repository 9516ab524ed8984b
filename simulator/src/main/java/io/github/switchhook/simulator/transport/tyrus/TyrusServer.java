package io.github.switchhook.simulator.transport.tyrus;

import io.github.switchhook.simulator.transport.Lines;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.glassfish.tyrus.container.grizzly.server.WebSocketAddOn;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.WebSocketEngine;

/**
 * A WebSocket server for the switch's lines.
 *
 * <p>Tyrus's own {@code Server} listens on all interfaces whatever host it is given, so this one
 * brings its own Grizzly listener, bound to the one address asked for.
 */
public final class TyrusServer implements AutoCloseable {
  private final Container container;
  private final URI uri;

  private TyrusServer(Container container, URI uri) {
    this.container = container;
    this.uri = uri;
  }

  /**
   * Starts listening.
   *
   * @param address the one address to listen on
   * @param port 0 for any that is free
   * @param path begins with a slash
   * @param maxMessageBytes a longer message closes its connection with 1009
   * @throws IOException where the port is taken; the message says which
   */
  public static TyrusServer start(
      InetAddress address, int port, String path, int maxMessageBytes, Lines lines)
      throws IOException {
    Container container = new Container(address, maxMessageBytes);
    try {
      container.register(LineEndpoint.config(path, maxMessageBytes, lines));
      container.start("", port);
    } catch (DeploymentException e) {
      throw new IOException("the WebSocket endpoint " + path + " cannot be deployed", e);
    } catch (IOException e) {
      throw new IOException(
          "cannot listen on " + address.getHostAddress() + " port " + port + ": " + e.getMessage(),
          e);
    }
    String host =
        address.getHostAddress().contains(":")
            ? "[" + address.getHostAddress() + "]"
            : address.getHostAddress();
    return new TyrusServer(
        container, URI.create("ws://" + host + ":" + container.boundPort() + path));
  }

  /** Where clients connect. */
  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    container.stop();
  }

  private static final class Container extends TyrusServerContainer {
    // A frame carries a header and a mask beside its payload.
    private static final int FRAME_OVERHEAD = 14;

    private final InetAddress address;
    private final WebSocketEngine engine;
    private final HttpServer server = new HttpServer();
    private int boundPort;

    Container(InetAddress address, int maxMessageBytes) {
      super(Set.<Class<?>>of());
      this.address = address;
      this.engine =
          TyrusWebSocketEngine.builder(this)
              .incomingBufferSize(4 * maxMessageBytes + FRAME_OVERHEAD)
              .build();
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
    public void start(String rootPath, int port) throws IOException, DeploymentException {
      NetworkListener listener = new NetworkListener("switchhook", address.getHostAddress(), port);
      // What comes in is handed over at once, so the selector thread may carry it.
      listener.getTransport().setIOStrategy(SameThreadIOStrategy.getInstance());
      listener.getTransport().setTcpNoDelay(true);
      listener.registerAddOn(new WebSocketAddOn(this, ""));
      server.addListener(listener);
      server.start();
      boundPort = listener.getPort();
      super.start(rootPath, boundPort);
    }

    int boundPort() {
      return boundPort;
    }

    @Override
    public void stop() {
      super.stop();
      server.shutdownNow();
    }

    @Override
    public Map<String, Object> getProperties() {
      return Map.of();
    }
  }
}
