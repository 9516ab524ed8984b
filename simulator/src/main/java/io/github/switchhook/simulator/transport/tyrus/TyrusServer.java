package io.github.switchhook.simulator.transport.tyrus;

import io.github.switchhook.simulator.transport.ClientConnection;
import io.github.switchhook.simulator.transport.ClientPort;
import io.github.switchhook.simulator.transport.ConnectionHandlerFactory;
import io.github.switchhook.simulator.transport.ConnectionLimits;
import io.github.switchhook.simulator.transport.FairScheduler;
import io.github.switchhook.simulator.transport.Handshake;
import io.github.switchhook.simulator.transport.Loopback;
import io.github.switchhook.simulator.transport.MessageProtocol;
import io.github.switchhook.simulator.transport.OutboundQueue;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.memory.ByteBufferArray;
import org.glassfish.grizzly.nio.transport.TCPNIOServerConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;

/**
 * A WebSocket server for the switch's clients: Grizzly's sockets, Tyrus's messages, and between
 * them {@link ClientConnection}, which holds RFC 6455 and the limits.
 *
 * <p>Neither Tyrus's own {@code Server} nor Grizzly's HTTP server is used: the one listens on all
 * interfaces whatever host it is given, the other cuts off clients that are silent for 30 s.
 */
public final class TyrusServer implements AutoCloseable {
  private static final int SELECTORS = 2;
  private static final int BACKLOG = 4096;
  private static final int CHECK_MILLIS = 100;
  // Of the heap, what may wait for clients that do not read.
  private static final int HEAP_SHARE = 4;

  private final GrizzlyPort port;
  private final TCPNIOTransport transport;
  private final TyrusProtocol protocol;
  private final ScheduledExecutorService checks;
  private final URI uri;

  private TyrusServer(
      GrizzlyPort port,
      TCPNIOTransport transport,
      TyrusProtocol protocol,
      ScheduledExecutorService checks,
      URI uri) {
    this.port = port;
    this.transport = transport;
    this.protocol = protocol;
    this.checks = checks;
    this.uri = uri;
  }

