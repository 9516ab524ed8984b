package io.github.switchhook.simulator.call;

import java.util.ArrayList;
import java.util.List;

/**
 * A call: the legs that are up, in the order in which they joined. Everything that involves more
 * than one leg happens here; observers are told in the order in which PROTOCOL section 4 lists the
 * events. In a turn only.
 */
public final class Call {
  private final List<Leg> legs = new ArrayList<>();
  private final CallData data = new CallData();

  /** Returns the data that goes with the call (PROTOCOL section 3). */
  public CallData data() {
    return data;
  }

  /** Adds a leg for {@code party} without telling the observers. */
  public Leg add(Party party, LegState state) {
    Leg leg = new Leg(party, this, state);
    legs.add(leg);
    return leg;
  }

  /** Returns the legs that are up, in the order in which they joined. */
  public List<Leg> legs() {
    return List.copyOf(legs);
  }

  /** Returns the legs that are up, except {@code leg}. */
  public List<Leg> others(Leg leg) {
    return legs.stream().filter(other -> other != leg).toList();
  }

  /** Answers an alerting leg; a leg that is INITIATED is connected with it. */
  public void answer(Leg called) {
    called.become(LegTrigger.ANSWER);
    for (Leg other : others(called)) {
      if (other.state() == LegState.INITIATED) {
        other.become(LegTrigger.FAR_END_ANSWERED);
      }
    }
  }

  /**
   * Takes a leg out. A call that is left with one leg ends for that one too; in a conference the
   * rest stay connected (PROTOCOL section 5, conversation.release).
   */
  public void clear(Leg leg) {
    leave(leg, LegTrigger.CLEAR);
  }

  /** Takes out an alerting leg whose party is busy, refuses or does not answer. */
  public void fail(Leg called) {
    leave(called, LegTrigger.FAIL);
  }

  private void leave(Leg leg, LegTrigger trigger) {
    legs.remove(leg);
    leg.become(trigger);
    if (legs.size() == 1) {
      Leg last = legs.remove(0);
      // A party that still waits for an answer has failed to get one.
      last.become(last.state() == LegState.INITIATED ? LegTrigger.FAIL : LegTrigger.CLEAR);
    } else {
      tell(legs(), List.of(), List.of(leg.party()));
    }
  }

  /** Takes an alerting leg out while its caller goes on waiting, to be offered to another agent. */
  public void withdraw(Leg offered) {
    legs.remove(offered);
    offered.become(LegTrigger.CLEAR);
  }

  /** Ends the call for all its legs. */
  public void end() {
    List<Leg> all = legs();
    legs.clear();
    all.forEach(leg -> leg.become(LegTrigger.CLEAR));
  }

  /** Brings a party in, still ringing (blind conference). */
  public Leg join(Party party) {
    List<Leg> present = legs();
    Leg joined = add(party, LegState.ALERTING);
    tell(present, List.of(party), List.of());
    return joined;
  }

  /** Replaces {@code leg} by a party that is still ringing (blind transfer). */
  public Leg redirect(Leg leg, Party destination) {
    legs.remove(leg);
    leg.become(LegTrigger.CLEAR);
    List<Leg> rest = legs();
    Leg rung = add(destination, LegState.ALERTING);
    tell(rest, List.of(destination), List.of(leg.party()));
    return rung;
  }

  /**
   * Connects the others of two calls with each other; the transferring party leaves both (consult
   * transfer).
   *
   * @param original the transferring party's leg in this call
   */
  public void transfer(Leg original, Leg consult) {
    Call other = consult.call();
    legs.remove(original);
    other.legs.remove(consult);
    original.become(LegTrigger.CLEAR);
    consult.become(LegTrigger.CLEAR);
    List<Party> gone = List.of(original.party());
    List<Leg> here = legs();
    List<Leg> there = swallow(other);
    tell(here, parties(there), gone);
    tell(there, parties(here), gone);
  }

  /**
   * Brings the others of the consult call into this one (consult conference). The conferencing
   * party talks in this call afterwards.
   *
   * @param original the conferencing party's leg in this call
   * @param consult its leg in the consultation call, which is merged into this one
   */
  public void conference(Leg original, Leg consult) {
    Call other = consult.call();
    List<Leg> here = others(original);
    other.legs.remove(consult);
    consult.become(LegTrigger.CLEAR);
    List<Leg> there = swallow(other);
    if (original.state() == LegState.HELD) {
      original.becomeSilently(LegTrigger.RETRIEVE);
    } else if (original.state() == LegState.INITIATED) {
      // Its own far end still rings, but now there is another party to talk to.
      original.becomeSilently(LegTrigger.FAR_END_ANSWERED);
    }
    tell(List.of(original), parties(there), List.of());
    tell(here, parties(there), List.of());
    tell(there, parties(here), List.of());
  }

  /** Lets all legs except the sender's hear DTMF digits. */
  public void sendDigits(Leg sender, String digits) {
    others(sender).forEach(leg -> leg.observer().heard(leg, sender.party(), digits));
  }

  private List<Leg> swallow(Call other) {
    List<Leg> moved = other.legs();
    other.legs.clear();
    data.fillFrom(other.data);
    moved.forEach(leg -> leg.moveTo(this));
    legs.addAll(moved);
    return moved;
  }

  private static void tell(List<Leg> present, List<Party> added, List<Party> removed) {
    present.forEach(leg -> leg.observer().membersChanged(leg, added, removed));
  }

  private static List<Party> parties(List<Leg> legs) {
    return legs.stream().map(Leg::party).toList();
  }
}
