package io.github.switchhook.conformance.profile;

import static io.github.switchhook.conformance.profile.ConfigValues.millis;
import static io.github.switchhook.conformance.profile.ConfigValues.or;
import static io.github.switchhook.conformance.profile.ConfigValues.pointers;
import static io.github.switchhook.conformance.profile.ConfigValues.required;
import static io.github.switchhook.conformance.profile.ConfigValues.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys under {@code stimulus}: exactly one of the ways. */
record StimulusDocument(
    @Nullable SimulatorEntry simulator,
    @Nullable HttpEntry http,
    @Nullable CommandEntry command,
    @Nullable ManualEntry manual) {
  private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(30);

  private static final Set<String> ARGUMENTS =
      Set.of(
          "arguments",
          "from",
          "to",
          "agent",
          "address",
          "required",
          "dispositions",
          "seconds",
          "name",
          "on",
          "fails",
          "data",
          "digits",
          "kind",
          "times",
          "millis",
          "code",
          "event",
          "command",
          "since",
          "count",
          "limit",
          "timeoutMillis");

  StimulusConfig toConfig(Path folder, ConfigValues entries) {
    if (Stream.of(simulator, http, command, manual).filter(Objects::nonNull).count() > 1) {
      throw new TargetFormatException(
          "stimulus takes one of simulator, http, command and manual", "stimulus");
    }
    if (simulator != null) {
      return simulator.toConfig(entries);
    }
    if (http != null) {
      return http.toConfig(entries);
    }
    if (command != null) {
      return command.toConfig(folder);
    }
    return manual != null ? manual.toConfig() : new StimulusConfig.None();
  }

  private static Set<String> operations(String key, @Nullable Set<String> names) {
    required(key, names).forEach(name -> KnownWords.known("operation", name, Operations.ALL));
    return required(key, names);
  }

  /** The control port of Switchhook's own simulator. */
  record SimulatorEntry(@Nullable String url, @Nullable String token) {
    StimulusConfig toConfig(ConfigValues entries) {
      String base = required("stimulus.simulator.url", url).replaceFirst("/$", "");
      checkUrl("stimulus.simulator.url", base);
      Map<String, StimulusConfig.Call> operations = new LinkedHashMap<>();
      for (String operation : Operations.ALL) {
        operations.put(
            operation,
            new StimulusConfig.Call(
                "POST",
                base + "/" + operation,
                Optional.of(TextNode.valueOf("$arguments")),
                Map.of(),
                Map.of()));
      }
      Secret key = entries.secret("stimulus.simulator.token", token);
      return new StimulusConfig.HttpConfig(
          Map.of("Authorization", new Secret("Bearer " + key.value())), operations, HTTP_TIMEOUT);
    }
  }

  record HttpEntry(
      @Nullable Map<String, String> headers,
      @Nullable Map<String, CallEntry> operations,
      @Nullable Integer timeoutMillis) {
    StimulusConfig toConfig(ConfigValues entries) {
      Map<String, CallEntry> given = required("stimulus.http.operations", operations);
      Set<String> names = new HashSet<>(ARGUMENTS);
      given
          .values()
          .forEach(call -> names.addAll(or(call.capture(), Map.<String, String>of()).keySet()));
      Map<String, StimulusConfig.Call> calls = new LinkedHashMap<>();
      given.forEach(
          (operation, call) ->
              calls.put(
                  KnownWords.known("operation", operation, Operations.ALL),
                  call.toCall("stimulus.http.operations." + operation, names)));
      return new StimulusConfig.HttpConfig(
          entries.secrets("stimulus.http.headers", headers),
          calls,
          millis("timeoutMillis", timeoutMillis, HTTP_TIMEOUT));
    }
  }

  /**
   * Checks a URL with a digit, which is valid anywhere, in place of each placeholder; a URL whose
   * host has a placeholder, or that begins with one, can only be checked at the call.
   */
  private static void checkUrl(String key, String address) {
    if (address.startsWith("$")) {
      return;
    }
    URI url = Address.uri(key, Template.fill(address, name -> IntNode.valueOf(1)));
    if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
      throw new TargetFormatException(
          key + " must begin with http:// or https://, but is " + address, address);
    }
    if (!address.matches("[^:]+://[^/]*\\$.*")) {
      Address.requireHost(key, url);
    }
  }

  record CallEntry(
      @Nullable String method,
      @Nullable String url,
      @Nullable JsonNode body,
      @Nullable Map<String, String> capture,
      @Nullable Map<String, String> result) {
    StimulusConfig.Call toCall(String key, Set<String> names) {
      String address = required(key + ".url", url);
      template(key + ".url", TextNode.valueOf(address), names);
      checkUrl(key + ".url", address);
      if (body != null) {
        template(key + ".body", body, names);
      }
      return new StimulusConfig.Call(
          method == null ? "POST" : method,
          address,
          Optional.ofNullable(body),
          pointers(key + ".capture", capture),
          pointers(key + ".result", result));
    }
  }

  record CommandEntry(
      @Nullable List<String> run,
      @Nullable Set<String> operations,
      @Nullable Integer timeoutMillis,
      @Nullable Boolean lines) {
    StimulusConfig toConfig(Path folder) {
      List<String> words = new ArrayList<>(required("stimulus.command.run", run));
      if (words.isEmpty()) {
        throw new TargetFormatException("stimulus.command.run must name a program", "run");
      }
      // A program that lies beside the file is found wherever the kit is started.
      Path beside = folder.resolve(words.get(0));
      if (Files.isExecutable(beside)) {
        words.set(0, beside.toString());
      }
      return new StimulusConfig.CommandConfig(
          words,
          StimulusDocument.operations("stimulus.command.operations", operations),
          millis("timeoutMillis", timeoutMillis, COMMAND_TIMEOUT),
          Boolean.TRUE.equals(lines));
    }
  }

  record ManualEntry(@Nullable Set<String> operations) {
    StimulusConfig toConfig() {
      return new StimulusConfig.ManualConfig(
          StimulusDocument.operations("stimulus.manual.operations", operations));
    }
  }
}
