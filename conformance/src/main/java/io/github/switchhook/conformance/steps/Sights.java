package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.match.Request;
import io.github.switchhook.conformance.match.ResponseCheck;
import io.github.switchhook.conformance.match.SequenceComparison;
import io.github.switchhook.conformance.scenario.Deed;
import io.github.switchhook.conformance.scenario.Reply;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import io.github.switchhook.conformance.scenario.Sight;
import io.github.switchhook.conformance.scenario.Vocabulary;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.text.Excerpt;
import io.github.switchhook.fixtures.Aspect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges what a step of a scenario file brought: answers, events, states. */
final class Sights {
  /** So many events are shown, and so much of each. */
  private static final int MOST_LINES = 100;

  private static final int WIDEST = 300;

  private final Scene scene;
  private final BiFunction<Participant, String, String> filler;
  private final Map<Participant, List<ActualEvent>> recent = new HashMap<>();
  private @Nullable ScenarioStep last;

  Sights(Scene scene, BiFunction<Participant, String, String> filler) {
    this.scene = scene;
    this.filler = filler;
  }

  /** What came after the last step is late only for an agent whose events were told exactly. */
  void beforeStep() {
    ScenarioStep before = last;
    scene
        .participants()
        .forEach(
            participant -> {
              participant.lines().forEach(AgentLine::absorbWaiting);
              boolean exact = before != null && sight(before, participant) instanceof Sight.Exactly;
              if (!exact) {
                recent(participant).addAll(participant.takeEvents());
              }
            });
  }

  void judge(Reply reply) {
    Act act = scene.acts().current();
    act.answerIsJudged();
    Act.Exchange exchange = act.exchange().orElseThrow();
    if (exchange.answer() instanceof Answer.Lost lost) {
      scene.charges().answer(Aspect.RESPONSE, List.of(lost.deviation()));
      return;
    }
    Request request = exchange.request();
    JsonNode response = ((Answer.Message) exchange.answer()).message();
    scene.charges().answer(Aspect.RESPONSE, deviations(reply, request, response));
  }

  private List<Deviation> deviations(Reply reply, Request request, JsonNode response) {
    List<Deviation> found = new ArrayList<>();
    if (reply instanceof Reply.Success success) {
      found.addAll(ResponseCheck.success(request, response, ResponseCheck.Data.OWN));
      addData(found, success.data(), response);
    } else if (reply instanceof Reply.Confirm confirm) {
      found.addAll(ResponseCheck.confirm(request, response));
      addData(found, confirm.data(), response);
    } else if (reply instanceof Reply.Refusal refusal) {
      found.addAll(
          ResponseCheck.failure(request, response, !refusal.code().equals("malformed-message")));
      if (found.isEmpty()) {
        found.addAll(ResponseCheck.code(refusal.code(), response, scene.target().dialect()));
      }
    }
    return found;
  }

  private static void addData(
      List<Deviation> found, @Nullable JsonNode expected, JsonNode response) {
    if (expected != null && found.isEmpty()) {
      found.addAll(ResponseCheck.data(expected, response));
    }
  }

  /** Judges what the agents saw and which states that left. */
  void judge(ScenarioStep step) {
    Act act = scene.acts().current();
    if (!act.isSettled()) {
      scene.acts().settle();
    }
    act.eventsAreJudged();
    Map<Participant, List<ActualEvent>> came = new LinkedHashMap<>();
    scene
        .participants()
        .forEach(
            participant -> {
              List<ActualEvent> events = participant.takeEvents();
              came.put(participant, events);
              act.judge(participant);
              if (step.deed() instanceof Deed.WaitFor) {
                recent(participant).addAll(events);
              } else {
                recent.put(participant, new ArrayList<>(events));
              }
            });
    last = step;
    came.forEach((participant, events) -> judge(participant, sight(step, participant), events));
    step.states().forEach(this::judge);
  }

