package io.github.switchhook.conformance.match;

/**
 * One difference.
 *
 * @param kind what kind of difference
 * @param text what was expected and what came, on one line
 */
public record Deviation(DeviationKind kind, String text) {}
