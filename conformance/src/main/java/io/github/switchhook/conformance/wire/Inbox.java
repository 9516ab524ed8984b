package io.github.switchhook.conformance.wire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue between a transport's threads, which put, and the kit's thread, which takes.
 */
public final class Inbox {
  /** The most messages that are kept; no correct step causes as many. */
  private static final int MOST = 10_000;

  /** The most text that is kept, in UTF-16 units; no correct step causes as much. */
  private static final long MOST_TEXT = 16L << 20;

  private static final Inbound.Flooded TOO_MANY =
      new Inbound.Flooded("more than " + MOST + " messages came; no step causes so many");

  private static final Inbound.Flooded TOO_MUCH =
      new Inbound.Flooded(
          "messages of more than " + (MOST_TEXT >> 20) + " MiB came; no step causes so much");

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private final Deque<Inbound.Message> messages = new ArrayDeque<>();
  private long text;
  private Inbound.@Nullable NoMessage end;

  /**
   * Returns what ends a connection with this number of unread messages and length of their text;
   * empty if they are not too much.
   */
  public static Optional<Inbound.Flooded> tooMuch(int count, long text) {
    if (count > MOST) {
      return Optional.of(TOO_MANY);
    }
    return text > MOST_TEXT ? Optional.of(TOO_MUCH) : Optional.empty();
  }

  /**
   * Puts a message behind the others.
   *
   * @return false if that is too much; the inbox then ends as flooded, and the caller should close
   *     the connection
   */
  public boolean put(Inbound.Message message) {
    lock.lock();
    try {
      if (end != null) {
        return false;
      }
      messages.add(message);
      text += message.length();
      Optional<Inbound.Flooded> tooMuch = tooMuch(messages.size(), text);
      if (tooMuch.isPresent()) {
        messages.removeLast();
        end = tooMuch.get();
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
  public void end(Inbound.NoMessage last) {
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
      Inbound.Message next = messages.poll();
      if (next != null) {
        text -= next.length();
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
