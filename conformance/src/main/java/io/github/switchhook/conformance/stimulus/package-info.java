/**
 * The ways to make a target do what the protocol cannot ask for: HTTP, a program, a person. {@link
 * io.github.switchhook.conformance.stimulus.StimulusFactory} opens the one that a profile names;
 * the kit calls it.
 */
@NullMarked
package io.github.switchhook.conformance.stimulus;

import org.jspecify.annotations.NullMarked;
