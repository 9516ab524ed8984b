/**
 * Writes, reads and compares transcripts, the records of sessions as they went over the wire, one
 * JSON object per line. A kill loses no written line, and a file that is cut off can be read.
 * Called by the command line; the format is the same for every source.
 */
@NullMarked
package io.github.switchhook.conformance.transcript;

import org.jspecify.annotations.NullMarked;
