/**
 * The messages of the agent-session protocol (PROTOCOL section 1) and their JSON. Called by {@code
 * agent}, which answers requests with them, and by the simulator's client sessions, which read and
 * write them.
 */
@NullMarked
package io.github.switchhook.simulator.protocol;

import org.jspecify.annotations.NullMarked;
