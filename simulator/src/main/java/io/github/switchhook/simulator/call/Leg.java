package io.github.switchhook.simulator.call;

/**
 * One party's connection to one call. A consulting agent has two, in two calls. Changes its state
 * only along {@link LegState}'s table, and tells its observer of each change.
 */
public final class Leg {
  private final Party party;
  private Call call;
  private LegState state;
  private boolean muted;
  private LegObserver observer = LegObserver.NONE;

  Leg(Party party, Call call, LegState state) {
    this.party = party;
    this.call = call;
    this.state = state;
  }

  /** Returns the party at this end of the call. */
  public Party party() {
    return party;
  }

  /** Returns the call it is in, or was in last. Changes when calls are merged. */
  public Call call() {
    return call;
  }

  /** Returns the connection state of the party (PROTOCOL section 3). */
  public LegState state() {
    return state;
  }

  /** Tells whether the party has muted itself; survives hold (PROTOCOL section 3). */
  public boolean muted() {
    return muted;
  }

  /** Mutes or unmutes the party, without telling the observer. */
  public void mute(boolean on) {
    muted = on;
  }

  /** Sets the observer that is told of changes from now on. */
  public void observe(LegObserver newObserver) {
    observer = newObserver;
  }

  /** Puts the call on hold for this party; the others are not told. */
  public void hold() {
    become(LegTrigger.HOLD);
  }

  /** Takes the call back from hold. */
  public void retrieve() {
    become(LegTrigger.RETRIEVE);
  }

  void become(LegTrigger trigger) {
    becomeSilently(trigger);
    observer.stateChanged(this);
  }

  /**
   * Moves along the table without telling the observer, which is about to be told of more.
   *
   * @throws IllegalStateException where the table has no such pair: the caller has to check first
   */
  void becomeSilently(LegTrigger trigger) {
    state =
        state
            .on(trigger)
            .orElseThrow(
                () -> new IllegalStateException("a leg that is " + state + " cannot " + trigger));
  }

  void moveTo(Call other) {
    call = other;
  }

  /** Returns who is told what happens to it: an agent's conversation, or a far end. */
  public LegObserver observer() {
    return observer;
  }
}
