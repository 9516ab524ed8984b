package io.github.switchhook.simulator.transport.tyrus;

import io.github.switchhook.simulator.transport.Connection;
import io.github.switchhook.simulator.transport.Line;
import io.github.switchhook.simulator.transport.Lines;
import io.github.switchhook.simulator.transport.Loopback;
import io.github.switchhook.simulator.transport.OutboundQueue;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection. Hands over what comes in; never blocks on what goes out. Public because
 * Tyrus calls it by reflection.
 */
public final class LineEndpoint extends Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(LineEndpoint.class);
  private static final int MAX_WAITING = 10_000;
  // With 0, which is what it has unless told, Tyrus 2.2.2 sets a timer for every message (it does
  // nothing): half of all thread wake-ups.
  private static final long NEVER_IDLE = -1;

  private final Lines lines;
  private final int maxMessageBytes;
  private @Nullable Line line;

  private LineEndpoint(Lines lines, int maxMessageBytes) {
    this.lines = lines;
    this.maxMessageBytes = maxMessageBytes;
  }

  static ServerEndpointConfig config(String path, int maxMessageBytes, Lines lines) {
    return ServerEndpointConfig.Builder.create(LineEndpoint.class, path)
        .configurator(
            new ServerEndpointConfig.Configurator() {
              @Override
              public boolean checkOrigin(String origin) {
                return Loopback.ONLY.allowsOrigin(origin);
              }

              @Override
              public <T> T getEndpointInstance(Class<T> endpointClass) {
                return endpointClass.cast(new LineEndpoint(lines, maxMessageBytes));
              }
            })
        .build();
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    session.setMaxIdleTimeout(NEVER_IDLE);
    session.setMaxTextMessageBufferSize(maxMessageBytes);
    session.setMaxBinaryMessageBufferSize(maxMessageBytes);
    OutboundQueue queue = new OutboundQueue(new SessionCarrier(session), MAX_WAITING);
    Line opened =
        lines.open(
            new Connection() {
              @Override
              public void send(String text) {
                queue.send(text);
              }

              @Override
              public void close(int code, String reason) {
                queue.close(code, reason);
              }
            });
    line = opened;
    session.addMessageHandler(
        String.class,
        (MessageHandler.Whole<String>)
            text -> {
              // Tyrus holds only fragmented messages to the limit that it was given.
              if (tooLong(text)) {
                queue.close(
                    CloseCodes.TOO_BIG.getCode(),
                    "a message may have " + maxMessageBytes + " bytes at most");
              } else {
                opened.received(text);
              }
            });
    session.addMessageHandler(
        byte[].class, (MessageHandler.Whole<byte[]>) bytes -> opened.receivedBinary(bytes.length));
  }

  private boolean tooLong(String text) {
    return text.length() > maxMessageBytes
        || (text.length() > maxMessageBytes / 3
            && text.getBytes(StandardCharsets.UTF_8).length > maxMessageBytes);
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    if (line != null) {
      line.closed();
    }
  }

  @Override
  public void onError(Session session, Throwable error) {
    LOG.debug("connection {}: {}", session.getId(), error.toString());
  }

  /** Sends without blocking; Tyrus throws at once on a connection that has gone. */
  private record SessionCarrier(Session session) implements OutboundQueue.Carrier {
    @Override
    public void send(String text, OutboundQueue.Done done) {
      try {
        session.getAsyncRemote().sendText(text, result -> done.sent(result.isOK()));
      } catch (RuntimeException e) {
        // Tyrus throws all kinds where the connection closes at the same moment; nothing of it may
        // keep the switch from telling the others.
        LOG.debug("connection {} has gone: {}", session.getId(), e.toString());
        done.sent(false);
      }
    }

    @Override
    public void close(int code, String reason) {
      try {
        session.close(new CloseReason(CloseCodes.getCloseCode(code), reason));
      } catch (IOException | RuntimeException e) {
        LOG.debug("connection {} has gone: {}", session.getId(), e.toString());
      }
    }
  }
}
