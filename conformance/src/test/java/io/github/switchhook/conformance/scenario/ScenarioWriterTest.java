package io.github.switchhook.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.protocol.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioWriterTest {
  private static final JsonNode DATA = Json.object().put("destination", "7002");
  private static final ExpectedEvent EVENT =
      new ExpectedEvent("state.updated", "conversation", Map.of("state", "HELD"));
  private static final Map<String, String> KEEP = Map.of("kept", "/data/state");

  private static final List<Action> ACTIONS =
      List.of(
          send(new ExpectedResponse.Success(null)),
          send(new ExpectedResponse.Success(DATA)),
          send(new ExpectedResponse.Confirm(null)),
          send(new ExpectedResponse.Confirm(DATA)),
          send(new ExpectedResponse.Refusal("invalid-state")),
          send(new ExpectedResponse.Any()),
          new Action.Disconnect("alice"),
          new Action.TakeOver("alice"),
          new Action.Customer(ContactType.CHAT, "5559000", "alice"),
          new Action.PartyActs(RemoteParty.CONSULTED, Optional.of("alice"), PartyAct.HANGS_UP),
          new Action.HasHeard(RemoteParty.FAR_END, Optional.empty(), "12#"),
          new Action.Pass(Duration.ofSeconds(90)),
          new Action.WaitFor("alice", EVENT, Duration.ofMillis(2500), KEEP),
          new Action.SetDispositions("alice", true, Map.of("1", "Sold: yes")));

  private static final List<ExpectedEvents> EXPECTED =
      List.of(
          new ExpectedEvents.Exactly(List.of()),
          new ExpectedEvents.Exactly(List.of(EVENT, EVENT)),
          new ExpectedEvents.Among(List.of(EVENT), List.of(EVENT)));

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void everyActionIsReadBackAsItWasWritten() throws IOException {
    assertThat(ACTIONS.stream().map(Object::getClass).distinct())
        .as("a sample of each action")
        .containsExactlyInAnyOrder(Action.class.getPermittedSubclasses());

    assertThat(readBack(ACTIONS.stream().map(action -> step(action, Map.of()))))
        .extracting(ScenarioStep::action)
        .isEqualTo(ACTIONS);
  }

  @Test
  void everyExpectationIsReadBackAsItWasWritten() throws IOException {
    assertThat(EXPECTED.stream().map(Object::getClass).distinct())
        .as("a sample of each expectation")
        .containsExactlyInAnyOrder(ExpectedEvents.class.getPermittedSubclasses());

    Action pass = new Action.Pass(Duration.ofSeconds(1));
    assertThat(readBack(EXPECTED.stream().map(sees -> step(pass, Map.of("alice", sees)))))
        .extracting(step -> step.sees().get("alice"))
        .isEqualTo(EXPECTED);
  }

  private List<ScenarioStep> readBack(Stream<ScenarioStep> steps) throws IOException {
    Map<String, AgentStage> agents = Map.of("alice", AgentStage.READY);
    ScenarioFile scenario =
        new ScenarioFile("All", "x", 1, Set.of(), agents, Map.of(), steps.toList());
    Path file = Files.writeString(folder.resolve("all.yaml"), ScenarioWriter.write(scenario));
    return ScenarioReader.load(file).get(0).steps();
  }

  private static ScenarioStep step(Action action, Map<String, ExpectedEvents> sees) {
    return new ScenarioStep(action.title(), "x", action, sees, List.of());
  }

  private static Action send(ExpectedResponse reply) {
    return new Action.Send(
        "alice", "interaction.consult", Optional.of("interaction"), DATA, reply, KEEP);
  }
}
