package io.github.switchhook.conformance.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.protocol.Capabilities;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.MagicNumber;
import io.github.switchhook.fixtures.MagicNumbers;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The adapter under test. Immutable; its secrets print as asterisks.
 *
 * @param name what reports call it
 * @param address where its WebSocket is
 * @param agents the agents that can log in, in the order Alice, Bob, Carol, Dave
 * @param numbers the number to dial for each role that the features name
 * @param queues the target's names of the queues that the features name
 * @param capabilities what the target declares to have beside the core
 * @param login how to log in; empty for {@code prepareSession}
 * @param envelope what it wraps around each message
 * @param dialect its spelling
 * @param channels what its sessions begin with
 * @param timeouts how long to wait for it
 * @param ordering how to learn that nothing more follows
 * @param stimulus how it is made to do what the protocol cannot ask for
 * @param overrides what its vendor corrects about requirements
 * @param waivers what it is known not to meet
 */
public record Target(
    String name,
    Address address,
    List<Agent> agents,
    Map<String, String> numbers,
    Map<String, String> queues,
    Set<String> capabilities,
    List<LoginMessage> login,
    Envelope envelope,
    Dialect dialect,
    Channels channels,
    Timeouts timeouts,
    Ordering ordering,
    StimulusConfig stimulus,
    List<RequirementOverride> overrides,
    List<Waiver> waivers) {
  /** The queues that the features name, under their own names. */
  public static final Map<String, String> QUEUES = Map.of("sales", "sales", "service", "service");

  /**
   * Numbers that a target need not name, by role: two customers', and an endpoint that no agent
   * has.
   */
  public static final Map<String, String> USUAL_NUMBERS =
      Map.of("caller", "5559000", "otherCaller", "5559001", "spare", "7090");

  public Target {
    if (agents.isEmpty()) {
      throw new TargetFormatException("agents must name at least one agent that can log in");
    }
    agents = List.copyOf(agents);
    numbers = Map.copyOf(numbers);
    queues = Map.copyOf(queues);
    capabilities = Set.copyOf(capabilities);
    login = List.copyOf(login);
    overrides = List.copyOf(overrides);
    waivers = List.copyOf(waivers);
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
   * alice, bob, carol and dave with extensions 7001 to 7004, the magic numbers, every capability,
   * the plain dialect and the barrier.
   */
  public static Target standard(String name, URI url) {
    List<String> ids = AgentNames.IDS;
    return new Target(
        name,
        Address.of(url),
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
        QUEUES,
        Set.copyOf(Capabilities.ALL),
        List.of(),
        Envelope.NONE,
        Dialect.PLAIN,
        Channels.STANDARD,
        Timeouts.DEFAULT,
        new Ordering.ByBarrier(),
        new StimulusConfig.None(),
        List.of(),
        List.of());
  }

  /** Returns how much a requirement weighs where the vendor corrects that, by id. */
  public Map<String, Level> levels() {
    Map<String, Level> levels = new LinkedHashMap<>();
    overrides.forEach(
        override -> override.level().ifPresent(level -> levels.put(override.id(), level)));
    return levels;
  }

  /** Returns the same target with another way to order and to spell. */
  public Target with(Ordering otherOrdering, Dialect otherDialect) {
    return with(agents, capabilities, otherDialect, otherOrdering);
  }

  /**
   * Returns the same target with the choices that a profile's {@code channels}, {@code timeouts}
   * and {@code dialect} state.
   *
   * @param profile an object with these keys, as a target file would have them
   * @throws TargetFormatException where it is no such object
   */
  public Target withChoices(ObjectNode profile) {
    return TargetFile.withChoices(this, profile);
  }

  /** Returns the same target with other channels, times and another dialect. */
  Target with(Channels otherChannels, Timeouts otherTimeouts, Dialect otherDialect) {
    return new Target(
        name,
        address,
        agents,
        numbers,
        queues,
        capabilities,
        login,
        envelope,
        otherDialect,
        otherChannels,
        otherTimeouts,
        ordering,
        stimulus,
        overrides,
        waivers);
  }

  /** Returns the same target with other agents, such as a part of them. */
  public Target withAgents(List<Agent> others) {
    return with(others, capabilities, dialect, ordering);
  }

  /** Returns the same target with other capabilities, such as those that it turns out to have. */
  public Target withCapabilities(Set<String> others) {
    return with(agents, others, dialect, ordering);
  }

  private Target with(
      List<Agent> otherAgents,
      Set<String> otherCapabilities,
      Dialect otherDialect,
      Ordering otherOrdering) {
    return new Target(
        name,
        address,
        otherAgents,
        numbers,
        queues,
        otherCapabilities,
        login,
        envelope,
        otherDialect,
        channels,
        timeouts,
        otherOrdering,
        stimulus,
        overrides,
        waivers);
  }

  /** Tells whether its messages are those of PROTOCOL, with nothing to translate. */
  public boolean speaksProtocol() {
    return login.isEmpty() && envelope.equals(Envelope.NONE) && dialect.equals(Dialect.PLAIN);
  }

  /** Returns where its WebSocket is. */
  public URI url() {
    return address.url();
  }

  /** Returns the agent at this place, if the target has as many. */
  public Optional<Agent> agent(int index) {
    return index < agents.size() ? Optional.of(agents.get(index)) : Optional.empty();
  }

  /**
   * Returns what must never be shown: passwords, keys, header values, and the literal values in
   * templates under names such as {@code token}.
   */
  public Secrets secrets() {
    return Secrets.of(
        Stream.of(
                agents.stream().map(Agent::password),
                address.headers().values().stream(),
                address.trust().flatMap(Address.Store::password).stream(),
                address.key().flatMap(Address.Store::password).stream(),
                login.stream().flatMap(message -> Secrets.writtenIn(message.send())),
                Secrets.writtenIn(envelope.send()),
                stimulus.secrets())
            .flatMap(Function.identity())
            .flatMap(Target::withToken)
            .toList());
  }

  /** Returns a header's secret and, as a secret of its own, the token in "Bearer token". */
  private static Stream<Secret> withToken(Secret secret) {
    String value = secret.value();
    return Stream.of(secret, new Secret(value.substring(value.lastIndexOf(' ') + 1)));
  }
}
