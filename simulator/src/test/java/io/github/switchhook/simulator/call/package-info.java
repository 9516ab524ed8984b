/** Tests. */
@NullMarked
package io.github.switchhook.simulator.call;

import org.jspecify.annotations.NullMarked;
