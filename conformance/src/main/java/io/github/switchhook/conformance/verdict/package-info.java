/**
 * Judges a run: findings, the requirements they count against, verdicts and their roll-up to
 * requirements, profiles and an exit code. Filled by the test execution, read by the report.
 */
@NullMarked
package io.github.switchhook.conformance.verdict;

import org.jspecify.annotations.NullMarked;
