/**
 * The conformance kit. {@link Kit} runs the scenarios against a {@link
 * io.github.switchhook.conformance.profile.Target} and returns a {@link
 * io.github.switchhook.conformance.report.Report}; nothing else is needed to use it.
 */
@NullMarked
package io.github.switchhook.conformance;

import org.jspecify.annotations.NullMarked;
