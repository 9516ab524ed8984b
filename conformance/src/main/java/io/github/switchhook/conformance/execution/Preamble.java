package io.github.switchhook.conformance.execution;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.switchhook.conformance.match.ActualEvent;
import io.github.switchhook.conformance.profile.Channels;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.scenario.AgentStage;
import io.github.switchhook.conformance.scenario.Situation;
import io.github.switchhook.conformance.verdict.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings agents into the situation that a scenario begins with. What it cannot reach makes the
 * scenario inconclusive: whether the target is right about these steps is judged by other
 * scenarios.
 */
public final class Preamble {
  private final ScenarioContext context;
  private final PreambleRequests requests;

  public Preamble(ScenarioContext context) {
    this.context = context;
    this.requests = new PreambleRequests(context);
  }

  /** Brings an agent at least this far. */
  public TestAgent bring(String name, AgentStage stage) {
    TestAgent testAgent = context.testAgent(name);
    if (testAgent.stage().compareTo(stage) >= 0) {
      return testAgent;
    }
    switch (stage) {
      case CONNECTED -> {
        // Opening the connection is enough.
      }
      case PREPARED -> prepare(bring(name, AgentStage.CONNECTED));
      case LOGGED_IN -> start(bring(name, AgentStage.PREPARED));
      case READY -> {
        bring(name, AgentStage.LOGGED_IN);
        if (!context.target().channels().activeAtStart()) {
          activate(testAgent, ObjectRole.CHANNEL);
        }
      }
    }
    testAgent.reached(stage);
    return testAgent;
  }

  private void activate(TestAgent testAgent, ObjectRole channel) {
    move(
        testAgent,
        Commands.CHANNEL_ACTIVATE,
        channel,
        Json.write(context.target().channels().activation()));
  }

  /** Makes an agent ready for what comes to a queue. */
  public void joinQueue(String name, String queue) {
    TestAgent testAgent = bring(name, AgentStage.LOGGED_IN);
    String data = "{\"channeloptions\":{\"queue\":\"" + queue + "\"}}";
    move(testAgent, Commands.CHANNEL_ACTIVATE, ObjectRole.CHANNEL, data);
    testAgent.reached(AgentStage.READY);
  }

  /**
   * Lets an agent add a channel with an endpoint that is another agent's, where the target does.
   */
  public void addChannelAt(String name, String endpoint) {
    TestAgent testAgent = bring(name, AgentStage.LOGGED_IN);
    requests.sendIfSupported(
        testAgent,
        Commands.SESSION_ADD_CHANNEL,
        ObjectRole.SESSION,
        context
            .values()
            .fillJson(
                testAgent,
                "{\"channel\":{\"endpoint\":\"" + endpoint + "\",\"type\":\"Telephony\"}}"),
        "the target lets no agent have a channel with the extension of another one");
    absorb();
  }

  /** Brings an agent into a situation. */
  public void bring(String name, Situation situation) {
    needsCapability(situation);
    TestAgent testAgent = bring(name, AgentStage.READY);
    situation.from().ifPresent(from -> bring(name, from));
    situation.command().ifPresent(command -> move(testAgent, situation, command));
    situation
        .contact()
        .ifPresent(
            medium -> {
              context
                  .externalParties()
                  .contact(medium, context.values().caller(), testAgent, Json.object());
              absorb();
            });
    check(testAgent, situation);
  }

  private void move(TestAgent testAgent, Situation situation, String command) {
    ObjectRole addressed = situation.addressed();
    Channels channels = context.target().channels();
    if (situation.addedType().filter(channels::begin).isPresent()
        || (command.equals(Commands.CHANNEL_ACTIVATE)
            && situation.data().equals("{}")
            && testAgent.view().isNot(addressed, "state", "ACTIVE").isEmpty()
            && testAgent.view().value(addressed, "state").isPresent())) {
      return;
    }
    if (command.equals(Commands.CHANNEL_ACTIVATE) && situation.data().equals("{}")) {
      activate(testAgent, addressed);
    } else {
      move(testAgent, command, addressed, situation.data());
    }
  }

