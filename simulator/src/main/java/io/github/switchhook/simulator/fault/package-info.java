/**
 * Faults that a switch can be told to make on the wire, so that a kit or a desktop can be tested
 * with them; the model of calls knows nothing of them. Entry class: {@link Faults}. Called by the
 * simulator's client sessions and by control.
 */
@NullMarked
package io.github.switchhook.simulator.fault;

import org.jspecify.annotations.NullMarked;
