package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.wire.Frames.Received;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a {@link WebSocketWire}. A thread of its own reads, answers pings and fills the
 * inbox; the kit's thread writes. Everything that may block has a deadline.
 */
final class WebSocketConnection implements AgentConnection {
  /** How long the other side has to answer a close frame. */
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

  private final Opening.Opened open;
  private final Duration sendTimeout;
  private final Inbox inbox = new Inbox();
  private final List<Consumer<Note>> unassigned = new ArrayList<>();
  private final Object writing = new Object();
  private final Thread reader;
  private boolean closing;
  private boolean broken;
  private @Nullable Note note;

  private WebSocketConnection(Opening.Opened open, Duration sendTimeout) {
    this.open = open;
    this.sendTimeout = sendTimeout;
    this.reader = new Thread(this::read, "switchhook-wire");
    reader.setDaemon(true);
  }

  /** Begins to read what a target sends on an open WebSocket. */
  static WebSocketConnection on(Opening.Opened open, String url, Duration sendTimeout) {
    WebSocketConnection connection = new WebSocketConnection(open, sendTimeout);
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
    Frames frames = new Frames(open.in(), WebSocketWire.MAX_MESSAGE_BYTES);
    try {
      boolean goesOn = true;
      while (goesOn) {
        goesOn = take(frames.next());
      }
    } catch (FrameException e) {
      String what = "the target broke the rules of WebSocket: it sent " + e.getMessage();
      end(new Inbound.Malformed(what), what);
      write(Frames.close(e.closeCode(), ""));
    } catch (EOFException e) {
      end(new Inbound.Closed(NO_CLOSE_FRAME, ""), NO_CLOSE_FRAME + " without a close frame");
    } catch (IOException e) {
      String why = isClosing() ? "the close frame was not answered" : Diagnosis.ofEnd(e);
      end(new Inbound.Closed(NO_CLOSE_FRAME, why), NO_CLOSE_FRAME + " " + why);
    } finally {
      Watchdog.quietly(open.plain());
    }
  }

  /** Takes what came; returns whether more can come. */
  private boolean take(Received received) throws IOException {
    if (received instanceof Received.Text text) {
      note(WireLine.Direction.IN, text.text());
      return deliver(new Inbound.Text(text.text()));
    }
    if (received instanceof Received.Binary binary) {
      note(WireLine.Direction.IN, "(binary, " + binary.bytes() + " bytes)");
      return deliver(new Inbound.Binary(binary.bytes()));
    }
    if (received instanceof Received.Ping ping) {
      write(Frames.frame(Frames.PONG, ping.payload()));
    } else if (received instanceof Received.TooLong) {
      end(TOO_LONG, TOO_LONG.what());
      write(Frames.close(TOO_BIG, "a message that is too long"));
      return false;
    } else if (received instanceof Received.Close close) {
      end(new Inbound.Closed(close.code(), close.reason()), close.code() + " " + close.reason());
      answerClose(close);
      return false;
    }
    return true;
  }

  private boolean deliver(Inbound message) {
    boolean room = inbox.put(message);
    if (!room) {
      note(WireLine.Direction.CLOSE, "the kit closed it: too many unread messages");
      write(Frames.close(TRY_AGAIN_LATER, "too many unread messages"));
    }
    return room;
  }

  /**
   * The other side ends the TCP connection (RFC 6455, section 7.1.1), for which it has a moment.
   */
  private void answerClose(Received.Close close) throws IOException {
    boolean ours;
    synchronized (writing) {
      ours = closing;
      closing = true;
    }
    if (!ours) {
      writeNow(Frames.close(close.code(), ""));
    }
    Watchdog watchdog = Watchdog.over(open.plain(), CLOSING);
    open.in().transferTo(OutputStream.nullOutputStream());
    watchdog.close();
  }

  private void end(Inbound last, String line) {
    note(WireLine.Direction.CLOSE, line);
    inbox.end(last);
  }

  // --- what goes out

  @Override
  public void send(String text) {
    note(WireLine.Direction.OUT, text);
    // Half a surrogate pair has no UTF-8; in JSON its escape says the same.
    write(Frames.frame(Frames.TEXT, StandardCharsets.UTF_8.encode(Escape.surrogates(text))));
  }

  @Override
  public void send(ByteBuffer bytes) {
    note(WireLine.Direction.OUT, "(binary, " + bytes.remaining() + " bytes)");
    write(Frames.frame(Frames.BINARY, bytes));
  }

  private void write(byte[] frame) {
    synchronized (writing) {
      if (!closing && !broken) {
        writeNow(frame);
      }
    }
  }

  private boolean isClosing() {
    synchronized (writing) {
      return closing;
    }
  }

  private void writeNow(byte[] frame) {
    synchronized (writing) {
      try (Watchdog watchdog = Watchdog.over(open.plain(), sendTimeout)) {
        try {
          open.out().write(frame);
          open.out().flush();
        } catch (IOException e) {
          // The reader tells how the connection ended, unless it is we who could not wait.
          broken = true;
          if (watchdog.struck()) {
            String why = "the target did not read within " + sendTimeout.toMillis() + " ms";
            end(new Inbound.Closed(NO_CLOSE_FRAME, why), why);
          }
        }
      }
    }
  }

  @Override
  public Inbound receive(Duration timeout) {
    return inbox.take(timeout);
  }

  /** Sends a close frame and leaves the rest to the reader, which has a moment for it. */
  @Override
  public void close() {
    synchronized (writing) {
      if (closing || broken) {
        return;
      }
      writeNow(Frames.close(NORMAL, ""));
      closing = true;
    }
    Watchdog unused = Watchdog.over(open.plain(), CLOSING);
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
