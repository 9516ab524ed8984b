package io.github.switchhook.conformance.target;

import io.github.switchhook.fixtures.MagicNumber;
import io.github.switchhook.fixtures.MagicNumbers;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The adapter under test. Immutable; its secrets print as asterisks.
 *
 * @param name what reports call it
 * @param url where its WebSocket is, {@code ws:} or {@code wss:}
 * @param headers sent with the handshake; treated as secrets
 * @param agents who can log in, in the order Alice, Bob, Carol, Dave
 * @param numbers the number to dial for each role that the features name
 * @param capabilities what the target declares to have beside the core
 * @param dialect its spelling
 * @param timeouts how long to wait for it
 * @param ordering how to learn that nothing more follows
 */
public record Target(
    String name,
    URI url,
    Map<String, Secret> headers,
    List<Agent> agents,
    Map<String, String> numbers,
    Set<String> capabilities,
    Dialect dialect,
    Timeouts timeouts,
    Ordering ordering) {

  public Target {
    if (!"ws".equals(url.getScheme()) && !"wss".equals(url.getScheme())) {
      throw new TargetFormatException("url must begin with ws:// or wss://, but is " + url);
    }
    if (agents.isEmpty()) {
      throw new TargetFormatException("agents must name at least one agent that can log in");
    }
    headers = Map.copyOf(headers);
    agents = List.copyOf(agents);
    numbers = Map.copyOf(numbers);
    capabilities = Set.copyOf(capabilities);
  }

  /**
   * Reads a target file. Throws {@link TargetFormatException} with the line and what was expected
   * if it is not one.
   */
  public static Target load(Path file) {
    return TargetFile.load(file);
  }

  /**
   * Describes a target with everything that the project's contract chooses by default: agents
   * alice, bob, carol and dave with extensions 7001 to 7004, the magic numbers, every capability
   * but multimedia, the plain dialect and the barrier.
   */
  public static Target standard(String name, URI url) {
    List<String> ids = List.of("alice", "bob", "carol", "dave");
    return new Target(
        name,
        url,
        Map.of(),
        ids.stream()
            .map(id -> new Agent(id, new Secret("secret"), "700" + (ids.indexOf(id) + 1)))
            .toList(),
        MagicNumbers.load().stream()
            .collect(
                Collectors.toMap(
                    MagicNumber::role,
                    MagicNumber::number,
                    (first, second) -> first,
                    LinkedHashMap::new)),
        Set.of(
            "consult", "conference", "recording", "recording.pause", "dispositions", "incontact"),
        Dialect.PLAIN,
        Timeouts.DEFAULT,
        new Ordering.Barrier());
  }

  /** Returns the agent at this place, if the target has as many. */
  public Optional<Agent> agent(int index) {
    return index < agents.size() ? Optional.of(agents.get(index)) : Optional.empty();
  }

  /** Returns the same target with other agents, such as a part of them. */
  public Target withAgents(List<Agent> others) {
    return new Target(
        name, url, headers, others, numbers, capabilities, dialect, timeouts, ordering);
  }

  /** Returns what must never be shown: passwords and header values. */
  public Secrets secrets() {
    return Secrets.of(
        Stream.concat(agents.stream().map(Agent::password), headers.values().stream()).toList());
  }
}
