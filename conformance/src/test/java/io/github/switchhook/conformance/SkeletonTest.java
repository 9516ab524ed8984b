package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.steps.Exploration;
import io.github.switchhook.conformance.steps.Survey;
import io.github.switchhook.conformance.target.Agent;
import io.github.switchhook.conformance.target.Secret;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.text.Nasty;
import io.github.switchhook.conformance.wire.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What a target says stays a value or a comment in the profile that a probe prints. */
class SkeletonTest {
  static Stream<String> nasty() {
    return Nasty.TEXTS.stream();
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void everyLineIsTheProbes(String nasty) {
    String yaml = skeleton(nasty);

    assertThat(Nasty.hidden(yaml)).isEmpty();
    assertThat(yaml.lines()).hasSameSizeAs(skeleton("plain").lines().toList());
    Map<String, Object> profile = new Yaml().load(yaml);
    assertThat(profile.keySet())
        .isEqualTo(new Yaml().<Map<String, Object>>load(skeleton("plain")).keySet());
    assertThat(profile).containsEntry("name", nasty);
    assertThat(profile.get("dialect"))
        .isEqualTo(Map.of("stateEvent", "plain", "codes", Map.of("invalid-state", nasty)));
  }

  private static String skeleton(String text) {
    Target target =
        Target.standard(text, URI.create("ws://127.0.0.1:1/agent"))
            .withAgents(List.of(new Agent(text, new Secret("secret"), text)));
    return Skeleton.write(
        target,
        new Exploration.Facts(
            Optional.empty(),
            Duration.ZERO,
            Optional.empty(),
            false,
            false,
            Json.object().put(text, text),
            false,
            false,
            Map.of("invalid-state", text),
            Exploration.Order.BARRIER,
            List.of(text, text)),
        List.of(
            new Survey.Observation("recording", Survey.Presence.PRESENT, text),
            new Survey.Observation("consult", Survey.Presence.ABSENT, text),
            new Survey.Observation("conference", Survey.Presence.UNKNOWN, text)),
        true);
  }
}
