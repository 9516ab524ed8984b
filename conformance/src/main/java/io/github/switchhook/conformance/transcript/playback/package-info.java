/**
 * Plays the part of the switch, or of the agents, as a transcript recorded it. Called by the
 * command line.
 */
@NullMarked
package io.github.switchhook.conformance.transcript.playback;

import org.jspecify.annotations.NullMarked;
