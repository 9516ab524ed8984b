package io.github.switchhook.simulator.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one turn at a time use the switch, whatever thread it runs on. A thread with a turn to take
 * waits until the one before it is over; work that does not need the switch (reading a message,
 * writing to a socket) is done before a turn or after it. Thread-safe.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final long ASK_SECONDS = 30;

  private final ReentrantLock turn = new ReentrantLock();
  // Used in a turn only: the tasks to run when it is over.
  private final Deque<Runnable> afterwards = new ArrayDeque<>();
  private volatile long lastInputNanos = System.nanoTime();
  private volatile boolean closed;

  /**
   * Runs {@code task} as a turn, on the calling thread. Dropped if the engine is closed. What it
   * throws is logged and goes no further: the switch stays up.
   *
   * @throws IllegalStateException in a turn: a turn does not begin another
   */
  public void post(Runnable task) {
    lastInputNanos = System.nanoTime();
    begin();
    try {
      if (!closed) {
        task.run();
      }
    } catch (RuntimeException | StackOverflowError | AssertionError defect) {
      LOG.error("a turn of the switch failed", defect);
    } finally {
      end();
    }
  }

  /**
   * Runs {@code question} as a turn and returns its answer. What it did has taken effect, and what
   * it sent is on its way, when this returns.
   *
   * @throws RuntimeException what the question threw
   * @throws IllegalStateException in a turn, or if the engine is closed, or the turn before it does
   *     not end in 30 seconds
   */
  public <T> T ask(Callable<T> question) {
    lastInputNanos = System.nanoTime();
    beginInTime();
    try {
      if (closed) {
        throw new IllegalStateException("the switch is closed");
      }
      return question.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      end();
    }
  }

  /** Runs {@code task} on this thread when the turn at hand is over. In a turn only. */
  public void afterTurn(Runnable task) {
    if (!turn.isHeldByCurrentThread()) {
      throw new IllegalStateException("expected to be in a turn");
    }
    afterwards.add(task);
  }

  /** Returns the real time since something was last posted or asked, in nanoseconds. */
  long idleNanos() {
    return System.nanoTime() - lastInputNanos;
  }

  private void begin() {
    refuseInTurn();
    turn.lock();
  }

  private void beginInTime() {
    refuseInTurn();
    try {
      if (!turn.tryLock(ASK_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the switch does not answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the switch", e);
    }
  }

  private void refuseInTurn() {
    if (turn.isHeldByCurrentThread()) {
      throw new IllegalStateException("a turn does not begin another");
    }
  }

  private void end() {
    Runnable[] tasks = afterwards.toArray(new Runnable[0]);
    afterwards.clear();
    turn.unlock();
    for (Runnable task : tasks) {
      try {
        task.run();
      } catch (RuntimeException defect) {
        LOG.error("what follows a turn of the switch failed", defect);
      }
    }
  }

  /** Takes no more turns; the current one ends. */
  @Override
  public void close() {
    closed = true;
  }
}
