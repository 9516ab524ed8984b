package io.github.switchhook.conformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.profile.Agent;
import io.github.switchhook.conformance.profile.Secret;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.text.Nasty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Text of a target stays a value or a comment in the profile that a probe prints. */
class ProfileTemplateTest {
  static Stream<String> nasty() {
    return Nasty.TEXTS.stream();
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void everyLineIsWrittenByTheProbe(String nasty) {
    String yaml = template(nasty);

    assertThat(Nasty.hidden(yaml)).isEmpty();
    assertThat(yaml.lines()).hasSameSizeAs(template("plain").lines().toList());
    Map<String, Object> profile = new Yaml().load(yaml);
    assertThat(profile.keySet())
        .isEqualTo(new Yaml().<Map<String, Object>>load(template("plain")).keySet());
    assertThat(profile).containsEntry("name", nasty);
    assertThat(profile.get("dialect"))
        .isEqualTo(Map.of("stateEvent", "plain", "codes", Map.of("invalid-state", nasty)));
  }

  private static String template(String text) {
    Target target =
        Target.standard(text, URI.create("ws://127.0.0.1:1/agent"))
            .withAgents(List.of(new Agent(text, new Secret("secret"), text)));
    return ProfileTemplate.write(
        target,
        new SessionProbe.Facts(
            Optional.empty(),
            Duration.ZERO,
            Optional.empty(),
            false,
            false,
            Json.object().put(text, text),
            false,
            false,
            List.of("Telephony", "Chat"),
            new SessionProbe.Activation(Optional.of(text), Optional.of(text)),
            Map.of("invalid-state", text),
            SessionProbe.Order.BARRIER,
            List.of(text, text)),
        List.of(
            new CapabilityProbe.Observation("recording", CapabilityProbe.Presence.PRESENT, text),
            new CapabilityProbe.Observation("consult", CapabilityProbe.Presence.ABSENT, text),
            new CapabilityProbe.Observation("conference", CapabilityProbe.Presence.UNKNOWN, text)),
        true);
  }
}
