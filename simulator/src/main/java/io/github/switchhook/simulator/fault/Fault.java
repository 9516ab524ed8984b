package io.github.switchhook.simulator.fault;

import io.github.switchhook.simulator.protocol.Command;
import io.github.switchhook.simulator.protocol.ObjectKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule for what goes wrong.
 *
 * @param agent the id or extension of the agent whose messages it strikes; null for everybody's
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
  /** As often as there is something to strike. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  private static final Duration DELAY = Duration.ofSeconds(1);
  private static final int INTERNAL_ERROR = 1011;

  /**
   * A fault that can happen.
   *
   * @throws IllegalArgumentException if not; the message says what was expected
   */
  public Fault {
    if (on != null && !isName(on)) {
      throw new IllegalArgumentException(
          "on: expected the name of a command or event, such as channel.dial, got " + on);
    }
    if (on != null && kind.onRequests() && Command.find(on).isEmpty()) {
      throw new IllegalArgumentException(
          "on: expected a command, which is what " + kind.word() + " strikes, got " + on);
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

  /** Strikes everybody's messages of that name, or all where it is null. */
  public Fault(FaultKind kind, @Nullable String on, int times) {
    this(kind, null, on, times, DELAY, INTERNAL_ERROR);
  }

  /** The same on one agent's messages only, or on everybody's where it is null. */
  public Fault withAgent(@Nullable String newAgent) {
    return new Fault(kind, newAgent, on, times, delay, closeCode);
  }

  /** The same with another delay. */
  public Fault withDelay(Duration newDelay) {
    return new Fault(kind, agent, on, times, newDelay, closeCode);
  }

  /** The same with another close code. */
  public Fault withCloseCode(int newCode) {
    return new Fault(kind, agent, on, times, delay, newCode);
  }

  /**
   * Reads {@code kind} or {@code kind:on}, which strikes always.
   *
   * @throws IllegalArgumentException if it is neither; the message says what was expected
   */
  public static Fault parse(String text) {
    int colon = text.indexOf(':');
    String on = colon < 0 ? null : text.substring(colon + 1);
    return new Fault(kind(colon < 0 ? text : text.substring(0, colon)), on, ALWAYS);
  }

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that there are
   */
  public static FaultKind kind(String word) {
    return FaultKind.find(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kind: expected one of "
                        + Arrays.stream(FaultKind.values())
                            .map(FaultKind::word)
                            .collect(Collectors.joining(", "))
                        + "; got "
                        + word));
  }

  private static boolean isName(String word) {
    return Command.find(word).isPresent()
        || word.equals("state.updated")
        || Arrays.stream(ObjectKind.values())
            .anyMatch(kind -> kind != ObjectKind.SERVICE && word.startsWith(kind.word() + "."));
  }
}
