package io.github.switchhook.simulator.transport.http;

import io.github.switchhook.simulator.control.Control;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.transport.Loopback;
import io.github.switchhook.simulator.transport.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server for control. Requests are put together without a thread that waits for them, so
 * that no client can hold the threads which carry them out. Thread-safe.
 */
public final class ControlServer implements AutoCloseable {
  private static final int MAX_THREADS = 64;
  // An await holds a thread until it is over; the others stay free for what it waits for.
  private static final int MAX_WAITING = MAX_THREADS / 2;
  private static final int IDLE_SECONDS = 10;
  private static final int ACCEPT_AGAIN_MILLIS = 100;
  private static final int BACKLOG = 256;

  private final AsynchronousChannelGroup group;
  private final AsynchronousServerSocketChannel listener;
  private final ExecutorService workers;
  private final Connections connections;
  private final Limits limits;
  private final ControlHandler handler;
  private final URI uri;

  private ControlServer(
      InetAddress address, int port, String token, Loopback guard, Control control, Limits limits)
      throws IOException {
    this.limits = limits;
    connections = new Connections(limits);
    group = AsynchronousChannelGroup.withFixedThreadPool(1, threads("switchhook-control-io"));
    try {
      listener = AsynchronousServerSocketChannel.open(group);
      listener.bind(new InetSocketAddress(address, port), BACKLOG);
    } catch (IOException e) {
      group.shutdownNow();
      throw new IOException(
          "cannot listen on " + address.getHostAddress() + " port " + port + ": " + e.getMessage(),
          e);
    }
    uri = uri(address, ((InetSocketAddress) listener.getLocalAddress()).getPort());
    handler = new ControlHandler(control, token, guard, MAX_WAITING, uri);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            MAX_THREADS,
            MAX_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            threads("switchhook-control"));
    pool.allowCoreThreadTimeOut(true);
    workers = pool;
  }

  /**
   * Starts listening; returns when requests are accepted.
   *
   * @param address the one address to listen on
   * @param port 0 for any that is free
   * @param token what callers have to know
   * @param guard decides which pages and hosts may talk to control
   * @throws IOException where the port is taken; the message says which
   */
  public static ControlServer start(
      InetAddress address, int port, String token, Loopback guard, Control control)
      throws IOException {
    return start(address, port, token, guard, control, Limits.standard());
  }

  static ControlServer start(
      InetAddress address, int port, String token, Loopback guard, Control control, Limits limits)
      throws IOException {
    ControlServer server = new ControlServer(address, port, token, guard, control, limits);
    server.accept();
    return server;
  }

  private static URI uri(InetAddress address, int port) {
    String host = address.getHostAddress();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/control");
  }

  private static ThreadFactory threads(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Returns the address of control: {@code http://127.0.0.1:8018/control}. */
  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    try {
      group.shutdownNow();
    } catch (IOException e) {
      // Open connections end with the process.
    }
    workers.shutdownNow();
  }

  private void accept() {
    if (!listener.isOpen()) {
      return;
    }
    listener.accept(
        null,
        new CompletionHandler<AsynchronousSocketChannel, @Nullable Void>() {
          @Override
          public void completed(AsynchronousSocketChannel channel, @Nullable Void nothing) {
            accept();
            begin(channel);
          }

          @Override
          public void failed(Throwable problem, @Nullable Void nothing) {
            // The cause may be too many open files, which is over when some are closed.
            CompletableFuture.delayedExecutor(ACCEPT_AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                .execute(ControlServer.this::accept);
          }
        });
  }

  private void begin(AsynchronousSocketChannel channel) {
    Exchange exchange = new Exchange(channel, connections, limits, handler::admit, this::serve);
    if (connections.add(exchange)) {
      exchange.begin();
    } else {
      exchange.close();
    }
  }

  private void serve(ControlRequest request, Exchange exchange) {
    try {
      workers.execute(() -> answer(request, exchange));
    } catch (RejectedExecutionException e) {
      // The server is being closed.
      exchange.close();
    }
  }

  private void answer(ControlRequest request, Exchange exchange) {
    Answer answer =
        Answer.problem(
            Status.INTERNAL_SERVER_ERROR,
            FailureCode.INTERNAL_ERROR.wireName(),
            "the switch could not answer");
    try {
      answer = handler.answer(request);
    } finally {
      // Whatever went wrong, the client gets an answer.
      exchange.answer(answer);
    }
  }
}
