/**
 * The port between sockets and the switch: handshakes, frames and limits of each client ({@link
 * io.github.switchhook.simulator.transport.ClientConnection}), and the turns that clients take.
 * Pure: {@code transport.tyrus} alone knows Tyrus and Grizzly. Called by the simulator's facade.
 */
@NullMarked
package io.github.switchhook.simulator.transport;

import org.jspecify.annotations.NullMarked;
