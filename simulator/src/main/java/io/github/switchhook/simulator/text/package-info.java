/**
 * Text from outside, of any size and any content: how much of it is kept, and how it is quoted.
 * Called wherever such text is kept or quoted.
 */
@NullMarked
package io.github.switchhook.simulator.text;

import org.jspecify.annotations.NullMarked;
