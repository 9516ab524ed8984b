/**
 * The glue: the step sentences of the features, and one {@link Scene} per scenario that plays them
 * over the wire. Called by Cucumber.
 */
@NullMarked
package io.github.switchhook.conformance.steps;

import org.jspecify.annotations.NullMarked;
