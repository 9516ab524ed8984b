package io.github.switchhook.conformance.wire;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.core.MaskingKeyGenerator;
import org.glassfish.tyrus.spi.Connection;
import org.jspecify.annotations.Nullable;

/**
 * WebSocket by Tyrus on the kit's own sockets; only this class and {@link TyrusOpening} know Tyrus.
 * It makes messages of the frames that {@link FrameReader} accepts, and frames of messages, which
 * {@link FrameWriter} writes. Any thread may open one.
 */
final class TyrusProtocol {
  // With 0, the default, Tyrus 2.2.2 sets a timer for every message (it does
  // nothing).
  private static final long NEVER_IDLE = -1;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final SendHandler WRITTEN = result -> {};

  private final ClientManager manager =
      ClientManager.createClient(TyrusOpening.Container.class.getName());

  TyrusProtocol() {
    manager.setDefaultMaxSessionIdleTimeout(NEVER_IDLE);
    manager
        .getProperties()
        .put(
            ClientProperties.INCOMING_BUFFER_SIZE,
            WebSocketWire.MAX_MESSAGE_BYTES + FrameReader.LONGEST_HEADER);
    manager
        .getProperties()
        .put(ClientProperties.MASKING_KEY_GENERATOR, (MaskingKeyGenerator) RANDOM::nextInt);
  }

  /**
   * Opens a WebSocket on a new connection.
   *
   * @param sendTimeout how long a frame may take to be written
   * @throws Wire.UnreachableException as {@link Opening#open} does
   */
  WebSocket open(Opening opening, Duration sendTimeout) {
    TyrusOpening attempt = new TyrusOpening(opening, sendTimeout);
    ClientEndpointConfig config =
        ClientEndpointConfig.Builder.create()
            .preferredSubprotocols(opening.address().subprotocols())
            .build();
    attempt.goesWith(config);
    Messages messages = new Messages();
    try {
      Session session = manager.connectToServer(messages, config, opening.address().url());
      return attempt.opened(session, messages);
    } catch (DeploymentException | IOException e) {
      attempt.giveUp();
      throw failure(e);
    }
  }

  private static RuntimeException failure(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Wire.UnreachableException unreachable) {
        return unreachable;
      }
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        return new Wire.UnreachableException("the run was interrupted", "nothing", failure);
      }
    }
    return new IllegalStateException("a WebSocket could not be opened", failure);
  }

  /** An open WebSocket. One thread reads, any may send. */
  record WebSocket(
      Opening.Opened opened,
      FrameWriter writer,
      Connection connection,
      Session session,
      Messages messages) {
    /**
     * Takes in a frame that closes nothing; a ping is answered.
     *
     * @return the messages that are whole now
     * @throws FrameException if they cannot be understood
     */
    List<Inbound.Message> received(Frame frame) throws FrameException {
      connection.getReadHandler().handle(frame.bytes());
      return messages.take();
    }

    /** Sends a text message, which must have a UTF-8 encoding. */
    void send(String text) {
      try {
        session.getAsyncRemote().sendText(text, WRITTEN);
      } catch (IllegalStateException e) {
        // The connection is closed, which the reading thread reports.
      }
    }

    /** Sends a binary message; does nothing on a closed connection. */
    void send(ByteBuffer bytes) {
      try {
        session.getAsyncRemote().sendBinary(bytes.duplicate(), WRITTEN);
      } catch (IllegalStateException e) {
        // The connection is closed, which the reading thread reports.
      }
    }

    /** Ends Tyrus's session without sending anything. */
    void end() {
      connection.close(new CloseReason(CloseCodes.CLOSED_ABNORMALLY, ""));
    }
  }

  /** Gathers what Tyrus makes of a frame, on the thread that reads. */
  static final class Messages extends Endpoint {
    private final List<Inbound.Message> whole = new ArrayList<>();
    private int binaryBytes;
    private @Nullable CloseReason broken;
    private @Nullable Throwable failed;

    @Override
    public void onOpen(Session session, EndpointConfig config) {
      // Not as lambdas: Tyrus asks the class what kind of message it takes.
      session.addMessageHandler(
          String.class, (MessageHandler.Whole<String>) text -> whole.add(new Inbound.Text(text)));
      // In parts, because only the length of a binary message is used.
      session.addMessageHandler(byte[].class, (MessageHandler.Partial<byte[]>) this::addBinary);
    }

    private void addBinary(byte[] part, boolean last) {
      binaryBytes += part.length;
      if (last) {
        whole.add(new Inbound.Binary(binaryBytes));
        binaryBytes = 0;
      }
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
      broken = reason;
    }

    @Override
    public void onError(Session session, Throwable error) {
      failed = error;
    }

    List<Inbound.Message> take() throws FrameException {
      if (failed != null) {
        throw new IllegalStateException(failed);
      }
      if (broken != null) {
        throw broken.getCloseCode() == CloseCodes.NOT_CONSISTENT
            ? FrameException.notUtf8("a text that is not UTF-8", "8.1")
            : FrameException.breach("what cannot be understood", "5");
      }
      List<Inbound.Message> taken = List.copyOf(whole);
      whole.clear();
      return taken;
    }
  }
}
