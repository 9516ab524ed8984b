/** Tests. */
@NullMarked
package io.github.switchhook.simulator.engine;

import org.jspecify.annotations.NullMarked;
