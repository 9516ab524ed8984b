/**
 * What the switch costs, without sockets and JSON: transitions a second ({@link
 * io.github.switchhook.simulator.benchmark.EngineBenchmark}) and bytes of heap ({@link
 * io.github.switchhook.simulator.benchmark.Heap}). Run by the Maven profile {@code benchmark}
 * alone; CONTRIBUTING says how.
 */
@NullMarked
package io.github.switchhook.simulator.benchmark;

import org.jspecify.annotations.NullMarked;
