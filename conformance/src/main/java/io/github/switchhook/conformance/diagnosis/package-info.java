/**
 * Finds out why a target cannot be verified, and what it can do: the checks of {@code doctor} and
 * the probes of {@code probe}. Called by the command line.
 */
@NullMarked
package io.github.switchhook.conformance.diagnosis;

import org.jspecify.annotations.NullMarked;
