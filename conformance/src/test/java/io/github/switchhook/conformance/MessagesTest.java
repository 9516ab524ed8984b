package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.htmlformatter.MessagesToHtmlWriter;
import io.cucumber.messages.NdjsonToMessageIterable;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.ndjson.Serializer;
import io.cucumber.messages.types.Attachment;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.TestCase;
import io.cucumber.messages.types.TestCaseFinished;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepResultStatus;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Ordering;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.runner.WorkerPlan;
import io.github.switchhook.conformance.session.Limits;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reads messages.ndjson back with Cucumber's own classes. */
@Timeout(120)
class MessagesTest {
  private final StringBuilder lines = new StringBuilder();

  private RunOptions options(String... only) {
    return new RunOptions(
        List.of(only),
        Shard.WHOLE,
        false,
        0,
        result -> {},
        Optional.of(lines::append),
        Limits.DEFAULT);
  }

  @Test
  void twoLanesMakeOneStream() throws IOException {
    try (Simulator one = Simulator.start(SimulatorOptions.standard());
        Simulator two = Simulator.start(SimulatorOptions.standard())) {
      Report report =
          Kit.load()
              .run(
                  WorkerPlan.ofSwitches(List.of(worker(one), worker(two))),
                  options("channel.dial", "conversation.hold", "interaction.consult"));

      List<Envelope> messages = messages();
      List<TestCase> cases = all(messages, Envelope::getTestCase);
      Set<String> pickles = ids(all(messages, Envelope::getPickle), Pickle::getId);
      assertThat(cases)
          .hasSize((int) report.scenarios().stream().filter(r -> !r.wire().isEmpty()).count())
          .allMatch(testCase -> pickles.contains(testCase.getPickleId()));
      assertThat(ids(cases, TestCase::getPickleId)).as("each once").hasSameSizeAs(cases);
      List<TestCaseStarted> started = all(messages, Envelope::getTestCaseStarted);
      assertThat(started.stream().map(TestCaseStarted::getTestCaseId))
          .containsExactlyElementsOf(cases.stream().map(TestCase::getId).toList());
      assertThat(all(messages, Envelope::getTestCaseFinished))
          .extracting(TestCaseFinished::getTestCaseStartedId)
          .containsExactlyElementsOf(started.stream().map(TestCaseStarted::getId).toList());
      assertThat(unknownReferences(messages, cases)).isEmpty();
      assertThat(all(messages, Envelope::getMeta)).hasSize(1);
      assertThat(all(messages, Envelope::getTestRunStarted)).hasSize(1);
      assertThat(all(messages, Envelope::getTestRunFinished)).hasSize(1);
      assertThat(messages.get(messages.size() - 1).getTestRunFinished().orElseThrow().getSuccess())
          .isTrue();
      assertThat(html(messages)).contains("<html", "Dialling");
    }
  }

  @Test
  void saysWhatWasFoundAndNoSecret() throws IOException {
    FakeSwitch fake = FakeSwitch.withFault("channel.dial", sent -> sent.subList(0, 4));
    KitFixture.run(fake, KitFixture.target(new Ordering.ByBarrier(), Dialect.PLAIN), options());

    List<Envelope> messages = messages();
    assertThat(all(messages, Envelope::getTestStepFinished))
        .extracting(step -> step.getTestStepResult().getStatus())
        .contains(TestStepResultStatus.FAILED);
    assertThat(all(messages, Envelope::getAttachment))
        .extracting(Attachment::getBody)
        .anyMatch(body -> body.startsWith("FAIL ") && body.contains("missing: "));
    assertThat(messages.get(messages.size() - 1).getTestRunFinished().orElseThrow().getSuccess())
        .isFalse();
    assertThat(lines.toString()).doesNotContain("sesame", "header-secret");
  }

  @Test
  void whatIsNotSupportedIsSkipped() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      Target target = Target.standard("no far ends", simulator.uri());
      Kit.load().run(WorkerPlan.of(target, Stimulus.none()), options("conversation.answer"));

      assertThat(all(messages(), Envelope::getTestStepFinished))
          .extracting(TestStepFinished::getTestStepResult)
          .extracting(result -> result.getStatus())
          .contains(TestStepResultStatus.SKIPPED)
          .doesNotContain(TestStepResultStatus.FAILED);
    }
  }

  private static WorkerPlan.Worker worker(Simulator simulator) {
    return new WorkerPlan.Worker(
        Target.standard("simulator", simulator.uri()), SimulatorTest.stimulus(simulator.control()));
  }

  private List<Envelope> messages() throws IOException {
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    List<Envelope> messages = new ArrayList<>();
    try (NdjsonToMessageIterable read =
        new NdjsonToMessageIterable(new ByteArrayInputStream(bytes), new Deserializer())) {
      read.forEach(messages::add);
    }
    return messages;
  }

  /** Returns Cucumber's own report of the messages. */
  private static String html(List<Envelope> messages) throws IOException {
    ByteArrayOutputStream html = new ByteArrayOutputStream();
    try (MessagesToHtmlWriter writer =
        MessagesToHtmlWriter.builder(new Serializer()::writeValue).build(html)) {
      for (Envelope message : messages) {
        writer.write(message);
      }
    }
    return html.toString(StandardCharsets.UTF_8);
  }

  private static Set<String> unknownReferences(List<Envelope> messages, List<TestCase> cases) {
    Set<String> known = new HashSet<>();
    messages.forEach(
        message -> {
          message.getHook().ifPresent(hook -> known.add(hook.getId()));
          message.getStepDefinition().ifPresent(step -> known.add(step.getId()));
        });
    return cases.stream()
        .flatMap(testCase -> testCase.getTestSteps().stream())
        .flatMap(
            step ->
                Stream.concat(
                    step.getHookId().stream(),
                    step.getStepDefinitionIds().orElse(List.of()).stream()))
        .filter(id -> !known.contains(id))
        .collect(Collectors.toSet());
  }

  private static <T> List<T> all(List<Envelope> messages, Function<Envelope, Optional<T>> kind) {
    return messages.stream().flatMap(message -> kind.apply(message).stream()).toList();
  }

  private static <T> Set<String> ids(List<T> all, Function<T, String> id) {
    return all.stream().map(id).collect(Collectors.toSet());
  }
}
