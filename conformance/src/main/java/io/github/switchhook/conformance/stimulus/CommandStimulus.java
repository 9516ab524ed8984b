package io.github.switchhook.conformance.stimulus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.profile.StimulusConfig;
import io.github.switchhook.conformance.protocol.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run for each operation. Used by the kit's thread alone. */
final class CommandStimulus implements Stimulus {
  private final StimulusConfig.CommandConfig config;

  CommandStimulus(StimulusConfig.CommandConfig config) {
    this.config = config;
  }

  @Override
  public boolean can(String operation) {
    return config.operations().contains(operation);
  }

  @Override
  public JsonNode perform(String operation, ObjectNode arguments) {
    List<String> command = new ArrayList<>(config.command());
    command.add(operation);
    try {
      return run(command, Json.write(arguments));
    } catch (IOException e) {
      throw new BrokenStimulusException(
          String.join(" ", command) + " cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(String.join(" ", command) + " was interrupted", e);
    }
  }

  /** Files instead of pipes: a program that reads or writes nothing cannot block the kit. */
  private JsonNode run(List<String> command, String input)
      throws IOException, InterruptedException {
    Path in = Files.createTempFile("switchhook-stimulus", ".in");
    Path out = Files.createTempFile("switchhook-stimulus", ".out");
    Path err = Files.createTempFile("switchhook-stimulus", ".err");
    try {
      Files.writeString(in, input);
      Process process =
          new ProcessBuilder(command)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(config.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IllegalStateException(
            String.join(" ", command)
                + " did not end within "
                + config.timeout().toMillis()
                + " ms");
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            String.join(" ", command)
                + " ended with "
                + process.exitValue()
                + ": "
                + Files.readString(err).strip());
      }
      return Json.parse(Files.readString(out)).orElseGet(Json::object);
    } finally {
      Files.deleteIfExists(in);
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }
}
