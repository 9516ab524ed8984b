/**
 * Executes one scenario: preamble, test body and postamble, with the agents and external parties it
 * needs, and records findings. Knows nothing of Cucumber; called by the step definitions, by
 * scenario files and by the probes.
 */
@NullMarked
package io.github.switchhook.conformance.execution;

import org.jspecify.annotations.NullMarked;
