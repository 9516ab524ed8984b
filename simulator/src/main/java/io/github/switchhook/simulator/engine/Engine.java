package io.github.switchhook.simulator.engine;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one thread that owns a switch. Its queue is bounded: whoever brings more than it holds has to
 * wait, which slows down a flooding client instead of filling the heap. Thread-safe.
 */
public final class Engine implements AutoCloseable {
  private static final int QUEUE = 10_000;
  private static final long ASK_SECONDS = 30;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE),
          task -> {
            Thread worker = new Thread(task, "switchhook-engine");
            worker.setDaemon(true);
            return worker;
          },
          Engine::waitForRoom);
  private volatile long lastInputNanos = System.nanoTime();

  /** Runs {@code task} after all that was posted before. Dropped if the engine is closed. */
  public void post(Runnable task) {
    lastInputNanos = System.nanoTime();
    thread.execute(task);
  }

  /**
   * Runs {@code question} on the engine thread and returns its answer. What it did has taken effect
   * when this returns.
   *
   * @throws RuntimeException what the question threw
   * @throws IllegalStateException if the engine is closed or does not answer in 30 seconds
   */
  public <T> T ask(Callable<T> question) {
    lastInputNanos = System.nanoTime();
    try {
      Future<T> answer = thread.submit(question);
      return answer.get(ASK_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException | RejectedExecutionException e) {
      throw new IllegalStateException("the switch is closed or does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the switch", e);
    }
  }

  /** The real time since something was last posted or asked, in nanoseconds. */
  long idleNanos() {
    return System.nanoTime() - lastInputNanos;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private static void waitForRoom(Runnable task, ThreadPoolExecutor thread) {
    if (thread.isShutdown()) {
      if (task instanceof Future<?> question) {
        question.cancel(false);
        throw new RejectedExecutionException("the engine is closed");
      }
      return;
    }
    try {
      thread.getQueue().put(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
