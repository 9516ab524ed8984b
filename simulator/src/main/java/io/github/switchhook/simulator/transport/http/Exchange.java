package io.github.switchhook.simulator.transport.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.switchhook.simulator.transport.Refused;
import io.github.switchhook.simulator.transport.Status;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.InterruptedByTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One connection: a request, its answer, and the end. No thread waits for the client: what has come
 * is read, what fits is written, by the channel group's threads, one at a time.
 */
final class Exchange implements Connections.Closing {
  private static final int BUFFER_BYTES = 8192;
  // If a connection that still brings data is closed at once, it is reset and the answer may be
  // lost.
  private static final Duration LINGER = Duration.ofSeconds(2);
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final AsynchronousSocketChannel channel;
  private final Connections connections;
  private final Limits limits;
  private final RequestReader reader;
  private final BiConsumer<ControlRequest, Exchange> server;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
  private volatile long deadline;

  /**
   * Creates the exchange of a connection that was accepted.
   *
   * @param server is given the request once it is whole; calls {@link #answer} from any thread
   */
  Exchange(
      AsynchronousSocketChannel channel,
      Connections connections,
      Limits limits,
      RequestReader.Admission admission,
      BiConsumer<ControlRequest, Exchange> server) {
    this.channel = channel;
    this.connections = connections;
    this.limits = limits;
    this.reader = new RequestReader(admission);
    this.server = server;
  }

  void begin() {
    until(limits.request());
    read();
  }

  /** Sends the answer, then ends the connection. */
  void answer(Answer answer) {
    ByteBuffer bytes = answer.bytes(!reader.isForHead());
    connections.answers(this, bytes.remaining());
    until(limits.answer());
    write(bytes, this::linger);
  }

  @Override
  public void close() {
    connections.remove(this);
    try {
      channel.close();
    } catch (IOException e) {
      // The connection is gone even so.
    }
  }

  private void until(Duration fromNow) {
    deadline = System.nanoTime() + fromNow.toNanos();
  }

  private void read() {
    read(this::take, this::tooSlow);
  }

  private void take() {
    try {
      Optional<ControlRequest> request = reader.read(buffer.flip());
      if (request.isPresent()) {
        connections.serves(this);
        server.accept(request.get(), this);
      } else if (reader.mustContinue()) {
        write(ByteBuffer.wrap(CONTINUE), this::read);
      } else {
        read();
      }
    } catch (Refused e) {
      answer(Answer.refused(e));
    }
  }

  private void tooSlow() {
    answer(
        Answer.problem(
            Status.REQUEST_TIMEOUT,
            "timeout",
            "expected a whole request within " + limits.request().toMillis() + " ms"));
  }

  private void linger() {
    try {
      channel.shutdownOutput();
      until(LINGER);
      drain();
    } catch (IOException e) {
      close();
    }
  }

  /** Reads and discards the rest of the request, until the client has seen the end. */
  private void drain() {
    read(this::drain, this::close);
  }

  private void read(Runnable then, Runnable tooLate) {
    buffer.clear();
    within(tooLate, (left, step) -> channel.read(buffer, left, NANOSECONDS, then, step));
  }

  private void write(ByteBuffer bytes, Runnable then) {
    Runnable rest = () -> next(bytes, then);
    within(this::close, (left, step) -> channel.write(bytes, left, NANOSECONDS, rest, step));
  }

  private void next(ByteBuffer bytes, Runnable then) {
    if (bytes.hasRemaining()) {
      write(bytes, then);
    } else {
      then.run();
    }
  }

  /** Asks the channel for something, unless the time for it is over. */
  private void within(
      Runnable tooLate, BiConsumer<Long, CompletionHandler<Integer, Runnable>> asked) {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      tooLate.run();
      return;
    }
    try {
      asked.accept(left, new ExchangeStep(tooLate));
    } catch (IllegalStateException e) {
      // The server has been closed, or a read that came too late forbids another one.
      close();
    }
  }

  /** The next step when the channel has read or written. */
  private final class ExchangeStep implements CompletionHandler<Integer, Runnable> {
    private final Runnable tooLate;

    ExchangeStep(Runnable tooLate) {
      this.tooLate = tooLate;
    }

    @Override
    public void completed(Integer bytes, Runnable then) {
      if (bytes < 0) {
        close();
      } else {
        then.run();
      }
    }

    @Override
    public void failed(Throwable problem, Runnable then) {
      if (problem instanceof InterruptedByTimeoutException) {
        tooLate.run();
      } else {
        close();
      }
    }
  }
}
