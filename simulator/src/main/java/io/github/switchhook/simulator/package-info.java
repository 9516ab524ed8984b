/**
 * The simulated switch behind its WebSocket. Entry class: {@link Simulator}. Called by the command
 * line, and by tests that want a switch in their own process.
 */
@NullMarked
package io.github.switchhook.simulator;

import org.jspecify.annotations.NullMarked;
