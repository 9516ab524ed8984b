/** Tests of the faults. */
@NullMarked
package io.github.switchhook.simulator.fault;

import org.jspecify.annotations.NullMarked;
