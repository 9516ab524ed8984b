package io.github.switchhook.conformance.verdict;

import io.github.switchhook.fixtures.Requirement;

/**
 * The result of a run for one requirement.
 *
 * @param requirement which one
 * @param verdict the one that wins among the scenarios that carry it
 */
public record RequirementResult(Requirement requirement, Verdict verdict) {}
