package io.github.switchhook.simulator.benchmark;

import io.github.switchhook.simulator.agent.AgentAccount;
import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.agent.SwitchSetup;
import io.github.switchhook.simulator.engine.Ids;
import io.github.switchhook.simulator.engine.VirtualClock;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Prints the bytes of heap that a session takes, and a call on it: the difference in use after a
 * collection, over many. Without connections and journal.
 */
public final class Heap {
  private static final int AGENTS = 5_000;
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private Heap() {}

  /** Prints the figures; takes no arguments. */
  public static void main(String[] arguments) {
    List<AgentAccount> accounts =
        IntStream.range(0, AGENTS)
            .mapToObj(i -> new AgentAccount("agent" + i, "secret", "7" + i))
            .toList();
    SwitchSetup standard = SwitchSetup.standard();
    SwitchSetup setup =
        new SwitchSetup(
            accounts,
            Set.of(),
            standard.capabilities(),
            standard.ringTimeout(),
            Map.of(),
            List.of(),
            Set.of());
    Switch theSwitch = new Switch(setup, new Ids(1), new VirtualClock(Instant.EPOCH));
    List<Station> stations = new ArrayList<>(AGENTS);

    long empty = inUse();
    accounts.forEach(account -> stations.add(new Station(theSwitch, account.id())));
    long idle = inUse();
    stations.forEach(Station::dial);
    long talking = inUse();

    print("idle session with its channel", (idle - empty) / stations.size());
    print("live call of an agent and a far end", (talking - idle) / stations.size());
  }

  @SuppressWarnings("SystemOut") // it is a program
  private static void print(String what, long bytes) {
    System.out.printf("%,7d bytes: %s (mean of %,d)%n", bytes, what, AGENTS);
  }

  private static long inUse() {
    for (int i = 0; i < 3; i++) {
      MEMORY.gc();
    }
    return MEMORY.getHeapMemoryUsage().getUsed();
  }
}
