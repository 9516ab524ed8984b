/**
 * The port between sockets and the switch. {@code transport.tyrus} alone knows Tyrus; another
 * carrier of text messages needs no more than these types.
 */
@NullMarked
package io.github.switchhook.simulator.transport;

import org.jspecify.annotations.NullMarked;
