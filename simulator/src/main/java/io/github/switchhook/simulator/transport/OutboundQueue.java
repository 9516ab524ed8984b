package io.github.switchhook.simulator.transport;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The frames that wait to be sent on one connection. One write is with the carrier at a time; what
 * has gathered meanwhile leaves in the next. How much may wait, and how long, is bounded: beyond
 * that the queue reports the client as too slow, and its owner has to cut it off. Thread-safe.
 */
public final class OutboundQueue {
  /** Carries the bytes to the client. */
  @FunctionalInterface
  public interface Carrier {
    /**
     * Sends some bytes; returns without waiting for the peer.
     *
     * @param done to be run once, on any thread, when all of them have been taken
     */
    void write(ByteBuffer bytes, Runnable done);
  }

  private record QueuedFrame(ByteBuffer bytes, long since) {
    int length() {
      return bytes.remaining();
    }
  }

  /** So much leaves in one write, unless a single frame is longer. */
  private static final int BATCH_BYTES = 64 << 10;

  private final ConnectionLimits limits;
  private final LongSupplier nanos;
  private final Carrier carrier;
  private final AtomicLong total;
  private final Deque<QueuedFrame> waiting = new ArrayDeque<>();
  // The bytes that the carrier has.
  private int sentBytes;
  private int sentFrames;
  private long sentSince;
  private long bytes;
  private boolean writing;
  private boolean discarded;

  /**
   * Creates an empty queue.
   *
   * @param nanos the real time, from any beginning
   * @param total is kept up to date with the bytes that wait in all queues that share it
   */
  public OutboundQueue(
      ConnectionLimits limits, LongSupplier nanos, Carrier carrier, AtomicLong total) {
    this.limits = limits;
    this.nanos = nanos;
    this.carrier = carrier;
    this.total = total;
  }

  /**
   * Puts a frame behind the others; it goes out with the next {@link #flush}.
   *
   * @return why the client is too slow, where it is: nothing was added then
   */
  public Optional<String> add(byte[] frame) {
    synchronized (this) {
      if (discarded) {
        return Optional.empty();
      }
      int frames = waiting.size() + sentFrames;
      if (frames > 0 && bytes + frame.length > limits.queuedBytes()) {
        return Optional.of("more than " + limits.queuedBytes() + " bytes wait to be read");
      }
      if (frames >= limits.queuedMessages()) {
        return Optional.of("more than " + limits.queuedMessages() + " messages wait to be read");
      }
      waiting.add(new QueuedFrame(ByteBuffer.wrap(frame), nanos.getAsLong()));
      bytes += frame.length;
    }
    total.addAndGet(frame.length);
    return Optional.empty();
  }

  /** Hands to the carrier what waits, unless it is busy: then that follows by itself. */
  public void flush() {
    Write write = new Write();
    for (ByteBuffer batch = next(); batch != null; batch = next()) {
      carrier.write(batch, write);
      if (!write.doneBeforeReturn()) {
        return;
      }
      write = new Write();
    }
  }

  /**
   * The end of one write. Where the carrier is done before it returns, the loop that called it goes
   * on; where it is done later, the thread that reports it carries on. So a fast peer costs no
   * depth of stack.
   */
  private final class Write implements Runnable {
    private boolean returned;
    private boolean done;

    @Override
    public void run() {
      finished();
      boolean later;
      synchronized (this) {
        done = true;
        later = returned;
      }
      if (later) {
        flush();
      }
    }

    synchronized boolean doneBeforeReturn() {
      returned = true;
      return done;
    }
  }

  private synchronized @Nullable ByteBuffer next() {
    QueuedFrame first = waiting.peek();
    if (writing || first == null) {
      return null;
    }
    writing = true;
    sentSince = first.since();
    sentBytes = 0;
    sentFrames = 0;
    for (QueuedFrame frame : waiting) {
      if (sentFrames > 0 && sentBytes + frame.length() > BATCH_BYTES) {
        break;
      }
      sentBytes += frame.length();
      sentFrames++;
    }
    if (sentFrames == 1) {
      return waiting.remove().bytes();
    }
    ByteBuffer batch = ByteBuffer.allocate(sentBytes);
    for (int i = 0; i < sentFrames; i++) {
      batch.put(waiting.remove().bytes());
    }
    return batch.flip();
  }

  private void finished() {
    int gone;
    synchronized (this) {
      writing = false;
      if (discarded) {
        return;
      }
      gone = sentBytes;
      bytes -= gone;
      sentBytes = 0;
      sentFrames = 0;
    }
    total.addAndGet(-gone);
  }

  /** Returns why the client is too slow, where it has left something unread for too long. */
  public synchronized Optional<String> overdue() {
    QueuedFrame first = waiting.peek();
    if (discarded || (!writing && first == null)) {
      return Optional.empty();
    }
    long since = writing || first == null ? sentSince : first.since();
    Duration age = Duration.ofNanos(nanos.getAsLong() - since);
    return age.compareTo(limits.queuedAge()) <= 0
        ? Optional.empty()
        : Optional.of("nothing was read for " + limits.queuedAge().toMillis() + " ms");
  }

  /** Returns the number of bytes that wait, including those that the carrier has. */
  public synchronized long bytes() {
    return bytes;
  }

  /** Drops what waits; takes nothing more. */
  public void discard() {
    long dropped;
    synchronized (this) {
      if (discarded) {
        return;
      }
      discarded = true;
      dropped = bytes;
      bytes = 0;
      waiting.clear();
    }
    total.addAndGet(-dropped);
  }
}
