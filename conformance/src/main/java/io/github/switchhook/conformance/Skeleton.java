package io.github.switchhook.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.steps.Exploration;
import io.github.switchhook.conformance.steps.Survey;
import io.github.switchhook.conformance.target.Agent;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the beginning of a profile: what a probe saw, with comments for who completes it. */
final class Skeleton {
  private final StringBuilder yaml = new StringBuilder();
  private final Target target;
  private final Exploration.Facts facts;

  private Skeleton(Target target, Exploration.Facts facts) {
    this.target = target;
    this.facts = facts;
  }

  /**
   * Writes it.
   *
   * @param whole whether everything is written; else only what was seen, for a profile that has the
   *     rest
   */
  static String write(
      Target target,
      Exploration.Facts facts,
      List<Survey.Observation> observations,
      boolean whole) {
    Skeleton skeleton = new Skeleton(target, facts);
    if (whole) {
      skeleton.line("# What the probe saw. Complete it, then: switchhook doctor --target FILE");
      skeleton.whereAndWho();
    } else {
      skeleton.line("# What the probe saw of " + target.name() + ", to be put into its profile.");
    }
    skeleton.capabilities(observations);
    skeleton.dialect();
    skeleton.channels();
    skeleton.order();
    return skeleton.yaml.toString();
  }

  private void whereAndWho() {
    line("name: " + Escape.yaml(target.name()));
    line("url: " + Escape.yaml(target.url().toString()));
    line("agents: # passwords come from the environment");
    for (Agent agent : target.agents()) {
      String variable = agent.id().toUpperCase(Locale.ROOT).replaceAll("\\W", "_") + "_PASSWORD";
      line(
          "  - {id: %s, password: %s, extension: %s}"
              .formatted(
                  Escape.yaml(agent.id()),
                  Escape.yaml("env:" + variable),
                  Escape.yaml(agent.extension())));
    }
    line("numbers: # what to dial for each role: put in yours, and leave out what there is not");
    new TreeMap<>(target.numbers())
        .forEach((role, number) -> line("  " + role + ": " + Escape.yaml(number)));
  }

  private void capabilities(List<Survey.Observation> observations) {
    Map<Survey.Presence, List<Survey.Observation>> seen =
        observations.stream().collect(Collectors.groupingBy(Survey.Observation::presence));
    List<Survey.Observation> present = seen.getOrDefault(Survey.Presence.PRESENT, List.of());
    line("capabilities:" + (present.isEmpty() ? " []" : ""));
    present.forEach(one -> line("  - " + one.capability() + " # " + evidence(one)));
    seen.getOrDefault(Survey.Presence.ABSENT, List.of())
        .forEach(one -> line("  # not there: " + one.capability() + "; " + evidence(one)));
    seen.getOrDefault(Survey.Presence.UNKNOWN, List.of())
        .forEach(one -> line("  # unknown: " + one.capability() + "; " + evidence(one)));
    if (seen.containsKey(Survey.Presence.UNKNOWN)) {
      line("  # Once codes, numbers and data are right, a probe may tell more.");
    }
  }

  private static String evidence(Survey.Observation observation) {
    return observation.evidence().lines().findFirst().orElse("");
  }

  private void dialect() {
    line("dialect:");
    line(
        "  stateEvent: "
            + (facts.prefixed() ? "prefixed" : "plain")
            + " # session.start brought "
            + String.join(", ", facts.events()));
    Map<String, String> codes = new TreeMap<>(target.dialect().codes());
    codes.putAll(facts.codes());
    if (!codes.isEmpty()) {
      line(
          "  codes: {"
              + codes.entrySet().stream()
                  .map(code -> code.getKey() + ": " + Escape.yaml(code.getValue()))
                  .collect(Collectors.joining(", "))
              + "} # as far as seen");
    }
    if (!facts.tellsState()) {
      line("  # No state stands where the profile looks for it. The channel's state event carried");
      line("  # " + Json.write(facts.channelState()) + ". Perhaps:");
      facts
          .channelState()
          .properties()
          .forEach(
              property -> {
                if (property.getValue().isTextual()) {
                  guess(property.getKey(), property.getValue());
                }
              });
    }
  }

  private void guess(String name, JsonNode value) {
    line(
        "  # data: {state: {at: /%s}, channel.state: {values: {ACTIVE or INACTIVE: %s}}}"
            .formatted(name, Escape.yaml(value.textValue())));
  }

  private void channels() {
    String where =
        " # the channel stands " + (facts.grouped() ? "in a group" : "directly in the session");
    line(
        facts.tellsState()
            ? "channels: {activeAtStart: " + facts.activeAtStart() + "}" + where
            : "# channels: {activeAtStart: true or false}" + where);
  }

  private void order() {
    String quiet = "ordering: {quietMillis: " + facts.quietMillis() + "} # ";
    line(
        switch (facts.order()) {
          case BARRIER -> "# ordering: the barrier works: messages keep their order";
          case LATE_EVENTS -> quiet + "events came after the answer to a later request";
          case SILENCE -> quiet + "an unknown command is not answered";
        });
    line(
        "timeouts: {responseMillis: "
            + facts.responseMillis()
            + "} # session.start took "
            + facts.roundTrip().toMillis()
            + " ms");
  }

  private void line(String text) {
    yaml.append(Escape.line(text)).append('\n');
  }
}
