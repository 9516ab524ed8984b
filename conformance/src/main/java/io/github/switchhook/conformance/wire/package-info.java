/**
 * The client side of the WebSocket: a port, the client of RFC 6455 and the log of every raw line.
 * Called by the sessions of agents. {@link Diagnosis} turns the exceptions of the network into
 * sentences.
 */
@NullMarked
package io.github.switchhook.conformance.wire;

import org.jspecify.annotations.NullMarked;
