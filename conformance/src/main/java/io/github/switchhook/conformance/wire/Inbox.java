package io.github.switchhook.conformance.wire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue between a transport's threads, which put, and the kit's thread, which takes.
 */
public final class Inbox {
  /** More unread messages than any honest step causes. */
  public static final int LIMIT = 10_000;

  /** How it ends where more came, or were read in vain. */
  public static final Inbound.Flooded FLOODED =
      new Inbound.Flooded("more than " + LIMIT + " messages came; no step causes so many");

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private final Deque<Inbound> messages = new ArrayDeque<>();
  private @Nullable Inbound end;

  /**
   * Puts a message behind the others.
   *
   * @return false if the limit was reached; the inbox then ends as flooded, and the caller should
   *     close the connection
   */
  public boolean put(Inbound message) {
    lock.lock();
    try {
      if (end != null) {
        return false;
      }
      if (messages.size() >= LIMIT) {
        end = FLOODED;
      } else {
        messages.add(message);
      }
      changed.signalAll();
      return end == null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends the inbox: once the messages are read, every further look shows this. The first end stays.
   */
  public void end(Inbound last) {
    lock.lock();
    try {
      if (end == null) {
        end = last;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the next message, or the end, or {@link Inbound.Nothing} if neither comes in time; a zero
   * timeout does not wait.
   */
  public Inbound take(Duration timeout) {
    long left = timeout.toNanos();
    lock.lock();
    try {
      while (messages.isEmpty() && end == null && left > 0) {
        left = changed.awaitNanos(left);
      }
      Inbound next = messages.poll();
      if (next != null) {
        return next;
      }
      return end == null ? new Inbound.Nothing() : end;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Inbound.Nothing();
    } finally {
      lock.unlock();
    }
  }
}
