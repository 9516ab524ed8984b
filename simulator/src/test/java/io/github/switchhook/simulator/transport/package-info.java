/** Tests. */
@NullMarked
package io.github.switchhook.simulator.transport;

import org.jspecify.annotations.NullMarked;
