/**
 * The protocol as the kit knows it (PROTOCOL.md), each list in one place: objects, columns, JSON.
 * Used by every package of the kit; shares nothing with the simulator.
 */
@NullMarked
package io.github.switchhook.conformance.protocol;

import org.jspecify.annotations.NullMarked;
