package io.github.switchhook.conformance.stimulus;

import java.util.Optional;

/** Asks a person. Called on the kit's thread, which waits. */
@FunctionalInterface
public interface Prompt {
  /** Shows a text and returns the line that the person typed; empty if nobody is there any more. */
  Optional<String> ask(String text);
}
