/**
 * What a run means: findings charged to requirements, verdicts, their roll-up to requirements,
 * profiles and an exit code. Filled by the steps, read by the report.
 */
@NullMarked
package io.github.switchhook.conformance.verdict;

import org.jspecify.annotations.NullMarked;
