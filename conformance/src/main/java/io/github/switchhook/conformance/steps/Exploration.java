package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.target.Dialect;
import io.github.switchhook.conformance.text.Excerpt;
import io.github.switchhook.conformance.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Watches how a target starts a session, which shows its style. */
public final class Exploration {
  private static final String STATE_EVENT = "state.updated";
  private static final int SAMPLES = 7;

  /** So much of an answer is shown. */
  private static final int SHOWN = 500;

  private static final Duration LONGEST_WATCH = Duration.ofSeconds(1);

  /** Whether a harmless refused request proves that nothing more follows. */
  public enum Order {
    /** It is answered after all events. */
    BARRIER,
    /** It is answered, but events came after the answer. */
    LATE_EVENTS,
    /** It is not answered. */
    SILENCE
  }

  /**
   * What was seen.
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
   * @param codes the target's failure codes that the dialect does not have, by ours
   * @param order how to learn that nothing more follows
   * @param events the names of the events of session.start, in order
   */
  public record Facts(
      Optional<Trouble> problem,
      Duration roundTrip,
      Optional<Duration> latency,
      boolean grouped,
      boolean prefixed,
      JsonNode channelState,
      boolean tellsState,
      boolean activeAtStart,
      Map<String, String> codes,
      Order order,
      List<String> events) {
    static Facts none(Trouble problem) {
      return new Facts(
          Optional.of(problem),
          Duration.ZERO,
          Optional.empty(),
          false,
          false,
          MissingNode.getInstance(),
          false,
          false,
          Map.of(),
          Order.SILENCE,
          List.of());
    }

    /** Some times the round trip, so that an event as slow as an answer is still seen. */
    public long quietMillis() {
      return Math.max(200, roundTrip.toMillis() * 4);
    }

    /** Ten times the round trip, so that no answer is given up too soon. */
    public long responseMillis() {
      return Math.max(1_000, roundTrip.toMillis() * 10);
    }
  }

  private Exploration() {}

  /** Logs the first agent in and watches. */
  public static Facts of(Stage stage) {
    Scene scene = new Scene(stage, new Scenario("starting a session", "", 0, List.of(), List.of()));
    try {
      return watch(scene, new Preparation(scene).bring("Alice", Participant.Stage.PREPARED));
    } catch (Stop stop) {
      return Facts.none(Trouble.of(stop, scene));
    } finally {
      scene.close();
    }
  }

  private static Facts failed(Scene scene, Trouble trouble) {
    return Facts.none(trouble.with(scene.wire()).redacted(scene.stage().secrets()));
  }

  private static Facts failed(Scene scene, String found, String lookAt) {
    return failed(scene, new Trouble(Trouble.Step.SESSION, found, lookAt));
  }

  private static Facts watch(Scene scene, Participant alice) {
    Duration timeout = scene.target().timeouts().response();
    long began = scene.stage().micros();
    Answer answer =
        alice
            .line()
            .request(
                Json.write(
                    Json.object()
                        .put("command", "session.start")
                        .put("target", scene.values().written(alice, Alias.SESSION))
                        .set("data", Json.object())),
                timeout);
    Duration roundTrip = Duration.ofNanos((scene.stage().micros() - began) * 1_000);
    if (answer instanceof Answer.Lost lost) {
      return failed(scene, "session.start: " + lost.deviation().text(), lost.lookAt());
    }
    if (answer instanceof Answer.Message message && !Speech.succeeded(message.message())) {
      return failed(
          scene,
          "session.start is answered with " + Excerpt.of(Json.write(message.message()), SHOWN),
          "the code in that answer");
    }
    alice.line().sendBarrier();
    boolean silent = alice.line().awaitBarrier(timeout).isPresent();
    List<ActualEvent> events = new ArrayList<>(alice.takeEvents());
    Duration watch = timeout.compareTo(LONGEST_WATCH) > 0 ? LONGEST_WATCH : timeout;
    alice.line().awaitQuiet(watch);
    List<ActualEvent> late = alice.takeEvents();
    events.addAll(late);
    if (alice.view().target(Alias.CHANNEL).isEmpty()) {
      return failed(scene, Preparation.noChannel(alice, events));
    }
    Order order = silent ? Order.SILENCE : late.isEmpty() ? Order.BARRIER : Order.LATE_EVENTS;
    List<ActualEvent> states =
        events.stream().filter(event -> event.name().endsWith(STATE_EVENT)).toList();
    JsonNode shown =
        states.stream().map(ActualEvent::data).findFirst().orElse(MissingNode.getInstance());
    Dialect dialect = scene.target().dialect();
    JsonNode state = shown.at(dialect.pointer("channel", "state"));
    return new Facts(
        Optional.empty(),
        roundTrip,
        silent ? Optional.empty() : Optional.of(latency(scene, alice.line())),
        alice.view().hasGroup(),
        states.stream().anyMatch(event -> !event.name().equals(STATE_EVENT)),
        shown,
        !state.isMissingNode(),
        state.asText().equals(dialect.value("channel", "state", "ACTIVE")),
        silent ? Map.of() : Refusals.learn(scene, alice),
        order,
        events.stream().map(ActualEvent::name).toList());
  }

  private static Duration latency(Scene scene, AgentLine line) {
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      long began = scene.stage().micros();
      line.sendBarrier();
      line.awaitBarrier(scene.target().timeouts().response());
      micros.add(scene.stage().micros() - began);
    }
    micros.sort(null);
    return Duration.ofNanos(micros.get(SAMPLES / 2) * 1_000);
  }
}
