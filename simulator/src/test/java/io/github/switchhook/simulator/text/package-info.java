/** Tests. */
@NullMarked
package io.github.switchhook.simulator.text;

import org.jspecify.annotations.NullMarked;
