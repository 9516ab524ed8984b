package io.github.switchhook.conformance.execution;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a scenario early; the reason is among its findings already. */
public final class ScenarioStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable LoginFailure failure;

  ScenarioStoppedException() {
    this(null);
  }

  ScenarioStoppedException(@Nullable LoginFailure failure) {
    super("the scenario ends here, see its findings", null, false, false);
    this.failure = failure;
  }

  /** Returns why no session could be started, if that is what ended the scenario. */
  Optional<LoginFailure> failure() {
    return Optional.ofNullable(failure);
  }
}
