package io.github.switchhook.simulator.fault;

import io.github.switchhook.simulator.protocol.Nearest;
import io.github.switchhook.simulator.text.Quote;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that says which message goes wrong, and how; immutable.
 *
 * @param agent the id or extension of the agent whose messages it strikes; null for those of all
 *     agents
 * @param on the command or event that it strikes; null for each that it can strike
 * @param times how often it strikes, at least 1; {@link #ALWAYS} for no limit
 * @param delay how long {@link FaultKind#DELAY} holds a message back, on the switch's clock
 * @param closeCode what {@link FaultKind#CLOSE} closes with
 */
public record Fault(
    FaultKind kind,
    @Nullable String agent,
    @Nullable String on,
    int times,
    Duration delay,
    int closeCode) {
  /** Strikes as often as there is something to strike. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  private static final Duration DELAY = Duration.ofSeconds(1);
  private static final int INTERNAL_ERROR = 1011;

  /**
   * Checks that the fault can happen.
   *
   * @throws IllegalArgumentException if not; the message says what was expected
   */
  public Fault {
    if (on != null) {
      kind.refuseUnlessOn(on);
    }
    if (times < 1) {
      throw new IllegalArgumentException("times: expected 1 or more, or all, got " + times);
    }
    if (delay.isNegative()) {
      throw new IllegalArgumentException("millis: expected 0 or more, got " + delay.toMillis());
    }
    // What RFC 6455 lets an endpoint send: 1004 to 1006 and 1015 are reserved.
    boolean protocol =
        closeCode >= 1000 && closeCode <= 1014 && (closeCode < 1004 || closeCode > 1006);
    if (!protocol && (closeCode < 3000 || closeCode > 4999)) {
      throw new IllegalArgumentException(
          "code: expected a close code that may be sent, such as 1011 or 4000, got " + closeCode);
    }
  }

  /** Creates a fault of all agents' messages of that name, or of all messages where it is null. */
  public Fault(FaultKind kind, @Nullable String on, int times) {
    this(kind, null, on, times, DELAY, INTERNAL_ERROR);
  }

  /**
   * Returns a copy that strikes one agent's messages only, or those of all agents where it is null.
   */
  public Fault withAgent(@Nullable String newAgent) {
    return new Fault(kind, newAgent, on, times, delay, closeCode);
  }

  /**
   * Returns the same fault, after checking that its agent is one of these.
   *
   * @param agents the ids and extensions of all agents
   * @throws IllegalArgumentException if it is none of them; the message says what was expected
   */
  public Fault among(List<String> agents) {
    if (agent != null && !agents.contains(agent)) {
      throw new IllegalArgumentException(
          "agent: expected an id or extension, one of "
              + String.join(", ", agents)
              + "; got "
              + Quote.plain(agent)
              + Nearest.hint(agent, agents));
    }
    return this;
  }

  /**
   * Returns a copy with another delay.
   *
   * @throws IllegalArgumentException if it delays nothing
   */
  public Fault withDelay(Duration newDelay) {
    refuseUnless(FaultKind.DELAY, "millis");
    return new Fault(kind, agent, on, times, newDelay, closeCode);
  }

  /**
   * Returns a copy with another close code.
   *
   * @throws IllegalArgumentException if it closes nothing
   */
  public Fault withCloseCode(int newCode) {
    refuseUnless(FaultKind.CLOSE, "code");
    return new Fault(kind, agent, on, times, delay, newCode);
  }

  private void refuseUnless(FaultKind wanted, String argument) {
    if (kind != wanted) {
      throw new IllegalArgumentException(
          argument
              + ": expected with "
              + wanted.wireName()
              + " only, got it with "
              + kind.wireName());
    }
  }

  /**
   * Reads {@code kind}, {@code kind:on} or {@code kind:on:agent}, which strikes always. Between
   * colons there may be nothing: {@code drop::7001} strikes all that goes to one agent.
   *
   * @throws IllegalArgumentException if it is none of them; the message says what was expected
   */
  public static Fault parse(String text) {
    String[] parts = text.split(":", 3);
    return new Fault(kind(parts[0]), part(parts, 1), ALWAYS).withAgent(part(parts, 2));
  }

  private static @Nullable String part(String[] parts, int index) {
    return index < parts.length && !parts[index].isEmpty() ? parts[index] : null;
  }

  /**
   * Returns the kind of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that there are
   */
  public static FaultKind kind(String word) {
    List<String> words = Arrays.stream(FaultKind.values()).map(FaultKind::wireName).toList();
    return FaultKind.find(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kind: expected one of "
                        + String.join(", ", words)
                        + "; got "
                        + Quote.plain(word)
                        + Nearest.hint(word, words)));
  }
}
