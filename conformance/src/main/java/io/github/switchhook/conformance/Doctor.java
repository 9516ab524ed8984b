package io.github.switchhook.conformance;

import io.github.switchhook.conformance.steps.Exploration;
import io.github.switchhook.conformance.steps.Rehearsal;
import io.github.switchhook.conformance.steps.Stage;
import io.github.switchhook.conformance.target.Ordering;
import io.github.switchhook.conformance.target.Stimulus;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.target.TargetFormatException;
import io.github.switchhook.conformance.wire.Json;
import io.github.switchhook.conformance.wire.Reach;
import io.github.switchhook.conformance.wire.TyrusWire;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.fixtures.MagicNumber;
import io.github.switchhook.fixtures.MagicNumbers;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Goes from the network up to the first session, says at which step a target cannot be certified,
 * and what to look at. One examination at a time.
 */
public final class Doctor {
  private static final List<String> NAMES = List.of("Alice", "Bob", "Carol", "Dave");

  /** How a step ended. */
  public enum State {
    /** All is well. */
    OK,
    /** It works, but something will not be judged. */
    NOTE,
    /** It does not work. */
    FAILED
  }

  /**
   * One step.
   *
   * @param name what was looked at
   * @param state how it ended
   * @param found what was seen
   * @param advice what to look at; empty where all is well
   */
  public record Check(String name, State state, String found, String advice) {}

  /** A step that must work before the next one can. */
  private interface Attempt {
    String run() throws IOException;
  }

  private final Target target;
  private final Stimulus stimulus;
  private final List<Check> checks = new ArrayList<>();

  private Doctor(Target target, Stimulus stimulus) {
    this.target = target;
    this.stimulus = stimulus;
  }

  /** Examines a target; the steps in order, up to the first that must work and does not. */
  public static List<Check> examine(Target target, Stimulus stimulus) {
    Doctor doctor = new Doctor(target, stimulus);
    if (doctor.network()) {
      doctor.sessions();
      doctor.surroundings();
    }
    return List.copyOf(doctor.checks);
  }

  private boolean network() {
    String host = target.url().getHost();
    return attempt(
            "address",
            () -> host + " is " + InetAddress.getByName(host).getHostAddress(),
            "the host in url, and the name service")
        && attempt(
            "port",
            () -> {
              Reach.tcp(target.url(), target.timeouts().connect());
              return "port " + Reach.port(target.url()) + " is open";
            },
            "whether the target runs, the port in url, and firewalls")
        && (!target.url().getScheme().equals("wss")
            || attempt(
                "TLS",
                () -> Reach.tls(target.address(), target.timeouts().connect()),
                "trustStore, the name in the certificate, its dates and this machine's clock"));
  }

  private boolean attempt(String name, Attempt attempt, String advice) {
    try {
      checks.add(new Check(name, State.OK, attempt.run(), ""));
      return true;
    } catch (IOException | TargetFormatException e) {
      String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      checks.add(new Check(name, State.FAILED, target.secrets().redact(what), "look at " + advice));
      return false;
    }
  }

  private void sessions() {
    try (Wire wire = new TyrusWire(target)) {
      Stage stage = new Stage(target, stimulus, wire);
      Exploration.Facts facts = Exploration.of(stage);
      if (facts.problem().isPresent()) {
        String problem = facts.problem().get();
        boolean handshake = problem.startsWith("cannot connect");
        checks.add(
            new Check(
                handshake ? "WebSocket" : "login",
                State.FAILED,
                problem,
                handshake
                    ? "look at the path in url, headers and subprotocols"
                    : "look at agents, login and envelope"));
        return;
      }
      checks.add(new Check("WebSocket", State.OK, "open at " + target.url().getPath(), ""));
      logins(stage);
      session(facts);
      order(facts);
    }
  }

