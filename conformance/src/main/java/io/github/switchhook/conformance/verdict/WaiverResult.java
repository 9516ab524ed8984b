package io.github.switchhook.conformance.verdict;

import io.github.switchhook.conformance.profile.Waiver;
import java.util.Locale;

/**
 * The result of a run for one waiver.
 *
 * @param waiver which one
 * @param state whether it must go
 */
public record WaiverResult(Waiver waiver, State state) {
  /** The states of a waiver after a run. */
  public enum State {
    /** The waiver's last day is over; it excuses nothing any more. */
    EXPIRED,
    /** The waived requirement is met; the waiver must go. */
    PASSES,
    /** The waiver excuses at least one finding. */
    NEEDED,
    /** Not all scenarios of the waived requirement were played. */
    NOT_TRIED;

    /** Returns what the verdict on the requirement says about a waiver that has not expired. */
    static State of(Verdict verdict) {
      return switch (verdict) {
        case XPASS -> PASSES;
        case WAIVED, WARN, INCONCLUSIVE, FAIL -> NEEDED;
        case NOT_APPLICABLE, NOT_SUPPORTED, PASS, ERROR -> NOT_TRIED;
      };
    }

    /** Returns the words that reports use. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Tells whether it must go. */
  public boolean stale() {
    return state == State.EXPIRED || state == State.PASSES;
  }

  /** Says why it must go. */
  String sentence() {
    return state == State.EXPIRED
        ? "the waiver of " + waiver.id() + " expired after " + waiver.expires()
        : waiver.id() + " passes, so its waiver (" + waiver.reason() + ") must go";
  }
}
