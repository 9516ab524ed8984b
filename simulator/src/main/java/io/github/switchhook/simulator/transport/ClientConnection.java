package io.github.switchhook.simulator.transport;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection, from its handshake to its end. The thread that reads cuts what comes
 * into frames, and reads no further while too many of them wait, or too much is unread at the other
 * end ({@link InboundQueue}); a thread of the {@link FairScheduler} serves one frame at a time.
 * What goes out passes the {@link OutboundQueue}, pongs included.
 *
 * <p>Close frames are made and answered here (RFC 6455, sections 5.5.1 and 7): when one has been
 * sent, the client has two seconds to close the connection.
 */
public final class ClientConnection extends FairScheduler.Source implements Connection {
  private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

  private static final int GOING_AWAY = 1001;
  private static final int INTERNAL_ERROR = 1011;
  private static final Duration HANDSHAKE = Duration.ofSeconds(10);
  private static final Duration LINGER = Duration.ofSeconds(2);
  private static final String LOST = "the connection was lost";

  private enum State {
    /** The request's head is read, or served. */
    HANDSHAKE,
    OPEN,
    /** Nothing more is served; the client is expected to close the connection. */
    CLOSING,
    CLOSED
  }

  private final ClientPort port;
  private final ByteSocket socket;
  private final InboundQueue inbound;
  private final OutboundQueue outbound;
  private final Silence silence;
  // Used by the reading thread only. Once a frame is broken, what comes after it is ignored.
  private final HeadReader head = new HeadReader();
  private final FrameReader frames;
  private boolean headRead;
  private boolean deaf;
  // Guarded by this.
  private State state = State.HANDSHAKE;
  private boolean mayFinish;
  private @Nullable String end;
  private boolean endTold;
  private long stateSince;
  // Set when the handshake is served.
  private volatile MessageProtocol.@Nullable Session session;
  private volatile @Nullable ConnectionHandler handler;

  /** Creates a connection that has just been accepted. */
  public ClientConnection(ClientPort port, ByteSocket socket) {
    this.port = port;
    this.socket = socket;
    this.frames = new FrameReader(port.limits().messageBytes());
    this.inbound = new InboundQueue(socket);
    this.outbound = port.queue(this::write);
    this.silence = new Silence(port.limits(), port::nanos);
    this.stateSince = port.nanos();
  }

  // What comes in: the reading thread.

  /** Reads all of {@code bytes}. Called by one thread at a time. */
  public void read(ByteBuffer bytes) {
    silence.read();
    if (deaf) {
      return;
    }
    try {
      if (!headRead) {
        Optional<RequestHead> whole = head.read(bytes);
        if (whole.isEmpty()) {
          return;
        }
        headRead = true;
        RequestHead request = whole.get();
        inbound.add(0, () -> open(request));
        // Opening a proxy's line may mean waiting for another server, which the reading thread must
        // not do.
        port.scheduler().ready(this);
      }
      if (bytes.hasRemaining()) {
        frames.read(bytes, this::read);
        port.scheduler().readyHere(this);
      }
    } catch (Refused e) {
      deaf = true;
      inbound.add(0, () -> refuse(e));
      port.scheduler().ready(this);
    } catch (FrameException e) {
      deaf = true;
      inbound.add(0, () -> breakOff(e.code(), e.reason()));
      port.scheduler().ready(this);
    }
  }

  private void read(Frame frame) {
    boolean goodbye;
    synchronized (this) {
      goodbye = state == State.CLOSING && frame.opcode() == Frame.CLOSE;
      mayFinish |= goodbye;
    }
    if (goodbye) {
      finishIfSent();
    } else {
      inbound.add(frame.bytes().limit(), () -> serve(frame));
    }
  }

  // What is served: a thread of the scheduler, one at a time.

  @Override
  protected boolean serveOne() {
    inbound.next().ifPresent(Runnable::run);
    flush();
    tellEnd();
    return hasMore();
  }

  private synchronized boolean hasMore() {
    return !inbound.isEmpty() || (end != null && !endTold);
  }

  @Override
  protected void failed(Throwable thrown) {
    LOG.error("serving a client failed", thrown);
    breakOff(INTERNAL_ERROR, "the switch failed");
    flush();
    port.scheduler().ready(this);
  }

  private void open(RequestHead request) {
    try {
      port.handshake().admit(request);
    } catch (Refused e) {
      refuse(e);
      return;
    }
    session = port.protocol().open(request, new ClientPeer());
    synchronized (this) {
      if (state != State.HANDSHAKE) {
        return;
      }
      enter(State.OPEN);
    }
    handler = port.handlers().open(this);
  }

  private void refuse(Refused why) {
    LOG.info("refused a client: {} {}", why.status(), why.explanation());
    if (leave(null, true)) {
      outbound.add(Handshake.answer(why));
    }
  }

  private void serve(Frame frame) {
    MessageProtocol.Session open = session;
    if (open == null) {
      return;
    }
    if (frame.opcode() != Frame.CLOSE) {
      open.received(frame.bytes());
      return;
    }
    try {
      Frame.Close close = frame.close();
      String said = close.isEmpty() ? "" : " with " + close.code() + " " + close.reason();
      if (leave("the client closed it" + said.stripTrailing(), true)) {
        outbound.add(Frame.closing(close));
      }
    } catch (FrameException e) {
      breakOff(e.code(), e.reason());
    }
  }

  private void breakOff(int code, String reason) {
    if (leave("closed with " + code + ": " + reason, true)) {
      outbound.add(Frame.closing(code, reason));
    }
  }

