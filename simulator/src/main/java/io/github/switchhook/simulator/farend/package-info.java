/**
 * The parties outside the switch: calling customers, and the parties that answer a dialled number.
 * A dialled number scripts its far end (PROTOCOL section 7). Called by {@code agent} and {@code
 * control}, in a turn.
 */
@NullMarked
package io.github.switchhook.simulator.farend;

import org.jspecify.annotations.NullMarked;
