package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.text.Escape;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a {@link WebSocketWire}. A thread of its own reads, answers pings and fills the
 * inbox; the kit's thread writes. Everything that may block has a deadline.
 */
final class WebSocketConnection implements MessageConnection {
  /** The time that the other side has to answer a close frame. */
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private static final int NORMAL = 1000;
  private static final int NO_CLOSE_FRAME = 1006;
  private static final int TOO_BIG = 1009;
  private static final int TRY_AGAIN_LATER = 1013;

  private static final Inbound.Flooded TOO_LONG =
      new Inbound.Flooded(
          "a message came that is longer than "
              + WebSocketWire.MAX_MESSAGE_BYTES
              + " bytes, more than PROTOCOL 2 allows");

  private final TyrusProtocol.WebSocket socket;
  private final FrameWriter writer;
  private final Inbox inbox = new Inbox();
  private final List<Consumer<Note>> unassigned = new ArrayList<>();
  private final Thread reader;
  private @Nullable Note note;

  private WebSocketConnection(TyrusProtocol.WebSocket socket) {
    this.socket = socket;
    this.writer = socket.writer();
    this.reader = new Thread(this::read, "switchhook-wire");
    reader.setDaemon(true);
  }

  /** Begins to read what a target sends on an open WebSocket. */
  static WebSocketConnection on(TyrusProtocol.WebSocket socket, String url) {
    WebSocketConnection connection = new WebSocketConnection(socket);
    connection.note(WireLine.Direction.OPEN, url);
    connection.reader.start();
    return connection;
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
    return reader.isAlive();
  }

  // --- what comes

  private void read() {
    FrameReader frames = new FrameReader(socket.opened().in(), WebSocketWire.MAX_MESSAGE_BYTES);
    try {
      boolean goesOn = true;
      while (goesOn) {
        goesOn = take(frames.next());
      }
    } catch (FrameException e) {
      String what = "the target broke the rules of WebSocket: it sent " + e.getMessage();
      end(new Inbound.Malformed(what), what);
      writer.close(e.closeCode(), "");
    } catch (FrameReader.TooLongException e) {
      end(TOO_LONG, TOO_LONG.what());
      writer.close(TOO_BIG, "a message that is too long");
    } catch (IOException e) {
      broken(e);
    } finally {
      Watchdog.quietly(socket.opened().plain());
      socket.end();
    }
  }

  /** Takes what came; returns whether more can come. */
  private boolean take(Frame frame) throws IOException {
    if (frame.opcode() == Frame.CLOSE) {
      Frame.Close close = frame.close();
      end(new Inbound.Closed(close.code(), close.reason()), close.code() + " " + close.reason());
      answerClose(close);
      return false;
    }
    for (Inbound.Message message : socket.received(frame)) {
      if (!deliver(message)) {
        return false;
      }
    }
    return true;
  }

  private boolean deliver(Inbound.Message message) {
    if (message instanceof Inbound.Text text) {
      note(WireLine.Direction.IN, text.text());
    } else if (message instanceof Inbound.Binary binary) {
      note(WireLine.Direction.IN, "(binary, " + binary.bytes() + " bytes)");
    }
    boolean room = inbox.put(message);
    if (!room) {
      note(WireLine.Direction.CLOSE, "the kit closed it: too many unread messages");
      writer.close(TRY_AGAIN_LATER, "too many unread messages");
    }
    return room;
  }

  /**
   * Answers a close frame and waits a moment for the other side to end the TCP connection (RFC
   * 6455, section 7.1.1).
   */
  private void answerClose(Frame.Close close) throws IOException {
    writer.close(close.code(), "");
    Watchdog watchdog = Watchdog.over(socket.opened().plain(), CLOSING);
    socket.opened().in().transferTo(OutputStream.nullOutputStream());
    watchdog.close();
  }

  private void broken(IOException failure) {
    Optional<String> stuck = writer.stuck();
    if (stuck.isPresent()) {
      end(new Inbound.Closed(NO_CLOSE_FRAME, stuck.get()), stuck.get());
    } else if (failure instanceof EOFException) {
      end(new Inbound.Closed(NO_CLOSE_FRAME, ""), NO_CLOSE_FRAME + " without a close frame");
    } else {
      String why =
          writer.isClosing() ? "the close frame was not answered" : Diagnosis.ofEnd(failure);
      end(new Inbound.Closed(NO_CLOSE_FRAME, why), NO_CLOSE_FRAME + " " + why);
    }
  }

  private void end(Inbound.NoMessage last, String line) {
    note(WireLine.Direction.CLOSE, line);
    inbox.end(last);
  }

  // --- what goes out

  @Override
  public void send(String text) {
    note(WireLine.Direction.OUT, text);
    // Half a surrogate pair has no UTF-8; in JSON its escape says the same.
    socket.send(Escape.surrogates(text));
  }

  @Override
  public void send(ByteBuffer bytes) {
    note(WireLine.Direction.OUT, "(binary, " + bytes.remaining() + " bytes)");
    socket.send(bytes);
  }

  @Override
  public Inbound receive(Duration timeout) {
    return inbox.take(timeout);
  }

  /** Sends a close frame and leaves the rest to the reader, which has a moment for it. */
  @Override
  public void close() {
    if (writer.close(NORMAL, "")) {
      Watchdog unused = Watchdog.over(socket.opened().plain(), CLOSING);
    }
  }

  /** Waits until nothing of it is left, which takes a moment at most. */
  void awaitEnd() throws InterruptedException {
    reader.join(CLOSING.toMillis());
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
