package io.github.switchhook.conformance.diagnosis;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.execution.LoginCheck;
import io.github.switchhook.conformance.execution.LoginFailure;
import io.github.switchhook.conformance.execution.RunContext;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.session.Limits;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.wire.Reach;
import io.github.switchhook.conformance.wire.WebSocketWire;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Goes from the network up to the first session, says at which step a target cannot be certified,
 * and what to look at. One examination at a time.
 */
public final class Doctor {

  /** A certificate that expires sooner than this is mentioned. */
  private static final Duration SOON = Duration.ofDays(30);

  /** The least difference of clocks that is mentioned; a handshake tells whole seconds. */
  private static final Duration FAR_OFF = Duration.ofSeconds(2);

  /** The result of one step of an examination. */
  public enum State {
    /** The step succeeded. */
    OK,
    /** The step succeeded, but something will not be judged, or not for long. */
    NOTE,
    /** The step succeeded, but the profile says otherwise. */
    MISFIT,
    /** The step failed; later steps that need it are not performed. */
    FAILED
  }

  /**
   * The report on one step.
   *
   * @param name what was looked at
   * @param state how it ended
   * @param found what was seen
   * @param advice what to look at; empty where all is well
   */
  public record Check(String name, State state, String found, String advice) {}

  private final Target target;
  private final Stimulus stimulus;
  private final Clock clock;
  private final Checks checks;

  private Doctor(Target target, Stimulus stimulus, Clock clock) {
    this.target = target;
    this.stimulus = stimulus;
    this.clock = clock;
    this.checks = new Checks(target.secrets());
  }

  /**
   * Examines a target; the steps in order, up to the first that must work and does not.
   *
   * @param clock the kit's, with which the target's and the certificate's dates are compared
   */
  public static List<Check> examine(Target target, Stimulus stimulus, Clock clock) {
    Doctor doctor = new Doctor(target, stimulus, clock);
    if (doctor.network() && doctor.sessions()) {
      new EnvironmentChecks(target, stimulus, doctor.checks).look();
    }
    return doctor.checks.checks();
  }

  // --- up to the WebSocket

  private boolean network() {
    String host = target.url().getHost();
    return checks.attempt(
            "address",
            () ->
                host
                    + " is "
                    + Reach.address(target.url(), target.timeouts().connect()).getHostAddress())
        && checks.attempt(
            "port",
            () -> {
              Reach.tcp(target.url(), target.timeouts().connect());
              return "port " + Reach.port(target.url()) + " is open";
            })
        && (!target.url().getScheme().equals("wss") || tls());
  }

  private boolean tls() {
    return checks.attempt(
        "TLS",
        () -> {
          Reach.Secured secured = Reach.tls(target.address(), target.timeouts().connect());
          certificate(secured);
          return secured.protocol()
              + ", and "
              + (target.address().key().isPresent()
                  ? "the kit's certificate if asked"
                  : "no certificate")
              + " of ours";
        });
  }

  private void certificate(Reach.Secured secured) {
    Duration left = Duration.between(clock.instant(), secured.until());
    String found = "of " + secured.subject() + " until " + secured.until();
    if (left.compareTo(SOON) > 0) {
      checks.ok("certificate", found);
    } else {
      checks.note("certificate", found + ", " + left.toDays() + " days from now", "renew it");
    }
  }

  /** Compares the clocks, where the handshake's answer has a date. */
  private void clock(Optional<WebSocketWire.Told> told) {
    if (told.isEmpty()) {
      checks.note("its clock", "it tells no time", "a Date header would tell how far it is off");
      return;
    }
    Duration ahead = Duration.between(told.get().received(), told.get().date());
    String found =
        ahead.abs().compareTo(FAR_OFF) <= 0
            ? "within " + FAR_OFF.toSeconds() + " s of ours"
            : ahead.abs().toSeconds()
                + " s "
                + (ahead.isNegative() ? "behind" : "ahead of")
                + " ours";
    if (ahead.abs().compareTo(FAR_OFF) <= 0) {
      checks.ok("its clock", found);
    } else {
      checks.note("its clock", found, "set one of them; its logs will not match a report's times");
    }
  }

