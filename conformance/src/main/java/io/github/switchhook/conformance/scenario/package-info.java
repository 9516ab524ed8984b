/**
 * Scenario files: calls described in YAML, in testers' words. {@link
 * io.github.switchhook.conformance.scenario.ScenarioReader} reads them strictly; the test execution
 * plays them.
 */
@NullMarked
package io.github.switchhook.conformance.scenario;

import org.jspecify.annotations.NullMarked;
