/** Tests of the kit's own waiting. */
@NullMarked
package io.github.switchhook.conformance.steps;

import org.jspecify.annotations.NullMarked;
