package io.github.switchhook.simulator.transport.tyrus;

import io.github.switchhook.simulator.transport.MessageProtocol;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tyrus's view of one client: hands its messages on. Public because Tyrus calls it by reflection.
 */
public final class MessageEndpoint extends Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(MessageEndpoint.class);
  // With 0, which is what it has unless told, Tyrus 2.2.2 sets a timer for every message (it does
  // nothing): half of all thread wake-ups.
  private static final long NEVER_IDLE = -1;
  private static final SendHandler QUEUED = result -> {};

  /** Tyrus makes the endpoint while a connection is created, and does not say for which one. */
  private static final ThreadLocal<@Nullable MessageEndpoint> CREATED = new ThreadLocal<>();

  private final MessageProtocol.Peer peer;
  private volatile @Nullable Session session;

  private MessageEndpoint(MessageProtocol.Peer peer) {
    this.peer = peer;
  }

  /** Creates a connection whose messages go to {@code peer}. */
  static <T> T opening(MessageProtocol.Peer peer, Function<MessageEndpoint, T> create) {
    MessageEndpoint endpoint = new MessageEndpoint(peer);
    CREATED.set(endpoint);
    try {
      return create.apply(endpoint);
    } finally {
      CREATED.remove();
    }
  }

  /** Gives Tyrus the endpoint of the connection that is being created. */
  static final class Configurator extends ServerEndpointConfig.Configurator {
    @Override
    public boolean checkOrigin(String origin) {
      // A stricter reader has checked it already.
      return true;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpointClass) {
      return endpointClass.cast(CREATED.get());
    }
  }

  @Override
  public void onOpen(Session opened, EndpointConfig config) {
    opened.setMaxIdleTimeout(NEVER_IDLE);
    session = opened;
    // These are not lambdas because Tyrus asks the class what kind of message it takes.
    opened.addMessageHandler(String.class, (MessageHandler.Whole<String>) text -> peer.text(text));
    opened.addMessageHandler(
        byte[].class, (MessageHandler.Whole<byte[]>) bytes -> peer.binary(bytes.length));
  }

  @Override
  public void onError(Session failed, Throwable error) {
    LOG.debug("what a client sent: {}", error.toString());
  }

  /** Makes a message a frame; the frame is queued when this returns. */
  void send(String message) {
    Session to = session;
    if (to != null && to.isOpen()) {
      to.getAsyncRemote().sendText(message, QUEUED);
    }
  }
}
