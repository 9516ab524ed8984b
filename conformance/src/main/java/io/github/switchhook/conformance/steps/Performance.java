package io.github.switchhook.conformance.steps;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.catalogue.Step;
import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.scenario.Deed;
import io.github.switchhook.conformance.scenario.Reply;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import io.github.switchhook.conformance.scenario.Start;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.wire.Json;
import io.github.switchhook.conformance.wire.Login;
import io.github.switchhook.fixtures.Aspect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays one scenario file, up to the first divergence. It uses the same scene as the step
 * sentences, so that both judge alike. Used by one thread.
 */
public final class Performance {
  private final Scene scene;
  private final ScenarioFile file;
  private final Preparation preparation;
  private final Speech speech;
  private final Sights sights;
  private final Waiting waiting;
  private final Map<String, String> variables;
  private @Nullable String lastCaller;

  private Performance(Scene scene, ScenarioFile file) {
    this.scene = scene;
    this.file = file;
    this.preparation = new Preparation(scene);
    this.speech = new Speech(scene);
    this.sights = new Sights(scene, this::filled);
    this.waiting = new Waiting(scene, sights);
    this.variables = new HashMap<>(file.variables());
  }

  /**
   * Plays a scenario and leaves the target as it was found.
   *
   * @param progress is told each step before it is played
   */
  public static ScenarioResult play(
      Stage stage, ScenarioFile file, Consumer<ScenarioStep> progress) {
    List<Step> steps =
        file.steps().stream().map(step -> new Step("*", step.title(), List.of())).toList();
    Scene scene =
        new Scene(stage, new Scenario(file.name(), file.path(), file.line(), List.of(), steps));
    String error = null;
    try {
      new Performance(scene, file).play(progress);
    } catch (Stop stop) {
      // Why stands in the docket of the scene.
    } catch (RuntimeException e) {
      error = String.valueOf(e.getMessage());
    }
    try {
      scene.end();
    } catch (Stop stop) {
      // As above.
    } catch (RuntimeException e) {
      error = error == null ? String.valueOf(e.getMessage()) : error;
    }
    return scene.result(error);
  }

  private void play(Consumer<ScenarioStep> progress) {
    scene.begin();
    scene.needs(file.needs());
    file.agents()
        .forEach((name, start) -> preparation.bring(Values.capitalized(name), stage(start)));
    preparation.absorb();
    for (ScenarioStep step : file.steps()) {
      progress.accept(step);
      sights.beforeStep();
      perform(step);
      sights.judge(step);
    }
  }

  private void perform(ScenarioStep step) {
    String label = step.place() + ": " + step.title();
    Deed deed = step.deed();
    if (deed instanceof Deed.Send send) {
      send(send, label);
    } else if (deed instanceof Deed.TakeOver over) {
      takeOver(over, label);
    } else if (deed instanceof Deed.WaitFor wait) {
      keep(wait.keep(), waiting.await(participant(wait.agent()), wait, label));
    } else {
      scene.acts().begin();
      scene.acts().perform(new Act(label, null));
      act(deed);
    }
  }

  private void act(Deed deed) {
    if (deed instanceof Deed.Customer customer) {
      customer(customer);
    } else if (deed instanceof Deed.PartyActs acts) {
      scene.steering().perform(acts.act().operation(), party(acts.party(), acts.of()));
    } else if (deed instanceof Deed.HasHeard heard) {
      scene
          .steering()
          .requireHeard(heard.party().words(), party(heard.party(), heard.of()), heard.digits());
    } else if (deed instanceof Deed.Pass pass) {
      waiting.pass(pass.time());
    } else if (deed instanceof Deed.SetDispositions set) {
      scene
          .steering()
          .setDispositions(participant(set.agent()), Medium.CALL, set.required(), set.choices());
    } else if (deed instanceof Deed.Disconnect gone) {
      AgentLine line = participant(gone.agent()).line();
      line.acceptClose();
      line.close();
    }
  }

  private void send(Deed.Send send, String label) {
    Participant participant = participant(send.agent());
    Optional<String> target =
        send.to()
            .map(
                words ->
                    Alias.of(words)
                        .map(alias -> scene.values().written(participant, alias))
                        .orElseGet(() -> filled(participant, words)));
    JsonNode data = Placeholders.fill(send.data(), name -> value(participant, name));
    JsonNode answer =
        speech.command(participant, participant.line(), label, send.command(), target, data);
    sights.judge(send.reply());
    keep(send.keep(), answer);
  }

  /** What a desktop does that comes back: a new connection, override, and the session starts. */
  private void takeOver(Deed.TakeOver over, String label) {
    scene.needsPrepareSession();
    Participant participant = participant(over.agent());
    AgentLine line = scene.participants().openAnother(participant);
    String text = Json.write(Login.credentials(participant.agent(), true));
    JsonNode answer = speech.exchange(line, label, text);
    sights.judge(new Reply.Success(null));
    participant.prepared(line, answer.at(scene.target().dialect().session()));
    scene.acts().current().eventsAreJudged();
    speech.command(participant, line, label, "session.start", Optional.empty(), Json.object());
    sights.judge(new Reply.Success(null));
  }

  private void customer(Deed.Customer customer) {
    Participant anyone = participant(file.agents().keySet().iterator().next());
    Medium medium = Medium.of(customer.contact().words());
    String from = filled(anyone, customer.from());
    String to = customer.to();
    lastCaller = from;
    if (ScenarioFile.AGENTS.contains(to)) {
      Participant called = participant(to);
      if (medium == Medium.CALL) {
        called.meets(Participant.Party.FAR_END, from);
      }
      to = medium.endpoint(called.agent());
    }
    scene
        .steering()
        .perform(medium.operation(), Json.object().put("from", from).put("to", filled(anyone, to)));
  }

  /** Names the far end for a stimulus; a call that was passed on keeps the customer who called. */
  private ObjectNode party(Deed.Party party, Optional<String> of) {
    Participant.Party place = Participant.Party.valueOf(party.name());
    Participant participant =
        of.map(this::participant).orElseGet(() -> scene.participants().whoMeets(place));
    String address =
        participant
            .address(place)
            .or(() -> Optional.ofNullable(lastCaller))
            .orElseThrow(
                () ->
                    scene
                        .charges()
                        .impossible(participant.name() + " is in no call with a " + party.words()));
    return Json.object().put("agent", participant.agent().extension()).put("address", address);
  }

  private void keep(Map<String, String> keep, JsonNode from) {
    keep.forEach(
        (name, pointer) -> {
          JsonNode value = from.at(JsonPointer.compile(pointer));
          if (!value.isValueNode()) {
            String text = "there is nothing at " + pointer + " to keep as " + name + " in " + from;
            scene.charges().charge(Aspect.RESPONSE, new Deviation(DeviationKind.WRONG_DATA, text));
          }
          variables.put(name, value.asText());
        });
  }

  private Participant participant(String name) {
    return scene.participant(Values.capitalized(name));
  }

  private String filled(Participant participant, String text) {
    return Placeholders.fill(text, name -> value(participant, name));
  }

  private String value(Participant participant, String name) {
    String variable = variables.get(name);
    return variable == null
        ? scene.values().value(participant, name)
        : Placeholders.fill(variable, role -> scene.values().value(participant, role));
  }

  private static Participant.Stage stage(Start start) {
    return Participant.Stage.valueOf(start.name());
  }
}
