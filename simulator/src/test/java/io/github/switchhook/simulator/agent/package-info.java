/** Tests. */
@NullMarked
package io.github.switchhook.simulator.agent;

import org.jspecify.annotations.NullMarked;
