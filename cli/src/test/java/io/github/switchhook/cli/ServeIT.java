package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code switchhook serve}: listens, answers, and stops on Ctrl-C. */
@Timeout(120)
class ServeIT {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void servesUntilItIsInterrupted() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Launcher.ROOT.resolve("switchhook").toString(),
                "serve",
                "--no-control",
                "--port",
                "0",
                "--path",
                "/cti")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String first = out.readLine();
      assertThat(first).startsWith("Listening on ws://127.0.0.1:").endsWith("/cti");
      URI uri = URI.create(first.substring("Listening on ".length()));
      assertThat(ask(uri, "hello")).contains("malformed-message");

      interrupt(process);

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("it ends").isTrue();
      assertThat(out.lines().toList()).last().isEqualTo("Stopped.");
      assertThat(process.exitValue()).as("as any program that SIGTERM ends").isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void saysWhichOptionIsWrong() {
    assertThat(Launcher.switchhook(folder, "serve", "--port", "70000").err())
        .contains("--port: expected a number from 0 to 65535, got 70000");
    Launcher.Result result = Launcher.switchhook(folder, "serve", "--path", "agent");
    assertThat(result.err()).contains("--path: expected a path that begins with /, got agent");
    assertThat(result.exitCode()).isEqualTo(2);
  }

  /**
   * Sends SIGTERM, not SIGINT: a build in the background ignores that, and so do the processes it
   * starts.
   */
  private static void interrupt(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid())).start().waitFor();
  }

  private static String ask(URI uri, String text) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(
                uri,
                new WebSocket.Listener() {
                  @Override
                  public @Nullable CompletionStage<?> onText(
                      WebSocket from, CharSequence data, boolean last) {
                    answer.complete(data.toString());
                    return null;
                  }
                })
            .join();
    socket.sendText(text, true).join();
    String heard = answer.orTimeout(20, TimeUnit.SECONDS).join();
    socket.abort();
    return heard;
  }
}
