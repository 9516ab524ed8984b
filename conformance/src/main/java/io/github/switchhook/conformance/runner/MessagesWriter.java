package io.github.switchhook.conformance.runner;

import io.cucumber.messages.MessageToNdjsonWriter;
import io.cucumber.messages.ndjson.Serializer;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.TestRunFinished;
import io.cucumber.messages.types.Timestamp;
import io.cucumber.plugin.Plugin;
import io.github.switchhook.conformance.profile.Secrets;
import io.github.switchhook.conformance.text.Escape;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run as Cucumber Messages: one stream, whatever the number of workers. Each worker's
 * Cucumber reports a whole run of its own. The opening of the first worker (features, pickles, step
 * definitions) stands for all, and the scenarios of the others refer to it. A scenario is written
 * as a whole when it has ended; a run that is killed leaves no partial one. Thread-safe.
 */
public final class MessagesWriter {
  private static final MessageToNdjsonWriter.Serializer SERIALIZER = new Serializer();

  private final @Nullable Consumer<String> lines;

  /** Ids of the definitions in the first worker's opening, by their content. */
  private final Map<String, String> defined = new HashMap<>();

  private boolean opened;

  /**
   * Makes a stream that begins with the first worker's opening.
   *
   * @param lines takes messages, each a line of JSON, some at a time; empty makes none
   */
  public MessagesWriter(Optional<Consumer<String>> lines) {
    this.lines = lines.orElse(null);
  }

  /** Returns the plugins to register with a worker's Cucumber. */
  Plugin[] plugins(ScenarioListener listener, Secrets secrets, ResultCollector collector) {
    return lines == null
        ? new Plugin[] {listener}
        : new Plugin[] {listener, new WorkerMessages(listener, secrets, this, collector)};
  }

  /**
   * Begins the stream, if no other worker has.
   *
   * @param opening what comes before the first scenario
   * @param ids the id of each thing in the opening that scenarios refer to, by what it is
   * @return the ids that these have in the stream, by the worker's own
   */
  synchronized Map<String, String> open(List<Envelope> opening, Map<String, String> ids) {
    if (!opened) {
      opened = true;
      defined.putAll(ids);
      write(text(opening));
    }
    Map<String, String> renamed = new HashMap<>();
    ids.forEach((what, id) -> renamed.put(id, defined.getOrDefault(what, id)));
    return renamed;
  }

  /** Adds all messages of one scenario, in order. */
  void add(List<Envelope> scenario) {
    write(text(scenario));
  }

  /**
   * Ends the stream, if it was begun.
   *
   * @param success whether the target is conformant
   * @param why why the run ended early, null if it did not
   */
  public synchronized void end(boolean success, @Nullable String why, Instant now) {
    if (opened) {
      Timestamp timestamp = new Timestamp(now.getEpochSecond(), (long) now.getNano());
      write(text(List.of(Envelope.of(new TestRunFinished(why, success, timestamp, null, null)))));
    }
  }

  private synchronized void write(String text) {
    if (lines != null) {
      lines.accept(text);
    }
  }

  private static String text(List<Envelope> messages) {
    StringBuilder lines = new StringBuilder();
    for (Envelope message : messages) {
      StringWriter line = new StringWriter();
      try {
        SERIALIZER.writeValue(line, message);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write Cucumber messages", e);
      }
      lines.append(Escape.json(line.toString())).append('\n');
    }
    return lines.toString();
  }
}
