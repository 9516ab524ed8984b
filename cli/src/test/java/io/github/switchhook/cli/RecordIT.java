package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code switchhook record} between a client and a switch, killed in the middle. */
@Timeout(240)
class RecordIT {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void recordsWhatIsSaidUntilItIsKilled() throws IOException, InterruptedException {
    Process server = start("serve", "--port", "0", "--no-control");
    Process proxy = null;
    try {
      proxy = start("record", "--listen", "0", "--forward", listening(server));
      String url = listening(proxy);
      Files.writeString(
          folder.resolve("via.yaml"),
          """
          name: through the proxy
          url: %s
          agents:
            - {id: alice, password: secret, extension: "7001"}
          numbers: {answers: "5550100"}
          """
              .formatted(url));

      Launcher.Result played =
          Launcher.switchhook(folder, "replay", "mute-survives-hold", "--target", "via.yaml");
      proxy.destroyForcibly().waitFor(20, TimeUnit.SECONDS);

      assertThat(played.exitCode()).as(played.out() + played.err()).isZero();
      String transcript = Files.readString(folder.resolve("transcript.jsonl"));
      assertThat(transcript)
          .contains("\"agent\":\"alice\"", "conversation.request.mute", "\"password\":\"***\"")
          .doesNotContain("\"secret\"");
      assertThat(Launcher.switchhook(folder, "ladder", "transcript.jsonl").out())
          .contains("conversation HELD muted");
    } finally {
      server.destroyForcibly();
      if (proxy != null) {
        proxy.destroyForcibly();
      }
    }
  }

  @Test
  void saysWhichOptionIsWrong() {
    assertThat(
            Launcher.switchhook(folder, "record", "--listen", "0", "--forward", "http://x").err())
        .contains("--forward: expected ws:// or wss://, got http://x");
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Launcher.ROOT.resolve("switchhook").toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String listening(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String first = String.valueOf(out.readLine());
    assertThat(first).startsWith("Listening on ");
    return first.substring("Listening on ".length());
  }
}
