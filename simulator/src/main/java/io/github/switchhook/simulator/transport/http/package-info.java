/**
 * Control over HTTP and JSON, by the Grizzly that Tyrus brings. Entry class: {@link ControlServer};
 * openapi.json beside it describes what it answers. Called by the simulator's facade.
 */
@NullMarked
package io.github.switchhook.simulator.transport.http;

import org.jspecify.annotations.NullMarked;
