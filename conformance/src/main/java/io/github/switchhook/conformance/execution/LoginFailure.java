package io.github.switchhook.conformance.execution;

import io.github.switchhook.conformance.profile.Secrets;
import io.github.switchhook.conformance.protocol.Barrier;
import io.github.switchhook.conformance.text.Escape;
import io.github.switchhook.conformance.text.Excerpt;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The reason why no session could be started.
 *
 * @param step which step fails
 * @param found what came, and what was expected
 * @param lookAt what to look at, as it continues "look at"
 */
public record LoginFailure(LoginStep step, String found, String lookAt) {
  private static final int SHOWN = 300;

  /** The steps that start a session, in order. */
  public enum LoginStep {
    WEBSOCKET("WebSocket"),
    LOGIN("login"),
    SESSION("session");

    private final String words;

    LoginStep(String words) {
      this.words = words;
    }

    /** Returns what people call it. */
    public String words() {
      return words;
    }
  }

  /** Says why a scenario stopped on the way into a session. */
  public static LoginFailure of(ScenarioStoppedException stop, ScenarioContext context) {
    return stop.failure()
        .orElseGet(
            () ->
                new LoginFailure(
                    LoginStep.SESSION,
                    context.findings().stream()
                        .map(Finding::text)
                        .collect(Collectors.joining("\n")),
                    "the profile"))
        .with(context.wire());
  }

  /** Says it all in one sentence. */
  public String sentence() {
    return found + "; look at " + lookAt;
  }

  public LoginFailure redacted(Secrets secrets) {
    return new LoginFailure(step, secrets.redact(found), secrets.redact(lookAt));
  }

  /** Adds what the target said last, which shows how it wants to be spoken to. */
  public LoginFailure with(List<WireLine> wire) {
    if (step == LoginStep.WEBSOCKET) {
      return this;
    }
    List<String> heard =
        wire.stream()
            .filter(line -> line.direction() == Direction.IN && !Barrier.isIn(line.text()))
            .map(WireLine::text)
            .map(text -> Escape.line(Excerpt.of(text, SHOWN)))
            .toList();
    String said =
        heard.isEmpty()
            ? "the target said nothing"
            : "the target said "
                + String.join(" ", heard.subList(Math.max(0, heard.size() - 2), heard.size()));
    return new LoginFailure(step, found + "; " + said, lookAt);
  }
}
