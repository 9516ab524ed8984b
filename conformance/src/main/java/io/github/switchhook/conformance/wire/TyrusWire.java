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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.client.SslEngineConfigurator;
import org.glassfish.tyrus.container.jdk.client.JdkClientContainer;
import org.jspecify.annotations.Nullable;

/** The WebSocket by Tyrus. One container with few threads serves all connections. */
public final class TyrusWire implements Wire {
  /**
   * A message longer than this ends the connection with 1009; the contract's own limit is 256 KiB.
   */
  private static final int MAX_MESSAGE_CHARS = 1 << 20;

  // With 0, which is what it has unless told, Tyrus 2.2.2 sets a timer for every message (it does
  // nothing): half of all thread wake-ups.
  private static final long NEVER_IDLE = -1;

  private static final long PUSH_AFTER_MILLIS = 20;

  private final Target target;
  private final boolean ahead;
  private final ClientManager client;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "switchhook-connect");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Future<Connection> spare;

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
    client.setDefaultMaxTextMessageBufferSize(MAX_MESSAGE_CHARS);
    client.setDefaultMaxBinaryMessageBufferSize(MAX_MESSAGE_CHARS);
  }

  /**
   * Hands out a connection that was opened while the last scenario was played, and opens the next
   * one in the background: a handshake takes longer than most requests.
   */
  @Override
  public AgentConnection connect(String agent, WireLog log) {
    Connection connection = take();
    if (ahead) {
      spare = background.submit(this::open);
    }
    connection.assign(agent, log);
    return connection;
  }

  private Connection take() {
    Future<Connection> ready = spare;
    spare = null;
    try {
      if (ready != null) {
        Connection connection = ready.get();
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

  private Connection open() {
    Connection connection = new Connection(background, target.timeouts().response());
    ClientEndpointConfig config =
        ClientEndpointConfig.Builder.create()
            .configurator(new Headers(target.address().headers()))
            .preferredSubprotocols(target.address().subprotocols())
            .build();
    try {
      connection.session = client.connectToServer(connection, config, target.url());
      return connection;
    } catch (DeploymentException | IOException e) {
      throw new UnreachableException(
          "cannot connect to " + target.url() + ": " + rootMessage(e), e);
    }
  }

  @Override
  public void close() {
    Future<Connection> unused = spare;
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

  private static void closeUnused(Future<Connection> unused) {
    try {
      Session open = unused.get().session;
      if (open != null) {
        open.close();
      }
    } catch (ExecutionException | IOException | IllegalStateException e) {
      // It was never open, or is closed already.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
    private final Executor background;
    private final Duration sendTimeout;
    private final List<Consumer<Note>> unassigned = new ArrayList<>();
    private volatile @Nullable Session session;
    private @Nullable Note note;

    Connection(Executor background, Duration sendTimeout) {
      this.background = background;
      this.sendTimeout = sendTimeout;
    }

    /** Says whose connection it is from now on; what happened before goes to the same log. */
    synchronized void assign(String agent, WireLog log) {
      int number = log.nextConnection();
      Note taken = (direction, text) -> log.add(direction, agent, number, text);
      note = taken;
      unassigned.forEach(line -> line.accept(taken));
      unassigned.clear();
    }

    boolean isOpen() {
      Session open = session;
      return open != null && open.isOpen();
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
      opened.setMaxIdleTimeout(NEVER_IDLE);
      note(WireLine.Direction.OPEN, String.valueOf(opened.getRequestURI()));
      opened.addMessageHandler(
          String.class,
          (MessageHandler.Whole<String>)
              text -> {
                note(WireLine.Direction.IN, text);
                // Tyrus holds only fragmented messages to the limit that it was given.
                if (text.length() > MAX_MESSAGE_CHARS) {
                  refuse(opened, text.length());
                } else {
                  deliver(opened, new Inbound.Text(text));
                }
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

    private void refuse(Session opened, int length) {
      CloseReason.CloseCodes code = CloseReason.CloseCodes.TOO_BIG;
      String why = "a message of " + length + " characters";
      inbox.end(new Inbound.Closed(code.getCode(), why));
      close(opened, code, why);
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
        leave(open, sending.apply(open));
      } catch (ExecutionException | RuntimeException e) {
        // Tyrus throws all kinds where the connection closes at the same moment.
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

    /**
     * Pushes a frame that does not leave. The queue of Tyrus's client for the JDK (2.2.0) lets go
     * of its lock after it has seen that nothing waits, not before: what was put into it between
     * the two lies there until the next frame. A pong is one that nobody has to answer (RFC 6455,
     * section 5.5.3).
     */
    private void leave(Session open, Future<Void> frame)
        throws ExecutionException, TimeoutException, InterruptedException {
      long left = sendTimeout.toMillis();
      for (long wait = PUSH_AFTER_MILLIS; wait < left; wait *= 2) {
        try {
          frame.get(wait, TimeUnit.MILLISECONDS);
          return;
        } catch (TimeoutException e) {
          pong(open);
          left -= wait;
        }
      }
      frame.get(left, TimeUnit.MILLISECONDS);
    }

    private static void pong(Session open) {
      try {
        open.getAsyncRemote().sendPong(ByteBuffer.allocate(0));
      } catch (IOException | RuntimeException e) {
        // What the frame itself comes to says more.
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
        background.execute(() -> close(open, CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
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

    private synchronized void note(WireLine.Direction direction, String text) {
      Note taken = note;
      if (taken == null) {
        unassigned.add(later -> later.take(direction, text));
      } else {
        taken.take(direction, text);
      }
    }

    private interface Note {
      void take(WireLine.Direction direction, String text);
    }
  }
}
