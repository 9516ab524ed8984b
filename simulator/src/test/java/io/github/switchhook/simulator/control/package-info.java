/** Tests of control. */
@NullMarked
package io.github.switchhook.simulator.control;

import org.jspecify.annotations.NullMarked;
