package io.github.switchhook.conformance.diagnosis;

import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.execution.RunContext;
import io.github.switchhook.conformance.profile.Ordering;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.session.Limits;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.wire.WebSocketWire;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.fixtures.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tries what a target can do and writes the profile that says so. */
public final class Probe {
  /**
   * The outcome of a probe.
   *
   * @param reached whether a session could be started
   * @param text the profile as YAML with comments; what is wrong if no session could be started
   */
  public record ProbeResult(boolean reached, String text) {}

  private Probe() {}

  /**
   * Logs the first agent of a target in, tries its capabilities, and writes a profile of what was
   * seen. The profile has no secret: passwords come from the environment.
   *
   * @param whole whether a whole profile is wanted; else only what was seen
   */
  public static ProbeResult run(Target target, Stimulus stimulus, boolean whole) {
    Catalogue catalogue = Catalogue.load();
    SessionProbe.Facts facts =
        withWire(
            target, wire -> SessionProbe.of(new RunContext(target, stimulus, wire, Limits.LOOK)));
    if (facts.problem().isPresent()) {
      return new ProbeResult(false, facts.problem().get().sentence());
    }
    Target seen =
        target.with(
            facts.order() == SessionProbe.Order.BARRIER
                ? target.ordering()
                : new Ordering.Quiet(Duration.ofMillis(facts.quietMillis())),
            target.dialect().withPrefixedStateEvents(facts.prefixed()).withCodes(facts.codes()));
    TreeSet<String> capabilities =
        catalogue.requirements().stream()
            .map(Requirement::capability)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    List<CapabilityProbe.Observation> observations =
        withWire(
            seen,
            wire ->
                CapabilityProbe.observe(
                    new RunContext(seen, stimulus, wire, Limits.LOOK), capabilities));
    return new ProbeResult(true, ProfileTemplate.write(target, facts, observations, whole));
  }

  private static <T> T withWire(Target target, Function<Wire, T> use) {
    try (Wire wire = new WebSocketWire(target)) {
      return use.apply(wire);
    }
  }
}
