/**
 * What a switch can be made to do wrong on the wire, so that a kit or a desktop can be shown it:
 * the model of calls knows nothing of it. Entry class: {@link Faults}. Called by the simulator's
 * lines and by control.
 */
@NullMarked
package io.github.switchhook.simulator.fault;

import org.jspecify.annotations.NullMarked;
