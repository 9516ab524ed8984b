/** Makes a scenario file of a transcript. Called by the command line. */
@NullMarked
package io.github.switchhook.conformance.transcript.convert;

import org.jspecify.annotations.NullMarked;