  // --- sessions

  private boolean sessions() {
    try (WebSocketWire wire = new WebSocketWire(target, false, clock)) {
      RunContext run = new RunContext(target, stimulus, wire, Limits.LOOK);
      SessionProbe.Facts facts = SessionProbe.of(run);
      if (facts.problem().isEmpty()
          || facts.problem().get().step() != LoginFailure.LoginStep.WEBSOCKET) {
        checks.ok("WebSocket", "open at " + target.url().getPath());
        clock(wire.told());
      }
      if (facts.problem().isPresent()) {
        failed(facts.problem().get().step().words(), facts.problem().get());
        return false;
      }
      logins(run);
      session(facts);
      order(facts);
      return true;
    }
  }

  private void logins(RunContext run) {
    for (int i = 0; i < Math.min(AgentNames.ALL.size(), target.agents().size()); i++) {
      String who = "login " + target.agents().get(i).id();
      LoginCheck.tryToLogIn(run, AgentNames.ALL.get(i))
          .ifPresentOrElse(
              failure -> failed(who, failure), () -> checks.ok(who, "logs in and out"));
    }
    if (target.agents().size() < 3) {
      checks.note(
          "agents",
          target.agents().size() + " in the profile",
          "with three or more, calls between agents are judged too");
    }
  }

  private void failed(String step, LoginFailure failure) {
    checks.failed(step, failure.found(), "look at " + failure.lookAt());
  }

  private void session(SessionProbe.Facts facts) {
    checks.fits(
        "events",
        String.join(", ", facts.events()),
        facts.prefixed() == target.dialect().isStateEvent("channel.state.updated"),
        "set dialect: {stateEvent: " + (facts.prefixed() ? "prefixed" : "plain") + "}");
    checks.fits(
        "channel",
        (facts.grouped() ? "in a group, " : "directly in the session, ")
            + (facts.activeAtStart() ? "active at start" : "not active at start"),
        facts.activeAtStart() == target.channels().activeAtStart(),
        "set channels: {activeAtStart: " + facts.activeAtStart() + "}");
    checks.fits(
        "channels",
        String.join(", ", facts.types()) + " at start",
        facts.types().equals(target.channels().atStart()),
        "set channels: {atStart: [" + String.join(", ", facts.types()) + "]}");
    facts
        .activation()
        .refused()
        .ifPresent(
            why ->
                checks.failed(
                    "activate",
                    "channel.activate is answered with " + why,
                    facts
                        .activation()
                        .queue()
                        .map(queue -> "set channels: {queue: " + queue + "}")
                        .orElse(
                            "set channels: {queue: ...} where it needs a queue, or"
                                + " {activeAtStart: true}")));
  }

  private void order(SessionProbe.Facts facts) {
    checks.fits(
        "order",
        switch (facts.order()) {
          case BARRIER -> "kept: a refused request is answered after all events";
          case LATE_EVENTS -> "not kept: events come after the answer to a later request";
          case SILENCE -> "unknown: an unknown command is not answered";
        },
        facts.order() == SessionProbe.Order.BARRIER || !target.ordering().hasBarrier(),
        "set ordering: {quietMillis: "
            + facts.quietMillis()
            + "}; a target that keeps the order is judged faster and better");
    String found =
        facts.latency().map(time -> millis(time) + " for a refused request (median), ").orElse("")
            + millis(facts.roundTrip())
            + " for session.start";
    checks.fits(
        "latency",
        found,
        facts.roundTrip().multipliedBy(2).compareTo(target.timeouts().response()) < 0,
        "set timeouts: {responseMillis: " + facts.responseMillis() + "}");
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
  }
}