  /** Brings two agents into a situation in which the second is a party of the first's call. */
  public void bring(String name, Situation situation, String partner) {
    needsCapability(situation);
    TestAgent testAgent = bring(name, AgentStage.READY);
    bring(partner, AgentStage.READY);
    switch (situation) {
      case CALL -> connect(testAgent, Commands.CHANNEL_DIAL, ObjectRole.CHANNEL, partner);
      case CONSULTING -> {
        bring(name, Situation.CALL);
        connect(testAgent, Commands.INTERACTION_CONSULT, ObjectRole.INTERACTION, partner);
      }
      case CONFERENCE -> {
        bring(name, Situation.CONSULTING, partner);
        move(testAgent, Commands.INTERACTION_CONSULT_CONFERENCE, ObjectRole.INTERACTION, "{}");
      }
      default ->
          throw new IllegalArgumentException(
              "no agent has " + situation.phrase() + " with another agent");
    }
    check(testAgent, situation);
  }

  /** Lets an agent dial; the call must begin as the feature about dialling says. */
  public void dial(String name, String destination) {
    TestAgent testAgent = bring(name, AgentStage.READY);
    absorb();
    requests.send(
        testAgent,
        Commands.CHANNEL_DIAL,
        ObjectRole.CHANNEL,
        context.values().fillJson(testAgent, "{\"destination\":\"" + destination + "\"}"),
        false);
    context.steps().settle();
    context.eventTables().begins(testAgent, InteractionStart.DIALLED_CALL, destination);
  }

  /** Lets a customer do something; what the agents see of it is not judged here. */
  public void customer(Runnable action) {
    absorb();
    action.run();
    context.steps().settle();
  }

  private void needsCapability(Situation situation) {
    situation
        .capability()
        .filter(needed -> !context.target().capabilities().contains(needed))
        .ifPresent(
            needed -> {
              throw context.stop(
                  Verdict.NOT_SUPPORTED,
                  situation.phrase() + " needs " + needed + ", which the target does not declare");
            });
  }

  private void connect(TestAgent from, String command, ObjectRole addressed, String to) {
    TestAgent partner = context.testAgent(to);
    String data = "{\"destination\":\"" + partner.agent().extension() + "\"}";
    move(from, command, addressed, data);
    move(partner, Commands.CONVERSATION_ANSWER, ObjectRole.CONVERSATION, "{}");
  }

  private void check(TestAgent testAgent, Situation situation) {
    situation
        .missedIn(testAgent.view())
        .ifPresent(
            missed -> {
              throw context.stop(
                  Verdict.INCONCLUSIVE,
                  testAgent.name()
                      + " could not be brought to have "
                      + situation.phrase()
                      + ": "
                      + missed);
            });
  }

  /** Reads everything that the preparation caused; none of it is judged. */
  public void absorb() {
    context.steps().settle();
    context.testAgents().forEach(TestAgent::takeEvents);
  }

  private void prepare(TestAgent testAgent) {
    String session =
        testAgent
            .line()
            .logIn(context.target(), testAgent.agent())
            .sessionOrThrow(
                refused ->
                    requests.failedLogin(
                        new LoginFailure(
                            LoginFailure.LoginStep.LOGIN,
                            testAgent.name() + " could not log in: " + refused.why(),
                            refused.lookAt())));
    testAgent.prepared(testAgent.line(), TextNode.valueOf(session));
  }

  private void start(TestAgent testAgent) {
    List<ActualEvent> events = move(testAgent, Commands.SESSION_START, ObjectRole.SESSION, "{}");
    if (testAgent.view().target(ObjectRole.CHANNEL).isEmpty()) {
      throw requests.failedLogin(noChannel(testAgent, events));
    }
    context.run().loginSucceeded();
    context.allowance().isLoggedIn();
  }

  /** Returns the failure of a session that started without an event about its channel. */
  public static LoginFailure noChannel(TestAgent testAgent, List<ActualEvent> events) {
    String names = events.stream().map(ActualEvent::name).collect(Collectors.joining(", "));
    return new LoginFailure(
        LoginFailure.LoginStep.SESSION,
        testAgent.name()
            + " logged in and session.start succeeded, but "
            + (events.isEmpty() ? "no event came" : "what came was " + names)
            + "; expected channel.created on an object of the session",
        events.isEmpty()
            ? "whether the target sends events to the connection that logged in, and whether"
                + " ignore in the profile matches them"
            : "envelope: {receive}, which says where name and target stand, and dialect");
  }

  /** Returns the events that the agent saw, none of which is judged. */
  private List<ActualEvent> move(
      TestAgent testAgent, String command, ObjectRole addressed, String json) {
    boolean alone = context.steps().settlesAlone();
    requests.send(testAgent, command, addressed, context.values().fillJson(testAgent, json), alone);
    if (!alone) {
      context.steps().settle();
    }
    List<ActualEvent> brought = testAgent.takeEvents();
    if (!alone) {
      context.testAgents().forEach(TestAgent::takeEvents);
    }
    return brought;
  }
}
