package io.github.switchhook.simulator.transport.tyrus;

import io.github.switchhook.simulator.transport.ByteSocket;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.asyncqueue.AsyncQueueWriter;
import org.glassfish.grizzly.asyncqueue.WritableMessage;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.transport.TCPNIOConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A TCP connection of Grizzly, as the transport needs it. */
final class GrizzlySocket implements ByteSocket {
  private static final Logger LOG = LoggerFactory.getLogger(GrizzlySocket.class);

  /**
   * The bytes that the system keeps for a peer that does not read. They come on top of the queue's
   * limit, so they are bounded too (on Linux they grow to 4 MiB for each connection otherwise, and
   * cutting off twenty of them held up all other clients).
   */
  private static final int SYSTEM_BUFFER = 256 << 10;

  private final TCPNIOConnection connection;
  private final AsyncQueueWriter<SocketAddress> writer;
  private final AtomicBoolean finished = new AtomicBoolean();

  GrizzlySocket(Connection<?> connection) {
    this.connection = (TCPNIOConnection) connection;
    this.writer = ((TCPNIOTransport) connection.getTransport()).getAsyncQueueIO().getWriter();
    try {
      channel().setOption(StandardSocketOptions.SO_SNDBUF, SYSTEM_BUFFER);
    } catch (IOException e) {
      gone(e);
    }
  }

  private SocketChannel channel() {
    return (SocketChannel) connection.getChannel();
  }

  @Override
  public void write(ByteBuffer bytes, Runnable done) {
    writer.write(
        connection,
        Buffers.wrap(connection.getMemoryManager(), bytes),
        new EmptyCompletionHandler<WriteResult<WritableMessage, SocketAddress>>() {
          @Override
          public void completed(WriteResult<WritableMessage, SocketAddress> result) {
            done.run();
          }
        });
  }

  @Override
  public void pauseReading() {
    try {
      connection.disableIOEvent(IOEvent.READ);
    } catch (IOException e) {
      gone(e);
    }
  }

  @Override
  public void resumeReading() {
    try {
      connection.enableIOEvent(IOEvent.READ);
    } catch (IOException e) {
      gone(e);
    }
  }

  @Override
  public void finishOutput() {
    if (finished.compareAndSet(false, true)) {
      try {
        channel().shutdownOutput();
      } catch (IOException e) {
        gone(e);
      }
    }
  }

  @Override
  public void reset() {
    try {
      // Without this the system keeps data that the peer has not read without a limit of time.
      channel().setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException e) {
      gone(e);
    }
    connection.terminateSilently();
  }

  private static void gone(IOException e) {
    LOG.debug("a client has gone: {}", e.toString());
  }
}
