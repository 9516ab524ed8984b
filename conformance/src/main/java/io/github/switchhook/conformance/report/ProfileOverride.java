package io.github.switchhook.conformance.report;

import io.github.switchhook.conformance.profile.RequirementOverride;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The profile's replacement of what the register says about one requirement; reports show it,
 * because the run was judged by it.
 *
 * @param id the requirement
 * @param level what it weighs in the register
 * @param instead what it weighed in this run, if the profile says so
 * @param events whether the profile has an event list of its own
 * @param scenario the only scenario whose event list it is; empty for all that carry the id
 * @param reason why, in the profile's words
 * @param reference the place that says so
 */
public record ProfileOverride(
    String id,
    Level level,
    Optional<Level> instead,
    boolean events,
    Optional<String> scenario,
    String reason,
    String reference) {

  /** Holds the corrections of a profile against the requirements as the register has them. */
  public static List<ProfileOverride> of(
      List<RequirementOverride> overrides, List<Requirement> requirements) {
    Map<String, Requirement> byId =
        requirements.stream().collect(Collectors.toMap(Requirement::id, Function.identity()));
    return overrides.stream()
        .flatMap(
            override ->
                Stream.ofNullable(byId.get(override.id()))
                    .map(requirement -> of(override, requirement.level())))
        .toList();
  }

  private static ProfileOverride of(RequirementOverride override, Level level) {
    return new ProfileOverride(
        override.id(),
        level,
        override.level(),
        override.events().isPresent(),
        override.scenario(),
        override.reason(),
        override.reference());
  }

  /** Says why, and where that stands. */
  String because() {
    return reason + " (" + reference + ")";
  }

  /** Says what is otherwise, such as {@code MUST → MAY, another event list in "Dialling"}. */
  String words() {
    Stream<String> weight = instead.map(other -> level + " → " + other).stream();
    String where = scenario.map(name -> " in \"" + name + '"').orElse("");
    Stream<String> list = events ? Stream.of("another event list" + where) : Stream.of();
    return Stream.concat(weight, list).collect(Collectors.joining(", "));
  }
}
