package io.github.switchhook.simulator.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recording of an interaction: its state, and the timeline of what was recorded (PROTOCOL
 * section 3). Survives hold; ends with the interaction. Engine thread only.
 */
public final class Recording {
  /** Whether the switch is recording. */
  public enum State {
    OFF,
    ON,
    PAUSED
  }

  /**
   * A stretch that was recorded without a break.
   *
   * @param to null while it is still being recorded
   */
  public record Segment(Instant from, @Nullable Instant to) {}

  private final List<Segment> segments = new ArrayList<>();
  private State state = State.OFF;

  /** The state now. */
  public State state() {
    return state;
  }

  /** What has been recorded so far, oldest first. */
  public List<Segment> timeline() {
    return List.copyOf(segments);
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
      Segment open = segments.remove(segments.size() - 1);
      segments.add(new Segment(open.from(), now));
    }
    if (next == State.ON) {
      segments.add(new Segment(now, null));
    }
    state = next;
    return true;
  }
}
