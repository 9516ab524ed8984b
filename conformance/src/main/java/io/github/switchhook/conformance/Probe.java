package io.github.switchhook.conformance;

import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.steps.Exploration;
import io.github.switchhook.conformance.steps.Stage;
import io.github.switchhook.conformance.steps.Survey;
import io.github.switchhook.conformance.target.Agent;
import io.github.switchhook.conformance.target.Ordering;
import io.github.switchhook.conformance.target.Stimulus;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.wire.TyrusWire;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.fixtures.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tries what a target can do and writes the profile that says so. */
public final class Probe {
  /**
   * What came of it.
   *
   * @param reached whether a session could be started
   * @param text the profile as YAML with comments; what is wrong if no session could be started
   */
  public record Result(boolean reached, String text) {}

  private Probe() {}

  /**
   * Logs the first agent of a target in, tries its capabilities, and writes down what was seen. The
   * profile names no secret: passwords are to come from the environment.
   */
  public static Result run(Target target, Stimulus stimulus) {
    Catalogue catalogue = Catalogue.load();
    Exploration.Facts facts =
        withWire(target, wire -> Exploration.of(new Stage(target, stimulus, wire)));
    if (facts.problem().isPresent()) {
      return new Result(false, facts.problem().get());
    }
    Target seen =
        target.with(
            facts.order() == Exploration.Order.BARRIER
                ? target.ordering()
                : new Ordering.Quiet(Duration.ofMillis(facts.quietMillis())),
            target.dialect().withPrefixedStateEvents(facts.prefixed()));
    TreeSet<String> capabilities =
        catalogue.requirements().stream()
            .map(Requirement::capability)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    List<Survey.Observation> observations =
        withWire(seen, wire -> Survey.observe(new Stage(seen, stimulus, wire), capabilities));
    return new Result(true, write(target, facts, observations));
  }

  private interface Use<T> {
    T of(Wire wire);
  }

  private static <T> T withWire(Target target, Use<T> use) {
    Supplier<Wire> wires = () -> new TyrusWire(target);
    try (Wire wire = wires.get()) {
      return use.of(wire);
    }
  }

  private static String write(
      Target target, Exploration.Facts facts, List<Survey.Observation> observations) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# What the probe saw. Complete it, then: switchhook verify --target FILE\n");
    yaml.append("name: ").append(quoted(target.name())).append('\n');
    yaml.append("url: ").append(quoted(target.url().toString())).append('\n');
    yaml.append("agents: # passwords come from the environment\n");
    for (Agent agent : target.agents()) {
      yaml.append(
          "  - {id: %s, password: %s, extension: %s}%n"
              .formatted(
                  quoted(agent.id()),
                  quoted("env:PASSWORD_OF_" + agent.id().toUpperCase(Locale.ROOT)),
                  quoted(agent.extension())));
    }
    yaml.append("numbers: # the number to dial for each role\n");
    new TreeMap<>(target.numbers())
        .forEach(
            (role, number) ->
                yaml.append("  ").append(role).append(": ").append(quoted(number)).append('\n'));
    capabilities(yaml, observations);
    yaml.append("dialect: {stateEvent: ")
        .append(facts.prefixed() ? "prefixed" : "plain")
        .append("} # session.start brought ")
        .append(String.join(", ", facts.events()))
        .append('\n');
    yaml.append("channels: {activeAtStart: ")
        .append(facts.activeAtStart())
        .append("} # the channel stands ")
        .append(facts.grouped() ? "in a group" : "directly in the session")
        .append('\n');
    order(yaml, facts);
    return yaml.toString();
  }

  private static void capabilities(StringBuilder yaml, List<Survey.Observation> observations) {
    Map<Survey.Presence, List<Survey.Observation>> seen =
        observations.stream().collect(Collectors.groupingBy(Survey.Observation::presence));
    yaml.append("capabilities:");
    List<Survey.Observation> present = seen.getOrDefault(Survey.Presence.PRESENT, List.of());
    yaml.append(present.isEmpty() ? " []\n" : "\n");
    present.forEach(
        observation ->
            yaml.append("  - %s # %s%n".formatted(observation.capability(), comment(observation))));
    for (Survey.Presence presence : List.of(Survey.Presence.ABSENT, Survey.Presence.UNKNOWN)) {
      seen.getOrDefault(presence, List.of())
          .forEach(
              observation ->
                  yaml.append(
                      "  # %s %s; %s%n"
                          .formatted(
                              presence == Survey.Presence.ABSENT ? "not there:" : "unknown:",
                              observation.capability(),
                              comment(observation))));
    }
  }

  private static void order(StringBuilder yaml, Exploration.Facts facts) {
    switch (facts.order()) {
      case BARRIER -> yaml.append("# ordering: the barrier works: messages keep their order\n");
      case LATE_EVENTS ->
          yaml.append(
              "ordering: {quietMillis: %d} # events came after the answer to a later request%n"
                  .formatted(facts.quietMillis()));
      case SILENCE ->
          yaml.append(
              "ordering: {quietMillis: %d} # an unknown command is not answered%n"
                  .formatted(facts.quietMillis()));
    }
    yaml.append("timeouts: {responseMillis: ")
        .append(facts.responseMillis())
        .append("} # session.start took ")
        .append(facts.roundTrip().toMillis())
        .append(" ms\n");
  }

  private static String comment(Survey.Observation observation) {
    return observation.evidence().lines().findFirst().orElse("");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
