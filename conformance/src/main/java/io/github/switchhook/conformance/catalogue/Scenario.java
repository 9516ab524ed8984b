package io.github.switchhook.conformance.catalogue;

import io.github.switchhook.fixtures.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A scenario, or one row of an outline.
 *
 * @param name its name; rows of one outline may share it
 * @param feature the path of its file, such as {@code features/channel/channel.dial.feature}
 * @param line where it stands in the file; for a row of an outline the row's line
 * @param requirements what it proves
 * @param steps its sentences, placeholders of outlines filled in
 */
public record Scenario(
    String name, String feature, int line, List<Requirement> requirements, List<Step> steps) {
  /**
   * The path of a result that belongs to no scenario file: the kit's own check of the target's
   * capabilities.
   */
  public static final String SURVEY = "capabilities";

  private static final Pattern EXTERNAL = Pattern.compile("customer|far end|party");
  private static final Pattern LACKS = Pattern.compile(Sentences.LACKS);
  private static final Pattern PASSES = Pattern.compile(Sentences.TIME_PASSES);
  private static final Pattern RINGS = Pattern.compile(Sentences.RING_TIME_PASSES);
  private static final Pattern QUEUE = Pattern.compile("\\b" + Sentences.QUEUE + "\\b");

  public Scenario {
    requirements = List.copyOf(requirements);
    steps = List.copyOf(steps);
  }

  /** Returns the file's name without its end, which is the command that the scenario is about. */
  public String command() {
    String file = feature.substring(feature.lastIndexOf('/') + 1);
    return file.endsWith(".feature")
        ? file.substring(0, file.length() - ".feature".length())
        : file;
  }

  /** Returns the place for people and editors: path and line. */
  public String place() {
    return feature + ":" + line;
  }

  /** Returns the names of the agents that its steps name, such as {@code Alice}. */
  public List<String> agentNames() {
    return AgentNames.ALL.stream()
        .filter(name -> steps.stream().anyMatch(step -> step.text().contains(name)))
        .toList();
  }

  /** Tells whether a customer or another party outside does something in it. */
  public boolean hasExternalParties() {
    return steps.stream().map(Step::text).anyMatch(text -> EXTERNAL.matcher(text).find());
  }

  /** Returns the steps that hold an event table. */
  public List<Step> eventTables() {
    return steps.stream().filter(step -> step.text().endsWith(" sees:")).toList();
  }

  /**
   * Returns the capabilities that a target must have for this scenario; not those that the scenario
   * takes away itself.
   */
  public Set<String> capabilities() {
    Set<String> lacked =
        steps.stream()
            .map(step -> LACKS.matcher(step.text()))
            .filter(Matcher::matches)
            .map(matcher -> matcher.group(1))
            .collect(Collectors.toSet());
    return requirements.stream()
        .map(Requirement::capability)
        .filter(Objects::nonNull)
        .filter(capability -> !lacked.contains(capability))
        .collect(Collectors.toSet());
  }

  /**
   * Returns the time that its steps let pass.
   *
   * @param ring how long an offer rings at one agent
   */
  public Duration time(Duration ring) {
    return steps.stream()
        .map(step -> time(step.text(), ring))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration time(String sentence, Duration ring) {
    Matcher rings = RINGS.matcher(sentence);
    if (rings.matches()) {
      return rings.group(1) == null ? ring : ring.minusSeconds(1);
    }
    Matcher passes = PASSES.matcher(sentence);
    return passes.matches() ? Duration.ofSeconds(Long.parseLong(passes.group(1))) : Duration.ZERO;
  }

  /** Returns the queues that its steps name. */
  public Set<String> queues() {
    return steps.stream()
        .flatMap(step -> QUEUE.matcher(step.text()).results())
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }
}
