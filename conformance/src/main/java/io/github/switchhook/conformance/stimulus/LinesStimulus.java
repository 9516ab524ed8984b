package io.github.switchhook.conformance.stimulus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.profile.StimulusConfig;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.text.Excerpt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program that is started once and told each operation in a line of JSON, {@code
 * {"operation":"call","arguments":{…}}}. It answers with one line: {@code {"result":{…}}}, or
 * {@code {"failure":"why"}}. It ends when its input does. What it writes to its error output is not
 * read. Thread-safe: one operation at a time.
 */
final class LinesStimulus implements Stimulus {
  /** The longest answer, in bytes. */
  private static final int LONGEST = 1 << 20;

  /** The longest part of an answer that is shown, in UTF-16 units. */
  private static final int SHOWN = 200;

  private static final String ENDED = "";

  private final StimulusConfig.CommandConfig config;
  private @Nullable Process process;
  private BlockingQueue<String> answers = new ArrayBlockingQueue<>(1);

  LinesStimulus(StimulusConfig.CommandConfig config) {
    this.config = config;
  }

  @Override
  public boolean can(String operation) {
    return config.operations().contains(operation);
  }

  @Override
  public synchronized JsonNode perform(String operation, ObjectNode arguments) {
    String name = String.join(" ", config.command());
    Process running = started(name);
    String answer;
    try {
      answer = ask(running, operation, arguments);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(name + " was interrupted", e);
    }
    if (answer == null) {
      stop();
      throw new IllegalStateException(
          name + " did not answer " + operation + " within " + config.timeout().toMillis() + " ms");
    }
    if (answer.equals(ENDED)) {
      stop();
      throw new BrokenStimulusException(name + " has ended instead of answering " + operation);
    }
    return result(name, operation, answer);
  }

  /**
   * Returns the answer; {@link #ENDED} where the program has ended, null where it takes too long.
   */
  private @Nullable String ask(Process running, String operation, ObjectNode arguments)
      throws InterruptedException {
    ObjectNode told = Json.object().put("operation", operation);
    told.set("arguments", arguments);
    try {
      OutputStream to = running.getOutputStream();
      to.write((Json.write(told) + "\n").getBytes(StandardCharsets.UTF_8));
      to.flush();
    } catch (IOException e) {
      return ENDED;
    }
    return answers.poll(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static JsonNode result(String name, String operation, String answer) {
    JsonNode message = Json.parse(answer).orElseGet(Json::object);
    if (message.path("failure").isTextual()) {
      throw new IllegalStateException(
          name + " could not " + operation + ": " + message.path("failure").textValue());
    }
    if (!message.path("result").isObject()) {
      throw new BrokenStimulusException(
          name
              + ": expected {\"result\":{}} or {\"failure\":\"why\"} in one line, got "
              + Excerpt.of(answer, SHOWN));
    }
    return message.path("result");
  }

  private Process started(String name) {
    Process running = process;
    if (running != null && running.isAlive()) {
      return running;
    }
    Process begun;
    try {
      begun =
          new ProcessBuilder(config.command())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new BrokenStimulusException(name + " cannot be run: " + e.getMessage(), e);
    }
    BlockingQueue<String> lines = new ArrayBlockingQueue<>(1);
    Thread reader = new Thread(() -> read(begun.getInputStream(), lines), "switchhook-stimulus");
    reader.setDaemon(true);
    reader.start();
    process = begun;
    answers = lines;
    return begun;
  }

  private static void read(InputStream from, BlockingQueue<String> lines) {
    try (from) {
      while (true) {
        String line = line(from);
        lines.put(line);
        if (line.equals(ENDED)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // Nobody waits for what an ended program might have said.
    }
  }

  /**
   * Returns the next line that is not blank; {@link #ENDED} where there is none, or it is endless.
   */
  private static String line(InputStream from) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = from.read(); next >= 0 && line.size() < LONGEST; next = from.read()) {
      if (next != '\n') {
        line.write(next);
      } else if (!line.toString(StandardCharsets.UTF_8).isBlank()) {
        return line.toString(StandardCharsets.UTF_8).strip();
      }
    }
    return ENDED;
  }

  /** Ends the program; the next operation starts it anew. */
  private void stop() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      process = null;
    }
  }
}
