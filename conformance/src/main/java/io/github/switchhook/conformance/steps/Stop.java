package io.github.switchhook.conformance.steps;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a scenario early; why already stands in its docket. */
public final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Trouble trouble;

  Stop() {
    this(null);
  }

  Stop(@Nullable Trouble trouble) {
    super("the scenario ends here, see its findings", null, false, false);
    this.trouble = trouble;
  }

  /** Returns why nobody gets into a session, if that is what ended the scenario. */
  Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble);
  }
}
