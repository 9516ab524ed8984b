package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.match.Deviation;
import io.github.switchhook.conformance.match.DeviationKind;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.scenario.Action;
import io.github.switchhook.conformance.scenario.ActionVisitor;
import io.github.switchhook.conformance.scenario.ContactType;
import io.github.switchhook.conformance.scenario.ExpectedResponse;
import io.github.switchhook.conformance.scenario.RemoteParty;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioStep;
import io.github.switchhook.conformance.session.AgentConnection;
import io.github.switchhook.conformance.session.Login;
import io.github.switchhook.fixtures.Aspect;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Performs what the steps of a scenario file do, each as a step of its own, and judges the answers
 * to commands. Keeps the scenario's variables. Used by one thread.
 */
final class ActionPerformer {
  private final ScenarioContext context;
  private final ScenarioFile file;
  private final RequestSender sender;
  private final EventAssertions assertions;
  private final EventWait waiting;
  private final Map<String, String> variables;
  private @Nullable String lastCaller;

  ActionPerformer(ScenarioContext context, ScenarioFile file) {
    this.context = context;
    this.file = file;
    this.sender = new RequestSender(context);
    this.assertions = new EventAssertions(context, this::filled);
    this.waiting = new EventWait(context, assertions);
    this.variables = new HashMap<>(file.variables());
  }

  /** Performs a step and judges all that came of it. */
  void play(ScenarioStep step) {
    assertions.beforeStep();
    TestStep performed = step.action().accept(new Performing(step.place() + ": " + step.title()));
    assertions.judge(step, performed);
  }

  /** Names the far end for a stimulus; a call that was passed on keeps its customer. */
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
    return context.testAgent(AgentNames.inSentence(name));
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

  /** Performs one action; each method returns the step as which it was performed. */
  private final class Performing implements ActionVisitor<TestStep> {
    private final String label;

    Performing(String label) {
      this.label = label;
    }

    @Override
    public TestStep send(Action.Send send) {
      assertions.forgetRecent();
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
      return context.steps().current();
    }

    @Override
    public TestStep disconnect(Action.Disconnect disconnect) {
      return beside(
          () -> {
            AgentConnection line = testAgent(disconnect.agent()).line();
            line.acceptClose();
            line.close();
          });
    }

    /**
     * Reconnects as a restarted desktop does: new connection, {@code override}, {@code
     * session.start}.
     */
    @Override
    public TestStep takeOver(Action.TakeOver takeOver) {
      assertions.forgetRecent();
      context.needsPrepareSession();
      TestAgent testAgent = testAgent(takeOver.agent());
      AgentConnection line = context.testAgents().openAnother(testAgent);
      String text = Json.write(Login.credentials(testAgent.agent(), true));
      JsonNode answer = sender.exchange(line, label, text);
      assertions.judge(new ExpectedResponse.Success(null));
      testAgent.prepared(line, answer.at(context.target().dialect().session()));
      context.steps().current().eventsAreJudged();
      sender.command(
          testAgent, line, label, Commands.SESSION_START, Optional.empty(), Json.object());
      assertions.judge(new ExpectedResponse.Success(null));
      return context.steps().current();
    }

    @Override
    public TestStep customer(Action.Customer customer) {
      return beside(
          () -> {
            TestAgent first = testAgent(file.agents().keySet().iterator().next());
            String from = filled(first, customer.from());
            String to = customer.to();
            lastCaller = from;
            if (AgentNames.IDS.contains(to)) {
              TestAgent called = testAgent(to);
              if (customer.contact() == ContactType.CALL) {
                called.meets(RemoteParty.FAR_END, from);
              }
              to = customer.contact().endpoint(called.agent());
            }
            context
                .stimulusControl()
                .perform(
                    customer.contact().operation(),
                    Json.object().put("from", from).put("to", filled(first, to)));
          });
    }

    @Override
    public TestStep partyActs(Action.PartyActs acts) {
      return beside(
          () ->
              context
                  .stimulusControl()
                  .perform(acts.act().operation(), party(acts.party(), acts.of())));
    }

    @Override
    public TestStep hasHeard(Action.HasHeard heard) {
      return beside(
          () ->
              context
                  .stimulusControl()
                  .requireHeard(
                      heard.party().words(), party(heard.party(), heard.of()), heard.digits()));
    }

    @Override
    public TestStep pass(Action.Pass pass) {
      return beside(() -> waiting.pass(pass.time()));
    }

    @Override
    public TestStep waitFor(Action.WaitFor wait) {
      keep(wait.keep(), waiting.await(testAgent(wait.agent()), wait, label));
      return context.steps().current();
    }

    @Override
    public TestStep setDispositions(Action.SetDispositions set) {
      return beside(
          () ->
              context
                  .stimulusControl()
                  .setDispositions(
                      testAgent(set.agent()), ContactType.CALL, set.required(), set.choices()));
    }

    /** Performs what no agent sends. */
    private TestStep beside(Runnable act) {
      assertions.forgetRecent();
      context.steps().begin();
      TestStep step = new TestStep(label, null);
      context.steps().perform(step);
      act.run();
      return step;
    }
  }
}
