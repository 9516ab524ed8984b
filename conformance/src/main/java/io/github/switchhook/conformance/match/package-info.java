/**
 * Compares what came with what the contract says: whole event sequences, responses, JSON trees.
 * Pure functions, called by the steps.
 */
@NullMarked
package io.github.switchhook.conformance.match;

import org.jspecify.annotations.NullMarked;
