package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.catalogue.Step;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.scenario.Action;
import io.github.switchhook.conformance.scenario.ContactType;
import io.github.switchhook.conformance.scenario.ExpectedResponse;
import io.github.switchhook.conformance.scenario.RemoteParty;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import io.github.switchhook.conformance.session.AgentConnection;
import io.github.switchhook.conformance.session.Login;
import io.github.switchhook.conformance.verdict.ScenarioResult;
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
public final class ScenarioFileRunner {
  private final ScenarioContext context;
  private final ScenarioFile file;
  private final Preamble preamble;
  private final RequestSender sender;
  private final EventAssertions assertions;
  private final EventWait waiting;
  private final Map<String, String> variables;
  private @Nullable String lastCaller;

  private ScenarioFileRunner(ScenarioContext context, ScenarioFile file) {
    this.context = context;
    this.file = file;
    this.preamble = new Preamble(context);
    this.sender = new RequestSender(context);
    this.assertions = new EventAssertions(context, this::filled);
    this.waiting = new EventWait(context, assertions);
    this.variables = new HashMap<>(file.variables());
  }

  /**
   * Plays a scenario and leaves the target as it was found.
   *
   * @param progress is told each step before it is played
   */
  public static ScenarioResult play(
      RunContext run, ScenarioFile file, Consumer<ScenarioStep> progress) {
    List<Step> steps =
        file.steps().stream().map(step -> new Step("*", step.title(), List.of())).toList();
    ScenarioContext context =
        new ScenarioContext(
            run, new Scenario(file.name(), file.path(), file.line(), List.of(), steps));
    String error = null;
    try {
      new ScenarioFileRunner(context, file).play(progress);
    } catch (ScenarioStoppedException stop) {
      // Why stands in the docket of the scene.
    } catch (RuntimeException e) {
      error = String.valueOf(e.getMessage());
    }
    try {
      context.end();
    } catch (ScenarioStoppedException stop) {
      // As above.
    } catch (RuntimeException e) {
      error = error == null ? String.valueOf(e.getMessage()) : error;
    }
    return context.result(error);
  }

  private void play(Consumer<ScenarioStep> progress) {
    context.begin();
    context.needs(file.needs());
    file.agents()
        .forEach((name, start) -> preamble.bring(PlaceholderValues.capitalized(name), start));
    preamble.absorb();
    for (ScenarioStep step : file.steps()) {
      progress.accept(step);
      assertions.beforeStep();
      perform(step);
      assertions.judge(step);
    }
  }

  private void perform(ScenarioStep step) {
    String label = step.place() + ": " + step.title();
    Action action = step.action();
    if (action instanceof Action.Send send) {
      send(send, label);
    } else if (action instanceof Action.TakeOver over) {
      takeOver(over, label);
    } else if (action instanceof Action.WaitFor wait) {
      keep(wait.keep(), waiting.await(testAgent(wait.agent()), wait, label));
    } else {
      context.steps().begin();
      context.steps().perform(new TestStep(label, null));
      act(action);
    }
  }

  private void act(Action action) {
    if (action instanceof Action.Customer customer) {
      customer(customer);
    } else if (action instanceof Action.PartyActs acts) {
      context.stimulusControl().perform(acts.act().operation(), party(acts.party(), acts.of()));
    } else if (action instanceof Action.HasHeard heard) {
      context
          .stimulusControl()
          .requireHeard(heard.party().words(), party(heard.party(), heard.of()), heard.digits());
    } else if (action instanceof Action.Pass pass) {
      waiting.pass(pass.time());
    } else if (action instanceof Action.SetDispositions set) {
      context
          .stimulusControl()
          .setDispositions(testAgent(set.agent()), ContactType.CALL, set.required(), set.choices());
    } else if (action instanceof Action.Disconnect gone) {
      AgentConnection line = testAgent(gone.agent()).line();
      line.acceptClose();
      line.close();
    }
  }

  private void send(Action.Send send, String label) {
    TestAgent testAgent = testAgent(send.agent());
    Optional<String> target =
        send.to()
            .map(
                words ->
                    ObjectRole.of(words)
                        .map(role -> context.values().written(testAgent, role))
                        .orElseGet(() -> filled(testAgent, words)));
    JsonNode data = Placeholders.fill(send.data(), name -> value(testAgent, name));
    JsonNode answer =
        sender.command(testAgent, testAgent.line(), label, send.command(), target, data);
    assertions.judge(send.reply());
    keep(send.keep(), answer);
  }

  /** What a desktop does that comes back: a new connection, override, and the session starts. */
  private void takeOver(Action.TakeOver over, String label) {
    context.needsPrepareSession();
    TestAgent testAgent = testAgent(over.agent());
    AgentConnection line = context.testAgents().openAnother(testAgent);
    String text = Json.write(Login.credentials(testAgent.agent(), true));
    JsonNode answer = sender.exchange(line, label, text);
    assertions.judge(new ExpectedResponse.Success(null));
    testAgent.prepared(line, answer.at(context.target().dialect().session()));
    context.steps().current().eventsAreJudged();
    sender.command(testAgent, line, label, "session.start", Optional.empty(), Json.object());
    assertions.judge(new ExpectedResponse.Success(null));
  }

  private void customer(Action.Customer customer) {
    TestAgent anyone = testAgent(file.agents().keySet().iterator().next());
    ContactType medium = customer.contact();
    String from = filled(anyone, customer.from());
    String to = customer.to();
    lastCaller = from;
    if (ScenarioFile.AGENTS.contains(to)) {
      TestAgent called = testAgent(to);
      if (medium == ContactType.CALL) {
        called.meets(RemoteParty.FAR_END, from);
      }
      to = medium.endpoint(called.agent());
    }
    context
        .stimulusControl()
        .perform(medium.operation(), Json.object().put("from", from).put("to", filled(anyone, to)));
  }

  /** Names the far end for a stimulus; a call that was passed on keeps the customer who called. */
  private ObjectNode party(RemoteParty party, Optional<String> of) {
    TestAgent testAgent =
        of.map(this::testAgent).orElseGet(() -> context.testAgents().whoMeets(party));
    String address =
        testAgent
            .address(party)
            .or(() -> Optional.ofNullable(lastCaller))
            .orElseThrow(
                () ->
                    context
                        .recorder()
                        .impossible(testAgent.name() + " is in no call with a " + party.words()));
    return Json.object().put("agent", testAgent.agent().extension()).put("address", address);
  }

  private void keep(Map<String, String> keep, JsonNode from) {
    keep.forEach(
        (name, pointer) -> {
          JsonNode value = from.at(JsonPointer.compile(pointer));
          if (!value.isValueNode()) {
            String text = "there is nothing at " + pointer + " to keep as " + name + " in " + from;
            context
                .recorder()
                .record(Aspect.RESPONSE, new Deviation(DeviationKind.WRONG_DATA, text));
          }
          variables.put(name, value.asText());
        });
  }

  private TestAgent testAgent(String name) {
    return context.testAgent(PlaceholderValues.capitalized(name));
  }

  private String filled(TestAgent testAgent, String text) {
    return Placeholders.fill(text, name -> value(testAgent, name));
  }

  private String value(TestAgent testAgent, String name) {
    String variable = variables.get(name);
    return variable == null
        ? context.values().value(testAgent, name)
        : Placeholders.fill(variable, role -> context.values().value(testAgent, role));
  }
}