  private void logins(Stage stage) {
    for (int i = 0; i < Math.min(NAMES.size(), target.agents().size()); i++) {
      String who = target.agents().get(i).id();
      Optional<String> problem = Rehearsal.tryToLogIn(stage, NAMES.get(i));
      checks.add(
          problem
              .map(
                  what ->
                      new Check(
                          "login " + who,
                          State.FAILED,
                          what,
                          "look at this agent's id, password and licence"))
              .orElseGet(() -> new Check("login " + who, State.OK, "logs in and out", "")));
    }
    if (target.agents().size() < 3) {
      checks.add(
          new Check(
              "agents",
              State.NOTE,
              target.agents().size() + " in the profile",
              "with three or more, calls between agents are judged too"));
    }
  }

  private void session(Exploration.Facts facts) {
    boolean style = facts.prefixed() == target.dialect().isStateEvent("channel.state.updated");
    checks.add(
        new Check(
            "events",
            style ? State.OK : State.FAILED,
            String.join(", ", facts.events()),
            style
                ? ""
                : "set dialect: {stateEvent: "
                    + (facts.prefixed() ? "prefixed" : "plain")
                    + "} in the profile"));
    boolean active = facts.activeAtStart() == target.activeAtStart();
    checks.add(
        new Check(
            "channel",
            active ? State.OK : State.FAILED,
            (facts.grouped() ? "in a group, " : "directly in the session, ")
                + (facts.activeAtStart() ? "active at start" : "not active at start"),
            active ? "" : "set channels: {activeAtStart: " + facts.activeAtStart() + "}"));
  }

  private void order(Exploration.Facts facts) {
    boolean barrier = facts.order() == Exploration.Order.BARRIER;
    boolean fits = barrier || target.ordering() instanceof Ordering.Quiet;
    String found =
        switch (facts.order()) {
          case BARRIER -> "a refused request is answered after all events";
          case LATE_EVENTS -> "events come after the answer to a later request";
          case SILENCE -> "an unknown command is not answered";
        };
    checks.add(
        new Check(
            "order",
            fits ? State.OK : State.FAILED,
            found + "; session.start took " + facts.roundTrip().toMillis() + " ms",
            fits
                ? ""
                : "set ordering: {quietMillis: "
                    + quietMillis(facts)
                    + "}; a target that keeps the order is judged faster and better"));
  }

  /** Some times the round trip, so that an event as slow as an answer is still seen. */
  static long quietMillis(Exploration.Facts facts) {
    return Math.max(200, facts.roundTrip().toMillis() * 4);
  }

  private void surroundings() {
    String can =
        List.of("call", "answer", "hangup", "heard", "dispositions", "capability").stream()
            .filter(stimulus::can)
            .collect(Collectors.joining(", "));
    checks.add(
        new Check(
            "stimulus",
            can.isEmpty() ? State.NOTE : State.OK,
            can.isEmpty() ? "none" : can,
            can.isEmpty() ? "without stimulus, nothing that others do is judged" : ""));
    if (stimulus.can("reset")) {
      attempt(
          "reset",
          () -> {
            try {
              stimulus.perform("reset", Json.object());
              return "works";
            } catch (RuntimeException e) {
              throw new IOException(e.getMessage(), e);
            }
          },
          "stimulus");
    }
    boolean clock = stimulus.can("advance");
    checks.add(
        new Check(
            "clock",
            clock ? State.OK : State.NOTE,
            clock ? "the kit can let time pass" : "only real time",
            clock ? "" : "without the operation advance, timers are not judged"));
    String missing =
        MagicNumbers.load().stream()
            .map(MagicNumber::role)
            .distinct()
            .filter(role -> !target.numbers().containsKey(role))
            .collect(Collectors.joining(", "));
    checks.add(
        new Check(
            "numbers",
            missing.isEmpty() ? State.OK : State.NOTE,
            missing.isEmpty() ? "one for each role" : "none for " + missing,
            missing.isEmpty() ? "" : "scenarios that dial them are not supported"));
  }
}
