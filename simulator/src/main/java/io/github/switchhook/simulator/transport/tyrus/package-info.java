/**
 * WebSocket by Tyrus on Grizzly: the only package that knows Tyrus. Called by the simulator's
 * facade.
 */
@NullMarked
package io.github.switchhook.simulator.transport.tyrus;

import org.jspecify.annotations.NullMarked;
