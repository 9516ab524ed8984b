/**
 * Records of sessions as they went over the wire, one JSON object per line: writing them so that a
 * kill loses nothing, reading them also when they are cut off, comparing two of them. Called by the
 * command line; a transcript is the same thing wherever it came from.
 */
@NullMarked
package io.github.switchhook.conformance.transcript;

import org.jspecify.annotations.NullMarked;
