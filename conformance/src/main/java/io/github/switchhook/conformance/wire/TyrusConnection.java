package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.text.Escape;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One connection of a {@link TyrusWire}. Tyrus calls it on its threads, the kit on its own. */
final class TyrusConnection extends Endpoint implements AgentConnection {
  // With 0, which is what it has unless told, Tyrus 2.2.2 sets a timer for every message (it does
  // nothing): half of all thread wake-ups.
  private static final long NEVER_IDLE = -1;

  private static final long PUSH_AFTER_MILLIS = 20;

  /** What Tyrus says where a frame does not fit into its buffer. */
  private static final String OVERFLOW = "Buffer overflow.";

  /** PROTOCOL 2: so long a message is taken by everybody. */
  private static final int ANYBODY_READS = 256 * 1024;

  private static final Inbound.Flooded TOO_LONG =
      new Inbound.Flooded(
          "a message came that is longer than "
              + TyrusWire.MAX_MESSAGE_BYTES
              + " bytes, more than the kit reads; PROTOCOL 2 allows "
              + ANYBODY_READS
              + " bytes");

  private final Inbox inbox = new Inbox();
  private final Executor background;
  private final Duration sendTimeout;
  private final List<Consumer<Note>> unassigned = new ArrayList<>();
  private volatile @Nullable Session session;
  private volatile int longest;
  private @Nullable Note note;

  TyrusConnection(Executor background, Duration sendTimeout) {
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

  /** Notes the session, once the handshake is over. */
  void opened(Session open) {
    session = open;
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
              if (text.length() > TyrusWire.MAX_MESSAGE_BYTES) {
                refuse(opened);
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

  private void refuse(Session opened) {
    inbox.end(TOO_LONG);
    close(opened, CloseReason.CloseCodes.TOO_BIG, "a message that is too long");
  }

  @Override
  public void onClose(Session closed, CloseReason reason) {
    String phrase = reason.getReasonPhrase() == null ? "" : reason.getReasonPhrase();
    if (phrase.equals(OVERFLOW) && longest <= ANYBODY_READS) {
      // Tyrus closes so on this side too; had we sent more, it could be the target's Tyrus.
      note(WireLine.Direction.CLOSE, TOO_LONG.what());
      inbox.end(TOO_LONG);
      return;
    }
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
    longest = Math.max(longest, text.length());
    // Tyrus cannot encode half a surrogate pair; in JSON its escape says the same.
    String encodable = Escape.surrogates(text);
    sent(open -> open.getAsyncRemote().sendText(encodable));
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
      note(WireLine.Direction.CLOSE, "could not send: " + TyrusWire.rootMessage(e));
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
   * Pushes a frame that does not leave. The queue of Tyrus's client for the JDK (2.2.0) lets go of
   * its lock after it has seen that nothing waits, not before: what was put into it between the two
   * lies there until the next frame. A pong is one that nobody has to answer (RFC 6455, section
   * 5.5.3).
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

  /** Closes on the calling thread; does nothing on a connection that was never open. */
  void closeNow() {
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
