package io.github.switchhook.conformance.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.execution.LoginFailure;
import io.github.switchhook.conformance.execution.Preamble;
import io.github.switchhook.conformance.execution.RequestSender;
import io.github.switchhook.conformance.execution.RunContext;
import io.github.switchhook.conformance.execution.ScenarioContext;
import io.github.switchhook.conformance.execution.ScenarioStoppedException;
import io.github.switchhook.conformance.execution.TestAgent;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.profile.Channels;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Events;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.protocol.Result;
import io.github.switchhook.conformance.scenario.AgentStage;
import io.github.switchhook.conformance.session.AgentConnection;
import io.github.switchhook.conformance.session.Awaited;
import io.github.switchhook.conformance.text.Excerpt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Watches how a target starts a session, which shows its style. */
public final class SessionProbe {
  private static final String STATE_EVENT = Events.STATE_UPDATED;
  private static final int SAMPLES = 7;

  /** The longest part of an answer that is shown, in UTF-16 units. */
  private static final int SHOWN = 500;

  private static final Duration LONGEST_WATCH = Duration.ofSeconds(1);

  /** Whether a harmless refused request proves that nothing more follows. */
  public enum Order {
    /** The request is answered after all events. */
    BARRIER,
    /** The request is answered, but events come after the answer. */
    LATE_EVENTS,
    /** The request is not answered. */
    SILENCE
  }

  /**
   * What became of activating the first channel.
   *
   * @param refused why it cannot be activated as the profile says; empty if it can
   * @param queue a queue with which it can be; empty if none is needed, or none was found
   */
  public record Activation(Optional<String> refused, Optional<String> queue) {
    static final Activation UNNEEDED = new Activation(Optional.empty(), Optional.empty());
  }

  /**
   * The facts that starting one session showed.
   *
   * @param problem why the session could not be started; empty if it could, and the rest counts
   * @param roundTrip how long the answer to session.start took
   * @param latency how long the answer to a refused request took, the median of several; empty
   *     where such a request is not answered
   * @param grouped whether the channel stands in a group
   * @param prefixed whether the state event names its kind of object
   * @param channelState the data of the channel's state event; a missing node if there was none
   * @param tellsState whether that event tells the state where the dialect looks for it
   * @param activeAtStart whether the channel is active at once
   * @param types the types of the channels that the session begins with, in PROTOCOL's words, the
   *     first one's first
   * @param activation what became of activating the channel
   * @param codes the target's failure codes that the dialect does not have, by PROTOCOL's
   * @param order how to learn that nothing more follows
   * @param events the names of the events of session.start, in order
   */
  public record Facts(
      Optional<LoginFailure> problem,
      Duration roundTrip,
      Optional<Duration> latency,
      boolean grouped,
      boolean prefixed,
      JsonNode channelState,
      boolean tellsState,
      boolean activeAtStart,
      List<String> types,
      Activation activation,
      Map<String, String> codes,
      Order order,
      List<String> events) {
    static Facts none(LoginFailure problem) {
      return new Facts(
          Optional.of(problem),
          Duration.ZERO,
          Optional.empty(),
          false,
          false,
          MissingNode.getInstance(),
          false,
          false,
          List.of(),
          Activation.UNNEEDED,
          Map.of(),
          Order.SILENCE,
          List.of());
    }

    /**
     * Returns four times the round trip, at least 200: an event as slow as an answer is still seen.
     */
    public long quietMillis() {
      return Math.max(200, roundTrip.toMillis() * 4);
    }

    /** Returns ten times the round trip, at least 1000, before an answer is given up as missing. */
    public long responseMillis() {
      return Math.max(1_000, roundTrip.toMillis() * 10);
    }
  }

  private SessionProbe() {}

  /** Logs the first agent in and watches. */
  public static Facts of(RunContext run) {
    ScenarioContext context =
        new ScenarioContext(run, new Scenario("starting a session", "", 0, List.of(), List.of()));
    try {
      return watch(context, new Preamble(context).bring(AgentNames.FIRST, AgentStage.PREPARED));
    } catch (ScenarioStoppedException stop) {
      return Facts.none(LoginFailure.of(stop, context));
    } finally {
      context.close();
    }
  }

  private static Facts failed(ScenarioContext context, LoginFailure failure) {
    return Facts.none(failure.with(context.wire()).redacted(context.run().secrets()));
  }

  private static Facts failed(ScenarioContext context, String found, String lookAt) {
    return failed(context, new LoginFailure(LoginFailure.LoginStep.SESSION, found, lookAt));
  }

