/**
 * The client side of the WebSocket: a port, one Tyrus adapter and the log of every raw line. Called
 * by the steps; only {@link TyrusWire} sees Tyrus.
 */
@NullMarked
package io.github.switchhook.conformance.wire;

import org.jspecify.annotations.NullMarked;
