package io.github.switchhook.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTranscriptTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"a\nFORGED", "\u001b[2J", "a\u202eb", "\ud800", "a\u2028b", "\u0000\u009b"})
  void whatASwitchSaysIsOneLine(String nasty) {
    List<String> told = new ArrayList<>();
    ShellTranscript transcript =
        new ShellTranscript(Target.standard("t", URI.create("ws://127.0.0.1:1/")), told::add);

    transcript.log().add(Direction.IN, "alice", 1, nasty);
    transcript
        .log()
        .add(
            Direction.IN,
            "alice",
            1,
            Json.write(
                Json.object().put("name", nasty).put("target", nasty).set("data", Json.object())));
    transcript
        .log()
        .add(
            Direction.IN,
            "alice",
            1,
            Json.write(
                Json.object()
                    .put("result", "failure")
                    .set("failure", Json.object().put("code", nasty).put("message", nasty))));
    transcript.log().add(Direction.CLOSE, "alice", 1, "1000 " + nasty);

    assertThat(told)
        .hasSize(5)
        .noneMatch(line -> line.matches("(?s).*[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}].*"));
  }
}
