/** A second, small implementation in another style, to be certified by its profile alone. */
@NullMarked
package io.github.switchhook.conformance.foreign;

import org.jspecify.annotations.NullMarked;
