/** Tests of the simulator. */
@NullMarked
package io.github.switchhook.simulator;

import org.jspecify.annotations.NullMarked;
