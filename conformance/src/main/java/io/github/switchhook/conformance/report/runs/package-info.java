/**
 * Reads finished run directories again: merges those of shards, compares two, puts several side by
 * side. Called by the command line.
 */
@NullMarked
package io.github.switchhook.conformance.report.runs;

import org.jspecify.annotations.NullMarked;
