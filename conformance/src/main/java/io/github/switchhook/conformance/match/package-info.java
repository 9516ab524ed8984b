/**
 * Compares a target's messages with what PROTOCOL says: whole event sequences, responses, JSON
 * trees. Pure functions, called by the test execution.
 */
@NullMarked
package io.github.switchhook.conformance.match;

import org.jspecify.annotations.NullMarked;
