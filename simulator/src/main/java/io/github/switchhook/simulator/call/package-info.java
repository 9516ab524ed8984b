/**
 * Calls as the switch sees them: a {@link Call} of {@link Leg}s with CSTA connection states. A pure
 * model: no JSON, no sockets, no clock of its own. Called by the {@code agent}, {@code farend} and
 * {@code control} packages, in a turn only.
 */
@NullMarked
package io.github.switchhook.simulator.call;

import org.jspecify.annotations.NullMarked;
