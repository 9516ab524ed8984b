package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
          numbers: {answers: "5550100", answersAfter5: "5550205"}
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
      server.destroyForcibly();
      playsTheSwitchOf("transcript.jsonl");
    } finally {
      server.destroyForcibly();
      if (proxy != null) {
        proxy.destroyForcibly();
      }
    }
  }

  /** Records a switch with a login of its own: here the same message under other names. */
  @Test
  void recordsAndTypesAsAProfileSays() throws IOException, InterruptedException {
    Process server = start("serve", "--port", "0", "--no-control");
    Process proxy = null;
    try {
      Files.writeString(folder.resolve("own.yaml"), profile(listening(server)));
      proxy = start("record", "--listen", "0", "--target", "own.yaml", "--out", "own.jsonl");
      Files.writeString(folder.resolve("via.yaml"), profile(listening(proxy)));
      Files.writeString(folder.resolve("typed.txt"), "dial 5550100\nhold\nstate\nquit\n");

      Launcher.Result typed =
          Launcher.run(
              folder,
              List.of(
                  "sh",
                  "-c",
                  "'"
                      + Launcher.ROOT.resolve("switchhook")
                      + "' shell --target via.yaml < typed.txt"));
      proxy.destroyForcibly().waitFor(20, TimeUnit.SECONDS);

      assertThat(typed.exitCode()).as(typed.out() + typed.err()).isZero();
      assertThat(typed.out()).contains("ok prepareSession", "conversation      HELD");
      assertThat(Files.readString(folder.resolve("own.jsonl")))
          .contains("\"agent\":\"alice\"", "channel.dial")
          .doesNotContain("\"secret\"");
      assertThat(Launcher.switchhook(folder, "convert", "own.jsonl").out())
          .contains("sends: channel.dial", "sends: conversation.hold");
    } finally {
      server.destroyForcibly();
      if (proxy != null) {
        proxy.destroyForcibly();
      }
    }
  }

  private static String profile(String url) {
    return """
        url: %s
        agents:
          - {id: alice, password: secret, extension: "7001"}
        login:
          - send:
              command: prepareSession
              data: {model: mine, override: true, agent: {id: $agent.id, password: $agent.password}}
            expect: {/result: success}
            capture: {session: /data/session}
        """
        .formatted(url);
  }

  /** Plays the recorded switch to the same client, then to one that does something else. */
  private void playsTheSwitchOf(String transcript) throws IOException, InterruptedException {
    Process played = start("serve", "--port", "0", "--transcript", transcript);
    Process diverging = start("serve", "--port", "0", "--transcript", transcript);
    try {
      assertThat(replayAgainst(listening(played), "mute-survives-hold").exitCode()).isZero();
      assertThat(played.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(played.exitValue()).as("the whole transcript was played").isZero();

      BufferedReader out = reader(diverging);
      String url = out.readLine().substring("Listening on ".length());
      Launcher.Result other = replayAgainst(url, "outbound-far-end-answers");
      assertThat(other.exitCode()).as(other.out()).isNotZero();
      assertThat(diverging.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(diverging.exitValue()).isEqualTo(1);
      assertThat(out.lines().toList())
          .anyMatch(line -> line.startsWith("first divergence: request "))
          .anyMatch(line -> line.contains("data.destination: expected \"5550100\", got \"55502"));
    } finally {
      played.destroyForcibly();
      diverging.destroyForcibly();
    }
  }

  private Launcher.Result replayAgainst(String url, String call) throws IOException {
    Path via = folder.resolve("via.yaml");
    Files.writeString(via, Files.readString(via).replaceFirst("url: .*", "url: " + url));
    return Launcher.switchhook(folder, "replay", call, "--target", "via.yaml");
  }

  @Test
  void tellsAProgramWhereItListensAndWhatItRecorded() throws IOException, InterruptedException {
    Process server = start("serve", "--port", "0", "--no-control");
    Process proxy = null;
    try {
      String forward = listening(server);
      proxy = start("record", "--listen", "0", "--forward", forward, "--format", "json");
      BufferedReader out = reader(proxy);
      JsonNode begun = new ObjectMapper().readTree(out.readLine());
      assertThat(begun.path("forward").asText()).isEqualTo(forward);
      Files.writeString(folder.resolve("via.yaml"), profile(begun.path("listening").asText()));
      Launcher.switchhook(folder, "replay", "mute-survives-hold", "--target", "via.yaml");

      // Process.destroy would close what is to be read.
      proxy.toHandle().destroy();

      JsonNode ended = new ObjectMapper().readTree(out.readLine());
      assertThat(ended.path("transcript").asText()).isEqualTo("transcript.jsonl");
      assertThat(ended.path("requests").asInt()).isPositive();
      assertThat(ended.at("/agents/0").asText()).isEqualTo("alice");
      assertThat(out.readLine()).as("nothing but JSON").isNull();
    } finally {
      server.destroyForcibly();
      if (proxy != null) {
        proxy.destroyForcibly();
      }
    }
  }

  @Test
  void showsNoSecretOfTheUrl() throws IOException {
    Process proxy =
        start("record", "--listen", "0", "--forward", "ws://a:hunter2@127.0.0.1:9/x?token=hunter2");
    try {
      BufferedReader out = reader(proxy);
      out.readLine();
      assertThat(out.readLine()).contains("ws://***@127.0.0.1:9/x?token=***, recording to");
    } finally {
      proxy.destroyForcibly();
    }
    assertThat(
            Launcher.switchhook(
                    folder, "record", "--listen", "0", "--forward", "http://a:hunter2@x")
                .err())
        .contains("http://***@x")
        .doesNotContain("hunter2");
  }

  @Test
  void saysWhichOptionIsWrong() {
    assertThat(
            Launcher.switchhook(folder, "record", "--listen", "0", "--forward", "http://x").err())
        .contains("--forward: expected ws:// or wss://, got http://x");
    assertThat(
            Launcher.switchhook(folder, "serve", "--transcript", "t.jsonl", "--clock", "auto")
                .err())
        .contains("--clock is for the simulated switch; --transcript plays a recorded one");
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
    String first = String.valueOf(reader(process).readLine());
    assertThat(first).startsWith("Listening on ");
    return first.substring("Listening on ".length());
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
