/**
 * Draws who said what to whom, as text, SVG or Mermaid. A ladder is made from wire lines, wherever
 * they came from; called by the command line and by whoever reports a run.
 */
@NullMarked
package io.github.switchhook.conformance.ladder;

import org.jspecify.annotations.NullMarked;
