package io.github.switchhook.conformance.profile;

import io.github.switchhook.fixtures.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A vendor's correction of one requirement, for which the vendor holds a better document.
 *
 * @param id the requirement
 * @param reason one sentence for the report
 * @param reference the place that says so
 * @param level how much the requirement weighs instead, if that changes
 * @param scenario the name of the only scenario that it is about; empty for all that carry the id
 * @param events the rows that replace the table after the requirement's command, if those change;
 *     each names event, on and any other column
 */
public record RequirementOverride(
    String id,
    String reason,
    String reference,
    Optional<Level> level,
    Optional<String> scenario,
    Optional<List<Map<String, String>>> events) {}
