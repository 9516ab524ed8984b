package io.github.switchhook.conformance.stimulus;

import java.util.Optional;

/** Asks a person. Called on the kit's thread, which waits. */
@FunctionalInterface
public interface Prompt {
  /** Shows a text and returns the line that the person typed; empty if the input has ended. */
  Optional<String> ask(String text);
}
