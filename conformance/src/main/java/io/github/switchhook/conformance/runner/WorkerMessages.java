package io.github.switchhook.conformance.runner;

import io.cucumber.messages.types.Attachment;
import io.cucumber.messages.types.AttachmentContentEncoding;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Hook;
import io.cucumber.messages.types.StepDefinition;
import io.cucumber.messages.types.TestCase;
import io.cucumber.messages.types.TestStep;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepResult;
import io.cucumber.messages.types.TestStepResultStatus;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.github.switchhook.conformance.execution.ScenarioStoppedException;
import io.github.switchhook.conformance.profile.Secrets;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Passes a worker's Cucumber messages on to the stream. Findings are attached to the step that made
 * them; a scenario that the target does not support is skipped there, not failed. Used by one
 * thread.
 */
final class WorkerMessages implements ConcurrentEventListener {
  private static final String LOG = "text/x.cucumber.log+plain";

  private final ScenarioListener listener;
  private final Secrets secrets;
  private final MessagesWriter stream;
  private final ResultCollector collector;

  /** The messages held back until the opening or the scenario is complete. */
  private final List<Envelope> held = new ArrayList<>();

  private final Map<String, String> ids = new HashMap<>();
  private Map<String, String> renamed = Map.of();
  private boolean opened;
  private int told;

  WorkerMessages(
      ScenarioListener listener,
      Secrets secrets,
      MessagesWriter stream,
      ResultCollector collector) {
    this.collector = collector;
    this.listener = listener;
    this.secrets = secrets;
    this.stream = stream;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(Envelope.class, message -> collector.guard(() -> take(message)));
  }

  private void take(Envelope message) {
    message.getStepDefinition().ifPresent(step -> ids.put(sentence(step), step.getId()));
    message.getHook().ifPresent(hook -> ids.put(method(hook), hook.getId()));
    if (message.getTestCase().isPresent()) {
      begin(message.getTestCase().get());
    } else if (message.getTestStepFinished().isPresent()) {
      finish(message.getTestStepFinished().get());
    } else if (message.getTestRunFinished().isEmpty()) {
      // The kit ends the run, when every worker has ended.
      held.add(message);
    }
    if (message.getTestCaseFinished().isPresent()) {
      if (listener.counted()) {
        stream.add(held);
      }
      held.clear();
    }
  }

  private void begin(TestCase scenario) {
    if (!opened) {
      opened = true;
      renamed = stream.open(held, ids);
      held.clear();
    }
    told = 0;
    held.add(
        Envelope.of(
            new TestCase(
                scenario.getId(),
                scenario.getPickleId(),
                scenario.getTestSteps().stream().map(this::renamed).toList(),
                scenario.getTestRunStartedId().orElse(null))));
  }

  private TestStep renamed(TestStep step) {
    return new TestStep(
        step.getHookId().map(this::renamed).orElse(null),
        step.getId(),
        step.getPickleStepId().orElse(null),
        step.getStepDefinitionIds()
            .map(definitions -> definitions.stream().map(this::renamed).toList())
            .orElse(null),
        step.getStepMatchArgumentsLists().orElse(null));
  }

  private String renamed(String id) {
    return renamed.getOrDefault(id, id);
  }

  private void finish(TestStepFinished step) {
    List<Finding> findings = listener.findings();
    List<Finding> fresh = findings.subList(told, findings.size());
    told = findings.size();
    fresh.forEach(finding -> held.add(attached(finding, step)));
    TestStepResult result = step.getTestStepResult();
    held.add(
        Envelope.of(
            new TestStepFinished(
                step.getTestCaseStartedId(),
                step.getTestStepId(),
                new TestStepResult(
                    result.getDuration(), message(result, fresh), status(result, findings), null),
                step.getTimestamp())));
  }

  private @Nullable String message(TestStepResult result, List<Finding> fresh) {
    if (result.getStatus() == TestStepResultStatus.FAILED && isStop(result)) {
      return Escape.lines(fresh.stream().map(Finding::text).collect(Collectors.joining("\n")));
    }
    return result.getMessage().map(secrets::redact).map(Escape::lines).orElse(null);
  }

  /** Returns the status of a step; one that ends its scenario early is not always failed. */
  private static TestStepResultStatus status(TestStepResult result, List<Finding> findings) {
    Verdict worst = Verdict.worst(findings.stream().map(Finding::verdict).toList(), Verdict.ERROR);
    return isStop(result) && worst.compareTo(Verdict.PASS) < 0
        ? TestStepResultStatus.SKIPPED
        : result.getStatus();
  }

  private static boolean isStop(TestStepResult result) {
    return result
        .getException()
        .filter(exception -> exception.getType().equals(ScenarioStoppedException.class.getName()))
        .isPresent();
  }

  private static Envelope attached(Finding finding, TestStepFinished step) {
    return Envelope.of(
        new Attachment(
            finding.verdict() + " " + Escape.lines(finding.text()),
            AttachmentContentEncoding.IDENTITY,
            null,
            LOG,
            null,
            step.getTestCaseStartedId(),
            step.getTestStepId(),
            null,
            null,
            null,
            step.getTimestamp()));
  }

  private static String sentence(StepDefinition step) {
    return "step " + step.getPattern().getSource();
  }

  private static String method(Hook hook) {
    return "hook " + hook.getSourceReference();
  }
}
