/**
 * Runs scenarios with Cucumber on several workers, and collects results and messages. The only
 * package that knows the insides of Cucumber. Called by {@link
 * io.github.switchhook.conformance.Kit}.
 */
@NullMarked
package io.github.switchhook.conformance.runner;

import org.jspecify.annotations.NullMarked;
