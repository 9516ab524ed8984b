/** PROTOCOL.md, played against the switch: what stands there is what the switch sends. */
@NullMarked
package io.github.switchhook.simulator.contract;

import org.jspecify.annotations.NullMarked;
