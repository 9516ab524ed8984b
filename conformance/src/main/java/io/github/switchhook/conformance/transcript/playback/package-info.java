/**
 * Plays one side of a transcript, the switch or the agents, as it was recorded. Called by the
 * command line.
 */
@NullMarked
package io.github.switchhook.conformance.transcript.playback;

import org.jspecify.annotations.NullMarked;
