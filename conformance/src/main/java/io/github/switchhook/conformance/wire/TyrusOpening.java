package io.github.switchhook.conformance.wire;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.spi.ClientContainer;
import org.glassfish.tyrus.spi.ClientEngine;
import org.glassfish.tyrus.spi.ClientEngine.ClientUpgradeInfo;
import org.glassfish.tyrus.spi.ClientEngine.ClientUpgradeStatus;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;

/**
 * One opening of a WebSocket for Tyrus: Tyrus makes the request, {@link Opening} connects and
 * checks the answer, and Tyrus gets it.
 */
final class TyrusOpening {
  private static final String KEY = "switchhook.opening";

  private final Opening opening;
  private final Duration sendTimeout;
  private Opening.@Nullable Opened opened;
  private @Nullable FrameWriter writer;
  private @Nullable Connection connection;

  TyrusOpening(Opening opening, Duration sendTimeout) {
    this.opening = opening;
    this.sendTimeout = sendTimeout;
  }

  /** Goes along with the configuration that Tyrus passes on. */
  void goesWith(ClientEndpointConfig config) {
    config.getUserProperties().put(KEY, this);
  }

  private void connect(ClientEngine engine) {
    Map<String, String> headers = new LinkedHashMap<>();
    // Opening has a deadline of its own.
    engine
        .createUpgradeRequest(() -> {})
        .getHeaders()
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    opened = opening.open(headers);
    writer = new FrameWriter(opened, sendTimeout);
    ClientUpgradeInfo upgrade =
        engine.processResponse(answer(opened.head()), new Frames(writer), reason -> {});
    if (upgrade.getUpgradeStatus() != ClientUpgradeStatus.SUCCESS) {
      throw new IllegalStateException("an answer that was approved of was refused");
    }
    connection = upgrade.createConnection();
  }

  private static TyrusUpgradeResponse answer(Head head) {
    TyrusUpgradeResponse answer = new TyrusUpgradeResponse();
    answer.setStatus(head.status());
    for (String name : head.headers().keySet()) {
      String value = head.whole(name);
      // Tyrus reads only the first of several headers, and fails on an empty list of extensions.
      if (!value.isEmpty()) {
        answer.getHeaders().put(name, List.of(value));
      }
    }
    return answer;
  }

  /** Returns what has been opened. */
  TyrusProtocol.WebSocket opened(Session session, TyrusProtocol.Messages messages) {
    if (opened == null || writer == null || connection == null) {
      throw new IllegalStateException("there is a session, but no connection");
    }
    return new TyrusProtocol.WebSocket(opened, writer, connection, session, messages);
  }

  /** Closes what has been opened. */
  void giveUp() {
    if (opened != null) {
      Watchdog.quietly(opened.plain());
    }
  }

  /** Takes Tyrus's frames. Its close frames are not sent: the connection makes its own. */
  private static final class Frames extends Writer {
    private final FrameWriter writer;

    Frames(FrameWriter writer) {
      this.writer = writer;
    }

    @Override
    public void write(ByteBuffer buffer, CompletionHandler<ByteBuffer> handler) {
      byte[] frame = new byte[buffer.remaining()];
      buffer.get(frame);
      if ((frame[0] & 0x0f) != Frame.CLOSE) {
        writer.write(frame);
      }
      handler.completed(buffer);
    }

    @Override
    public void close() {
      // The connection closes the socket.
    }
  }

  /** Opens sockets for Tyrus. Public because Tyrus makes it by reflection. */
  public static final class Container implements ClientContainer {
    /** Makes one; it has no state. */
    public Container() {}

    @Override
    public void openClientSocket(
        ClientEndpointConfig config, Map<String, Object> properties, ClientEngine engine) {
      TyrusOpening opening = (TyrusOpening) config.getUserProperties().get(KEY);
      if (opening == null) {
        throw new IllegalStateException("no address was given");
      }
      try {
        opening.connect(engine);
      } catch (Error e) {
        // Otherwise Tyrus would wait without end.
        throw new IllegalStateException(e);
      }
    }
  }
}
