package io.github.switchhook.simulator.fault;

import io.github.switchhook.simulator.engine.Journal.ConnectedClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults that are installed; the oldest that fits strikes. In a turn only. */
public final class Faults {
  /**
   * A fault, and how often it has struck.
   *
   * @param struck how often it has struck
   */
  public record Installed(Fault fault, int struck) {
    boolean spent() {
      return struck >= fault.times();
    }
  }

  private final List<Fault> standing;
  private final List<String> agents;
  private final List<Installed> installed = new ArrayList<>();

  /**
   * Faults.
   *
   * @param standing what the switch is started with, and has again after each reset
   * @param agents the ids and extensions of the agents that can be struck
   * @throws IllegalArgumentException if one is for an agent that is not among them
   */
  public Faults(List<Fault> standing, List<String> agents) {
    this.standing = List.copyOf(standing);
    this.agents = List.copyOf(agents);
    reset();
  }

  /**
   * Installs one more fault, after those that are there.
   *
   * @throws IllegalArgumentException if it is for an agent that does not exist
   */
  public void install(Fault fault) {
    installed.add(new Installed(fault.among(agents), 0));
  }

  /**
   * Returns the installed faults, oldest first, including those that have struck for the last time.
   */
  public List<Installed> installed() {
    return List.copyOf(installed);
  }

  /** Restores the faults that the switch was started with. */
  public void reset() {
    installed.clear();
    standing.forEach(this::install);
  }

  /** Tells whether there is anything that could still strike. */
  boolean dormant() {
    return installed.stream().allMatch(Installed::spent);
  }

  /** Returns the fault that strikes a message of this name, if any; it counts as having struck. */
  Optional<Fault> strike(ConnectedClient peer, @Nullable String name, Predicate<FaultKind> can) {
    for (int i = 0; i < installed.size(); i++) {
      Installed candidate = installed.get(i);
      Fault fault = candidate.fault();
      if (!candidate.spent()
          && can.test(fault.kind())
          && (fault.agent() == null || peer.is(fault.agent()))
          && (fault.on() == null || fault.on().equals(name))) {
        installed.set(i, new Installed(fault, candidate.struck() + 1));
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
