package io.github.switchhook.simulator.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recording of an agent's interaction: its state, and the timeline of what was recorded
 * (PROTOCOL section 3). It belongs to the interaction and not to the call, so
 *
 * <ul>
 *   <li>it goes on while a conversation is held, consulted over, alternated or made a conference,
 *       and while others leave the call or are transferred;
 *   <li>it ends, OFF, with the interaction, also where that ends because its agent has transferred
 *       the call; the timeline stays;
 *   <li>an agent who receives the call by a transfer begins with a recording of their own, OFF.
 * </ul>
 *
 * In a turn only.
 */
public final class Recording {
  /** The states of a recording: whether the switch is recording now. */
  public enum State {
    OFF,
    ON,
    PAUSED
  }

  /** The ways in which a segment begins or ends. */
  public enum Cut {
    START,
    PAUSE,
    RESUME,
    STOP
  }

  /**
   * A stretch that was recorded without a break.
   *
   * @param begun START or RESUME
   * @param to null while it is still being recorded
   * @param ended PAUSE or STOP; null while it is still being recorded
   * @param digits the DTMF digits that are on it, oldest first
   */
  public record Segment(
      Instant from, Cut begun, @Nullable Instant to, @Nullable Cut ended, List<Digits> digits) {
    private static Segment open(Instant from, Cut begun) {
      return new Segment(from, begun, null, null, List.of());
    }

    private Segment with(Digits heard) {
      return new Segment(
          from, begun, to, ended, Stream.concat(digits.stream(), Stream.of(heard)).toList());
    }

    private Segment closed(Instant now, Cut cut) {
      return new Segment(from, begun, now, cut, digits);
    }
  }

  /**
   * DTMF digits that were heard during a segment.
   *
   * @param by the number of the party that sent them
   */
  public record Digits(Instant at, String by, String digits) {}

  private static final int MAX_SEGMENTS = 1000;
  private static final int MAX_DIGITS = 2000;

  private final List<Segment> segments = new ArrayList<>();
  private State state = State.OFF;

  /** Returns the state as it is now. */
  public State state() {
    return state;
  }

  /**
   * Returns what has been recorded so far, oldest first; the last 1,000 segments where they are
   * more.
   */
  public List<Segment> timeline() {
    return List.copyOf(segments);
  }

  /** Digits are heard: they are on the recording if it is ON, up to 2,000 times. */
  public void hear(String by, String digits, Instant now) {
    int heard = segments.stream().mapToInt(segment -> segment.digits().size()).sum();
    if (state == State.ON && heard < MAX_DIGITS) {
      replaceOpen(open -> open.with(new Digits(now, by, digits)));
    }
  }

  /**
   * Goes to {@code next}: opens a segment where recording begins, closes it where it stops.
   *
   * @return whether anything changed
   */
  public boolean become(State next, Instant now) {
    if (next == state) {
      return false;
    }
    if (state == State.ON) {
      Cut cut = next == State.PAUSED ? Cut.PAUSE : Cut.STOP;
      replaceOpen(open -> open.closed(now, cut));
    }
    if (next == State.ON) {
      Cut cut = state == State.PAUSED ? Cut.RESUME : Cut.START;
      segments.add(Segment.open(now, cut));
      if (segments.size() > MAX_SEGMENTS) {
        segments.remove(0);
      }
    }
    state = next;
    return true;
  }

  private void replaceOpen(UnaryOperator<Segment> change) {
    segments.add(change.apply(segments.remove(segments.size() - 1)));
  }
}