  private void tellEnd() {
    String why;
    synchronized (this) {
      if (end == null || endTold || !inbound.isEmpty()) {
        return;
      }
      endTold = true;
      why = end;
    }
    MessageProtocol.Session open = session;
    if (open != null) {
      open.end();
    }
    ConnectionHandler told = handler;
    if (told != null) {
      told.closed(why);
    }
  }

  /** Handles what Tyrus makes of the frames and of the messages. */
  private final class ClientPeer implements MessageProtocol.Peer {
    @Override
    public void frame(byte[] bytes) {
      queue(bytes);
    }

    @Override
    public void text(String message) {
      silence.message();
      ConnectionHandler to = handler;
      if (to != null) {
        to.received(message);
      }
    }

    @Override
    public void binary(int bytes) {
      silence.message();
      ConnectionHandler to = handler;
      if (to != null) {
        to.receivedBinary(bytes);
      }
    }

    @Override
    public void broken(int code) {
      breakOff(
          code,
          code == FrameException.NOT_UTF8 ? "the text is not UTF-8" : "it cannot be understood");
    }
  }

  // What goes out.

  @Override
  public void queue(String text) {
    MessageProtocol.Session open = session;
    if (open == null) {
      return;
    }
    try {
      open.send(text);
    } catch (RuntimeException | Error e) {
      if (e instanceof VirtualMachineError fatal && !(e instanceof StackOverflowError)) {
        throw fatal;
      }
      // A carrier that cannot send a text must not keep the switch from telling the others.
      LOG.error("a message cannot be sent", e);
      close(INTERNAL_ERROR, "a message cannot be sent");
    }
  }

  private void queue(byte[] frame) {
    synchronized (this) {
      if (state == State.CLOSING || state == State.CLOSED) {
        return;
      }
    }
    outbound.add(frame).ifPresent(this::cut);
    inbound.unread(outbound.bytes());
    port.queued();
  }

  private void write(ByteBuffer bytes, Runnable done) {
    socket.write(
        bytes,
        () -> {
          done.run();
          inbound.unread(outbound.bytes());
          finishIfSent();
        });
  }

  @Override
  public void flush() {
    outbound.flush();
    finishIfSent();
  }

  @Override
  public void close(int code, String reason) {
    if (leave("the switch closed it with " + code + " " + reason, false)) {
      outbound.add(Frame.closing(code, reason));
      flush();
      port.scheduler().ready(this);
    }
  }

  /** Closes the connection because the server stops (close code 1001). */
  public void goAway() {
    close(GOING_AWAY, "the switch stops");
  }

  // The end.

  /**
   * Serves and sends nothing more, except a last frame that the caller adds.
   *
   * @param why for the journal; null before there is a session
   * @param finished whether nothing is expected from the client any more
   * @return false where that was so already
   */
  private synchronized boolean leave(@Nullable String why, boolean finished) {
    if (state == State.CLOSING || state == State.CLOSED) {
      return false;
    }
    enter(State.CLOSING);
    inbound.discard();
    end = why;
    mayFinish = finished;
    return true;
  }

  private void finishIfSent() {
    boolean finish;
    synchronized (this) {
      finish = state == State.CLOSING && mayFinish && outbound.bytes() == 0;
    }
    if (finish) {
      socket.finishOutput();
    }
  }

  /** Notes that the TCP connection has closed; what came before is still served. */
  public void ended() {
    synchronized (this) {
      if (state == State.CLOSED) {
        return;
      }
      if (end == null) {
        end = LOST;
      }
      inbound.close();
      enter(State.CLOSED);
    }
    outbound.discard();
    port.scheduler().ready(this);
  }

  /** Ends the TCP connection at once; what waits is dropped. */
  public void cut(String why) {
    synchronized (this) {
      if (state == State.CLOSED) {
        return;
      }
      if (end == null) {
        end = "cut off: " + why;
      }
      inbound.discard();
      enter(State.CLOSED);
    }
    LOG.info("cut a client off: {}", why);
    outbound.discard();
    socket.reset();
    port.scheduler().ready(this);
  }

  private void enter(State next) {
    state = next;
    stateSince = port.nanos();
  }

  /** Returns the number of bytes that wait to be read by the client. */
  public long queuedBytes() {
    return outbound.bytes();
  }

  /** Looks whether the client has been too slow, or silent, for too long. Called now and then. */
  public void check() {
    State now;
    Duration inState;
    synchronized (this) {
      now = state;
      inState = since(stateSince);
    }
    switch (now) {
      case HANDSHAKE -> {
        if (inState.compareTo(HANDSHAKE) > 0) {
          cut("no request came");
        }
      }
      case OPEN -> outbound.overdue().ifPresentOrElse(this::cut, this::checkSilence);
      case CLOSING -> {
        boolean sent = outbound.bytes() == 0;
        if (inState.compareTo(sent ? LINGER : port.limits().queuedAge()) > 0) {
          cut("it did not hang up");
        }
      }
      case CLOSED -> {}
    }
  }

  private void checkSilence() {
    switch (silence.due(!inbound.isPaused())) {
      case NOTHING -> {}
      case PING -> {
        queue(Frame.ping());
        flush();
      }
      case DEAD -> cut("none of " + Silence.PINGS + " pings was answered");
      case IDLE -> close(GOING_AWAY, "no message for " + port.limits().idle().toSeconds() + " s");
    }
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(port.nanos() - nanos);
  }
}
