/**
 * Renders a finished run: results.json, JUnit XML, Markdown, the console, the wire log. {@link
 * Report} is the way in.
 */
@NullMarked
package io.github.switchhook.conformance.report;

import org.jspecify.annotations.NullMarked;