  private static @Nullable Sight sight(ScenarioStep step, Participant participant) {
    return step.sees().get(participant.name().toLowerCase(Locale.ROOT));
  }

  private void judge(Participant participant, @Nullable Sight sight, List<ActualEvent> events) {
    if (sight instanceof Sight.Exactly exactly) {
      List<ExpectedEvent> expected =
          exactly.events().stream().map(event -> filled(participant, event)).toList();
      scene.charges().events(participant, expected, events);
    } else if (sight instanceof Sight.Among among) {
      List<Deviation> found = new ArrayList<>();
      int next = 0;
      for (ExpectedEvent wanted : among.contains()) {
        ExpectedEvent expected = filled(participant, wanted);
        int at = indexOf(expected, events, next);
        if (at < 0) {
          found.add(
              new Deviation(DeviationKind.MISSING, Vocabulary.write(expected) + " did not come"));
        } else {
          next = at + 1;
        }
      }
      for (ExpectedEvent unwanted : among.never()) {
        ExpectedEvent expected = filled(participant, unwanted);
        if (indexOf(expected, events, 0) >= 0) {
          found.add(
              new Deviation(
                  DeviationKind.EXTRA, Vocabulary.write(expected) + " came, and must not"));
        }
      }
      charge("what " + participant.name() + " sees", found, events);
    }
  }

  /** Charges what was found, if anything, beside what came. */
  void charge(String what, List<Deviation> found, List<ActualEvent> events) {
    if (!found.isEmpty()) {
      String list =
          events.isEmpty()
              ? "nothing came"
              : "what came:\n"
                  + events.stream()
                      .limit(MOST_LINES)
                      .map(Sights::shown)
                      .collect(Collectors.joining("\n"))
                  + (events.size() > MOST_LINES
                      ? "\n  and " + (events.size() - MOST_LINES) + " more"
                      : "");
      scene
          .charges()
          .charge(Aspect.EVENTS, found, what + "\n" + Charges.lines(found) + "\n" + list);
    }
  }

  private static String shown(ActualEvent event) {
    String object = event.objects().isEmpty() ? event.target() : event.objects().get(0);
    String state = event.data().path("state").asText();
    String line = event.name() + " " + object + (state.isEmpty() ? "" : " state=" + state);
    return "  " + Escape.line(Excerpt.of(line, WIDEST));
  }

  private void judge(ScenarioStep.StateCheck check) {
    Participant participant = scene.participant(Values.capitalized(check.agent()));
    Optional<String> actual = participant.view().value(check.object(), check.column());
    String expected =
        participant
            .view()
            .spelled(check.object(), check.column(), filler.apply(participant, check.value()));
    if (!actual.equals(Optional.of(expected))) {
      String text =
          check.agent()
              + "'s "
              + check.object().words()
              + ": "
              + check.column()
              + " is "
              + actual.orElse("not known")
              + ", expected "
              + expected;
      scene.charges().charge(Aspect.EVENTS, new Deviation(DeviationKind.WRONG_STATE, text));
    }
  }

  /** Returns where the first event stands that agrees, or -1. */
  int indexOf(ExpectedEvent expected, List<ActualEvent> events, int from) {
    for (int i = from; i < events.size(); i++) {
      if (SequenceComparison.of(List.of(expected), List.of(events.get(i)), scene.target().dialect())
          .exact()) {
        return i;
      }
    }
    return -1;
  }

  /** Fills in what a row means on this target. */
  ExpectedEvent filled(Participant participant, ExpectedEvent event) {
    Map<String, String> cells = new LinkedHashMap<>();
    event.cells().forEach((column, value) -> cells.put(column, filler.apply(participant, value)));
    return new ExpectedEvent(event.name(), event.on(), cells);
  }

  /** Returns what an agent has seen lately, for whoever waits for something. */
  List<ActualEvent> recent(Participant participant) {
    return recent.computeIfAbsent(participant, p -> new ArrayList<>());
  }
}
