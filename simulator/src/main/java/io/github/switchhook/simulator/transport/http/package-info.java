/**
 * Control over HTTP and JSON, read strictly by our own reader. Entry class: {@link ControlServer};
 * openapi.json beside it describes what it answers. Called by the simulator's facade.
 */
@NullMarked
package io.github.switchhook.simulator.transport.http;

import org.jspecify.annotations.NullMarked;
