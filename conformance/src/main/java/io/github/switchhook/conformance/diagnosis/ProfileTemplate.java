package io.github.switchhook.conformance.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.profile.Agent;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.text.Escape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the beginning of a profile: what a probe saw, with comments for the person that completes
 * it.
 */
final class ProfileTemplate {
  private final StringBuilder yaml = new StringBuilder();
  private final Target target;
  private final SessionProbe.Facts facts;

  private ProfileTemplate(Target target, SessionProbe.Facts facts) {
    this.target = target;
    this.facts = facts;
  }

  /**
   * Returns the profile as YAML with comments.
   *
   * @param whole whether everything is written; else only what was seen, for a profile that has the
   *     rest
   */
  static String write(
      Target target,
      SessionProbe.Facts facts,
      List<CapabilityProbe.Observation> observations,
      boolean whole) {
    ProfileTemplate template = new ProfileTemplate(target, facts);
    if (whole) {
      template.line("# What the probe saw. Complete it, then: switchhook doctor --target FILE");
      template.whereAndWho();
    } else {
      template.line("# What the probe saw of " + target.name() + ", to be put into its profile.");
    }
    template.capabilities(observations);
    template.dialect();
    template.channels();
    template.order();
    return template.yaml.toString();
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

  private void capabilities(List<CapabilityProbe.Observation> observations) {
    Map<CapabilityProbe.Presence, List<CapabilityProbe.Observation>> seen =
        observations.stream().collect(Collectors.groupingBy(CapabilityProbe.Observation::presence));
    List<CapabilityProbe.Observation> present =
        seen.getOrDefault(CapabilityProbe.Presence.PRESENT, List.of());
    line("capabilities:" + (present.isEmpty() ? " []" : ""));
    present.forEach(one -> line("  - " + one.capability() + " # " + evidence(one)));
    seen.getOrDefault(CapabilityProbe.Presence.ABSENT, List.of())
        .forEach(one -> line("  # not there: " + one.capability() + "; " + evidence(one)));
    seen.getOrDefault(CapabilityProbe.Presence.UNKNOWN, List.of())
        .forEach(one -> line("  # unknown: " + one.capability() + "; " + evidence(one)));
    if (seen.containsKey(CapabilityProbe.Presence.UNKNOWN)) {
      line("  # Once codes, numbers and data are right, a probe may tell more.");
    }
  }

  private static String evidence(CapabilityProbe.Observation observation) {
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
            ? "channels: {activeAtStart: " + facts.activeAtStart() + more() + "}" + where
            : "# channels: {activeAtStart: true or false" + more() + "}" + where);
  }

  private String more() {
    String queue =
        facts.activation().queue().map(name -> ", queue: " + Escape.yaml(name)).orElse("");
    return queue
        + (facts.types().size() > 1 ? ", atStart: [" + String.join(", ", facts.types()) + "]" : "");
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