  private static Facts watch(ScenarioContext context, TestAgent alice) {
    long began = context.run().micros();
    Awaited answer = ask(context, alice, Commands.SESSION_START, ObjectRole.SESSION, Json.object());
    Duration roundTrip = Duration.ofNanos((context.run().micros() - began) * 1_000);
    return answer.fold(
        came ->
            RequestSender.succeeded(came.message())
                ? started(context, alice, roundTrip)
                : failed(
                    context,
                    "session.start is answered with "
                        + Excerpt.of(Json.write(came.message()), SHOWN),
                    "the code in that answer"),
        lost -> failed(context, "session.start: " + lost.deviation().text(), lost.lookAt()));
  }

  private static Facts started(ScenarioContext context, TestAgent alice, Duration roundTrip) {
    Duration timeout = context.target().timeouts().response();
    alice.line().sendBarrier();
    boolean silent = alice.line().awaitBarrier(timeout).isPresent();
    List<ActualEvent> events = new ArrayList<>(alice.takeEvents());
    Duration watch = timeout.compareTo(LONGEST_WATCH) > 0 ? LONGEST_WATCH : timeout;
    alice.line().awaitQuiet(watch);
    List<ActualEvent> late = alice.takeEvents();
    events.addAll(late);
    if (alice.view().target(ObjectRole.CHANNEL).isEmpty()) {
      return failed(context, Preamble.noChannel(alice, events));
    }
    Order order = silent ? Order.SILENCE : late.isEmpty() ? Order.BARRIER : Order.LATE_EVENTS;
    List<ActualEvent> states =
        events.stream().filter(event -> event.name().endsWith(STATE_EVENT)).toList();
    JsonNode shown =
        states.stream().map(ActualEvent::data).findFirst().orElse(MissingNode.getInstance());
    Dialect dialect = context.target().dialect();
    JsonNode state = shown.at(dialect.pointer("channel", "state"));
    boolean active = state.asText().equals(dialect.value("channel", "state", "ACTIVE"));
    return new Facts(
        Optional.empty(),
        roundTrip,
        silent ? Optional.empty() : Optional.of(latency(context, alice.line())),
        alice.view().hasGroup(),
        states.stream().anyMatch(event -> !event.name().equals(STATE_EVENT)),
        shown,
        !state.isMissingNode(),
        active,
        types(events, dialect),
        active ? Activation.UNNEEDED : activation(context, alice),
        silent ? Map.of() : FailureCodeProbe.learn(context, alice),
        order,
        events.stream().map(ActualEvent::name).toList());
  }

  private static List<String> types(List<ActualEvent> events, Dialect dialect) {
    return events.stream()
        .filter(event -> event.name().equals(Events.CHANNEL_CREATED))
        .map(event -> event.data().at(dialect.pointer("channel", "type")).asText())
        .map(
            told ->
                Channels.TYPES.stream()
                    .filter(type -> dialect.value("channel", "type", type).equals(told))
                    .findFirst()
                    .orElse(Channels.TELEPHONY))
        .toList();
  }

  private static Activation activation(ScenarioContext context, TestAgent alice) {
    Target target = context.target();
    Optional<String> refused = activate(context, alice, target.channels().activation());
    if (refused.isEmpty()) {
      return Activation.UNNEEDED;
    }
    Optional<String> queue =
        target.queues().values().stream()
            .sorted()
            .filter(name -> activate(context, alice, Channels.activationIn(name)).isEmpty())
            .findFirst();
    return new Activation(refused, queue);
  }

  /** Returns why the first channel cannot be activated, or nothing. */
  private static Optional<String> activate(
      ScenarioContext context, TestAgent alice, ObjectNode data) {
    Awaited answer = ask(context, alice, Commands.CHANNEL_ACTIVATE, ObjectRole.CHANNEL, data);
    return answer.fold(
        came ->
            Result.isSuccess(came.message())
                ? Optional.empty()
                : Optional.of(Excerpt.of(Json.write(came.message()), SHOWN)),
        lost -> Optional.of(lost.deviation().text()));
  }

  private static Awaited ask(
      ScenarioContext context,
      TestAgent alice,
      String command,
      ObjectRole addressed,
      ObjectNode data) {
    return alice
        .line()
        .request(
            Json.write(
                Json.object()
                    .put("command", command)
                    .put("target", context.values().written(alice, addressed))
                    .set("data", data)),
            context.target().timeouts().response());
  }

  private static Duration latency(ScenarioContext context, AgentConnection line) {
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      long began = context.run().micros();
      line.sendBarrier();
      line.awaitBarrier(context.target().timeouts().response());
      micros.add(context.run().micros() - began);
    }
    micros.sort(null);
    return Duration.ofNanos(micros.get(SAMPLES / 2) * 1_000);
  }
}
