/** A switch that is sent all kinds of messages, and what has to hold for each. */
@NullMarked
package io.github.switchhook.simulator.fuzz;

import org.jspecify.annotations.NullMarked;
