package io.github.switchhook.simulator.transport.http;

import io.github.switchhook.simulator.control.Control;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpHandlerRegistration;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/** The HTTP server for control. Thread-safe. */
public final class ControlServer implements AutoCloseable {
  private static final int MAX_THREADS = 64;
  // An await holds a thread until it is over; the others stay free for what it waits for.
  private static final int MAX_WAITING = MAX_THREADS / 2;

  private final HttpServer server;
  private final URI uri;

  private ControlServer(HttpServer server, URI uri) {
    this.server = server;
    this.uri = uri;
  }

  /**
   * Starts listening.
   *
   * @param address the one address to listen on
   * @param port 0 for any that is free
   * @param token what callers have to know
   * @throws IOException where the port is taken; the message says which
   */
  public static ControlServer start(InetAddress address, int port, String token, Control control)
      throws IOException {
    NetworkListener listener =
        new NetworkListener("switchhook-control", address.getHostAddress(), port);
    listener
        .getTransport()
        .setWorkerThreadPoolConfig(
            ThreadPoolConfig.defaultConfig()
                .setPoolName("switchhook-control")
                .setDaemon(true)
                .setCorePoolSize(2)
                .setMaxPoolSize(MAX_THREADS));
    HttpServer server = new HttpServer();
    server.addListener(listener);
    server
        .getServerConfiguration()
        .addHttpHandler(
            new ControlHandler(control, token, MAX_WAITING),
            HttpHandlerRegistration.builder().contextPath("").urlPattern("/*").build());
    // What Grizzly refuses by itself is answered in the shape of all other problems.
    server.getServerConfiguration().setDefaultErrorPageGenerator(ControlHandler::errorPage);
    try {
      server.start();
    } catch (IOException e) {
      server.shutdownNow();
      throw new IOException(
          "cannot listen on " + address.getHostAddress() + " port " + port + ": " + e.getMessage(),
          e);
    }
    String host = address.getHostAddress();
    return new ControlServer(
        server,
        URI.create(
            "http://"
                + (host.contains(":") ? "[" + host + "]" : host)
                + ":"
                + listener.getPort()
                + "/control"));
  }

  /** Where control is: {@code http://127.0.0.1:8018/control}. */
  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
