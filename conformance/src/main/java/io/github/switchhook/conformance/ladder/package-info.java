/**
 * Draws the messages between agents and switch as text, SVG or Mermaid. A ladder is made from the
 * lines of a wire log. Called by the command line and by the report.
 */
@NullMarked
package io.github.switchhook.conformance.ladder;

import org.jspecify.annotations.NullMarked;
