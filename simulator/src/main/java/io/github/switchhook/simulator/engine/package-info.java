/**
 * The base that the switch runs on: turns, a clock that can be virtual, ids, and the journal of all
 * that went in and out. Called by every other package; knows none of them.
 */
@NullMarked
package io.github.switchhook.simulator.engine;

import org.jspecify.annotations.NullMarked;
