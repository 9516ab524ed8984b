package io.github.switchhook.simulator.transport;

import java.lang.management.ManagementFactory;

/** Measures what the heap holds after a collection. */
final class Heap {
  private Heap() {}

  /** Bytes in use after a collection. */
  static long used() {
    for (int i = 0; i < 3; i++) {
      ManagementFactory.getMemoryMXBean().gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
