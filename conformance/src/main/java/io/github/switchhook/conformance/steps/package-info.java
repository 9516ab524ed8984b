/**
 * The glue: step definitions, which call {@link io.github.switchhook.conformance.execution}, and
 * what Cucumber needs to create them. Called by Cucumber.
 */
@NullMarked
package io.github.switchhook.conformance.steps;

import org.jspecify.annotations.NullMarked;
