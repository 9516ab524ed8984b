/**
 * The switch as agents see it: sessions, channels, interactions and conversations, which are a
 * projection of the calls in {@code call}; the table of commands; and the rules R1 to R6, once
 * each, in {@link AgentEvents}. Entry class: {@link Switch}. Called by the simulator's client
 * sessions and by {@code control}, in a turn only.
 */
@NullMarked
package io.github.switchhook.simulator.agent;

import org.jspecify.annotations.NullMarked;
