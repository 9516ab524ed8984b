package io.github.switchhook.conformance.diagnosis;

import io.github.switchhook.conformance.profile.Secrets;
import io.github.switchhook.conformance.profile.TargetFormatException;
import io.github.switchhook.conformance.wire.Wire;
import java.util.ArrayList;
import java.util.List;

/** Collects what a doctor finds, secrets taken out. Used by one thread. */
final class Checks {
  private final Secrets secrets;
  private final List<Doctor.Check> checks = new ArrayList<>();

  /** A step that must work before the next one can. */
  interface Attempt {
    /** Performs the step and returns what was seen, in one sentence. */
    String run();
  }

  Checks(Secrets secrets) {
    this.secrets = secrets;
  }

  void ok(String name, String found) {
    add(name, Doctor.State.OK, found, "");
  }

  void note(String name, String found, String advice) {
    add(name, Doctor.State.NOTE, found, advice);
  }

  /** Notes what the profile should say, if that is anything. */
  void fits(String name, String found, boolean fits, String advice) {
    add(name, fits ? Doctor.State.OK : Doctor.State.MISFIT, found, fits ? "" : advice);
  }

  void failed(String name, String found, String advice) {
    add(name, Doctor.State.FAILED, found, advice);
  }

  /** Runs a step; returns whether it worked. */
  boolean attempt(String name, Attempt attempt) {
    try {
      ok(name, attempt.run());
      return true;
    } catch (Wire.UnreachableException e) {
      failed(name, String.valueOf(e.getMessage()), "look at " + e.lookAt());
      return false;
    } catch (TargetFormatException e) {
      failed(name, String.valueOf(e.getMessage()), "look at the profile");
      return false;
    }
  }

  List<Doctor.Check> checks() {
    return List.copyOf(checks);
  }

  private void add(String name, Doctor.State state, String found, String advice) {
    checks.add(new Doctor.Check(name, state, secrets.redact(found), secrets.redact(advice)));
  }
}