  /**
   * Starts listening; returns when clients can connect.
   *
   * @param address the one address to listen on
   * @param number 0 for any port that is free
   * @param path begins with a slash
   * @param guard decides which pages and hosts may talk to the switch
   * @throws IOException where the port is taken; the message says which
   */
  public static TyrusServer start(
      InetAddress address,
      int number,
      String path,
      Loopback guard,
      ConnectionLimits limits,
      ConnectionHandlerFactory handlers)
      throws IOException {
    TyrusProtocol protocol = protocol(path, limits);
    GrizzlyPort port = new GrizzlyPort(limits, new Handshake(path, guard), protocol, handlers);
    TCPNIOTransport transport =
        TCPNIOTransportBuilder.newInstance()
            .setName("switchhook-port")
            .setIOStrategy(SameThreadIOStrategy.getInstance())
            .setSelectorRunnersCount(SELECTORS)
            .setServerConnectionBackLog(BACKLOG)
            .setReuseAddress(true)
            .setTcpNoDelay(true)
            .setKeepAlive(true)
            .setProcessor(
                FilterChainBuilder.stateless().add(new TransportFilter()).add(port).build())
            .build();
    try {
      TCPNIOServerConnection listening = transport.bind(new InetSocketAddress(address, number));
      transport.start();
      ScheduledExecutorService checks =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "switchhook-port-checks");
                thread.setDaemon(true);
                return thread;
              });
      var unused =
          checks.scheduleWithFixedDelay(
              port::check, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
      int bound = ((InetSocketAddress) listening.getLocalAddress()).getPort();
      return new TyrusServer(port, transport, protocol, checks, uri(address, bound, path));
    } catch (IOException e) {
      transport.shutdownNow();
      port.scheduler().close();
      protocol.close();
      throw new IOException(
          "cannot listen on "
              + address.getHostAddress()
              + " port "
              + number
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static TyrusProtocol protocol(String path, ConnectionLimits limits) throws IOException {
    // A frame carries a header and a mask beside its payload.
    int frameOverhead = 14;
    try {
      return new TyrusProtocol(path, limits.messageBytes() + frameOverhead);
    } catch (DeploymentException e) {
      throw new IOException("the WebSocket endpoint " + path + " cannot be deployed", e);
    }
  }

  private static URI uri(InetAddress address, int port, String path) {
    String host = address.getHostAddress();
    return URI.create("ws://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + path);
  }

  /** Returns the WebSocket address that clients connect to. */
  public URI uri() {
    return uri;
  }

  /** Tells all clients that it stops, and closes their connections. */
  @Override
  public void close() {
    checks.shutdownNow();
    transport.unbindAll();
    port.close();
    try {
      transport.shutdownNow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    protocol.close();
  }

  /** The port that all clients share; Grizzly reports to it what happens to them. */
  private static final class GrizzlyPort extends BaseFilter implements ClientPort {
    private static final Attribute<ClientConnection> CLIENT =
        Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(GrizzlyPort.class.getName());

    private final ConnectionLimits limits;
    private final Handshake handshake;
    private final MessageProtocol protocol;
    private final ConnectionHandlerFactory handlers;
    private final FairScheduler scheduler =
        new FairScheduler(
            "switchhook-worker", Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final Set<ClientConnection> clients = ConcurrentHashMap.newKeySet();
    private final AtomicLong queued = new AtomicLong();
    private final long mayQueue = Runtime.getRuntime().maxMemory() / HEAP_SHARE;

    GrizzlyPort(
        ConnectionLimits limits,
        Handshake handshake,
        MessageProtocol protocol,
        ConnectionHandlerFactory handlers) {
      this.limits = limits;
      this.handshake = handshake;
      this.protocol = protocol;
      this.handlers = handlers;
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) {
      Connection<?> connection = context.getConnection();
      ClientConnection client = new ClientConnection(this, new GrizzlySocket(connection));
      CLIENT.set(connection, client);
      clients.add(client);
      return context.getInvokeAction();
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
      Buffer buffer = context.getMessage();
      ClientConnection client = CLIENT.get(context.getConnection());
      // What was read while another thread closed the connection has no client any more.
      if (client != null) {
        read(client, buffer);
      }
      buffer.tryDispose();
      return context.getStopAction();
    }

    private static void read(ClientConnection client, Buffer buffer) {
      if (buffer.isComposite()) {
        ByteBufferArray array = buffer.toByteBufferArray();
        for (int i = 0; i < array.size(); i++) {
          client.read(array.getArray()[i]);
        }
        array.recycle();
      } else {
        client.read(buffer.toByteBuffer());
      }
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
      ClientConnection client = CLIENT.remove(context.getConnection());
      if (client != null) {
        clients.remove(client);
        client.ended();
      }
      return context.getStopAction();
    }

    @Override
    public void exceptionOccurred(FilterChainContext context, Throwable error) {
      // The client that caused the failure is cut off; the others do not notice.
      context.getConnection().terminateSilently();
    }

    void check() {
      clients.forEach(ClientConnection::check);
    }

    void close() {
      clients.forEach(ClientConnection::goAway);
      scheduler.close();
    }

    @Override
    public ConnectionLimits limits() {
      return limits;
    }

    @Override
    public Handshake handshake() {
      return handshake;
    }

    @Override
    public FairScheduler scheduler() {
      return scheduler;
    }

    @Override
    public MessageProtocol protocol() {
      return protocol;
    }

    @Override
    public ConnectionHandlerFactory handlers() {
      return handlers;
    }

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public OutboundQueue queue(OutboundQueue.Carrier carrier) {
      return new OutboundQueue(limits, this::nanos, carrier, queued);
    }

    @Override
    public void queued() {
      if (queued.get() > mayQueue) {
        clients.stream()
            .max(Comparator.comparingLong(ClientConnection::queuedBytes))
            .ifPresent(most -> most.cut("of all that waits to be read, most is for this client"));
      }
    }
  }
}
