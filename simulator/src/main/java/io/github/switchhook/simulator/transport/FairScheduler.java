package io.github.switchhook.simulator.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Serves what connections have brought, one item of one connection at a time, on a few threads.
 * Connections take turns, and one that has just begun to have something comes before those that
 * have had something all along: so a flood makes only its own sender wait (the idea of the network
 * scheduler FQ-CoDel, RFC 8290). Thread-safe.
 */
public final class FairScheduler implements AutoCloseable {
  /** Something that brings items. Its items are served one after another, in order. */
  public abstract static class Source {
    private enum State {
      IDLE,
      READY,
      SERVING,
      /** It is being served, and something came in meanwhile. */
      SERVING_AND_READY
    }

    private State state = State.IDLE;

    /**
     * Serves one item. Called by one thread at a time.
     *
     * @return whether there is another one
     */
    protected abstract boolean serveOne();

    /** Handles what {@link #serveOne} threw. */
    protected abstract void failed(Throwable thrown);
  }

  /** Sources that have had something all along are served once in so many times at the least. */
  private static final int FRESH_AT_A_TIME = 8;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Deque<Source> fresh = new ArrayDeque<>();
  private final Deque<Source> waiting = new ArrayDeque<>();
  private final int threads;
  private int serving;
  private int freshInARow;
  private boolean closed;

  /** Starts {@code threads} daemon threads that serve. */
  public FairScheduler(String name, int threads) {
    this.threads = threads;
    for (int i = 1; i <= threads; i++) {
      Thread thread = new Thread(this::serve, name + "-" + i);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Notes that a source has something; it is served by one of the threads. */
  public void ready(Source source) {
    lock.lock();
    try {
      if (source.state == Source.State.IDLE) {
        source.state = Source.State.READY;
        fresh.add(source);
        work.signal();
      } else if (source.state == Source.State.SERVING) {
        source.state = Source.State.SERVING_AND_READY;
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Notes that a source has something; serves one item of it on the calling thread where nothing
   * else waits, which saves waking another.
   */
  public void readyHere(Source source) {
    lock.lock();
    try {
      boolean free = serving < threads && fresh.isEmpty() && waiting.isEmpty() && !closed;
      if (!free || source.state != Source.State.IDLE) {
        ready(source);
        return;
      }
      source.state = Source.State.SERVING;
      serving++;
    } finally {
      lock.unlock();
    }
    serve(source);
  }

  private void serve() {
    for (Source next = take(); next != null; next = take()) {
      serve(next);
    }
  }

  private void serve(Source source) {
    boolean more = false;
    try {
      more = source.serveOne();
    } catch (Throwable thrown) {
      // A failure of one connection does not keep the others from being served.
      source.failed(thrown);
    } finally {
      lock.lock();
      try {
        serving--;
        if (more || source.state == Source.State.SERVING_AND_READY) {
          source.state = Source.State.READY;
          waiting.add(source);
          work.signal();
        } else {
          source.state = Source.State.IDLE;
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private @Nullable Source take() {
    lock.lock();
    try {
      while (!closed && fresh.isEmpty() && waiting.isEmpty()) {
        work.await();
      }
      if (closed) {
        return null;
      }
      boolean takeFresh = waiting.isEmpty() || (!fresh.isEmpty() && freshInARow < FRESH_AT_A_TIME);
      freshInARow = takeFresh ? freshInARow + 1 : 0;
      Source next = takeFresh ? fresh.remove() : waiting.remove();
      next.state = Source.State.SERVING;
      serving++;
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Stops the threads; what waits is not served. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      work.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
