package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.protocol.Capability;
import java.util.EnumSet;
import java.util.Set;

/** A named set of capabilities, so that the switch can emulate one with fewer capabilities. */
public enum Platform {
  /** A platform with all capabilities of the switch. */
  FULL(EnumSet.allOf(Capability.class)),
  /** A platform with all capabilities except InContact's own. */
  GENERIC(EnumSet.complementOf(EnumSet.of(Capability.INCONTACT))),
  /** InContact, which has all capabilities except external dispositions. */
  INCONTACT(EnumSet.complementOf(EnumSet.of(Capability.DISPOSITIONS))),
  /** Calls and consults, recordings that cannot be paused; no conference, no multimedia. */
  BASIC(EnumSet.of(Capability.CONSULT, Capability.RECORDING));

  @SuppressWarnings("ImmutableEnumChecker") // copied, and only ever read
  private final Set<Capability> capabilities;

  Platform(Set<Capability> capabilities) {
    this.capabilities = Set.copyOf(capabilities);
  }

  /** Returns the capabilities of the platform. */
  public Set<Capability> capabilities() {
    return capabilities;
  }
}
