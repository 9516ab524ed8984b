/** Tests. */
@NullMarked
package io.github.switchhook.simulator.protocol;

import org.jspecify.annotations.NullMarked;
