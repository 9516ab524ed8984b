package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands to a switch that {@code serve} runs in another process. */
@Timeout(120)
class RemoteIT {
  private static final List<String> RUBBISH =
      List.of(
          "\0\1\2 rubbish \r\n\r\n",
          "GET /agent HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
          "POST /control/call HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
          "POST /control/call HTTP/1.1\r\nHost: x\r\nContent-Length: 40\r\n\r\n{",
          "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n");

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Process serve;

  private String greeting = "";

  @SuppressWarnings("NullAway.Init") // set before each test
  private BufferedReader out;

  @BeforeEach
  void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Launcher.ROOT.resolve("switchhook").toString(),
                "serve",
                "--port=0",
                "--control-port=0",
                "--clock=virtual",
                "--fault=drop:interaction.preview")
            .redirectErrorStream(true);
    builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
    serve = builder.start();
    out = new BufferedReader(new InputStreamReader(serve.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder lines = new StringBuilder();
    String line = out.readLine();
    while (line != null && !line.startsWith("Ctrl-C")) {
      lines.append(line).append('\n');
      line = out.readLine();
    }
    greeting = lines.toString();
  }

  @AfterEach
  void stop() throws InterruptedException {
    serve.destroy();
    serve.waitFor(20, TimeUnit.SECONDS);
    serve.destroyForcibly();
  }

  @Test
  void findTheSwitchAndSteerIt() throws IOException, InterruptedException {
    Path file = folder.resolve("switchhook-control.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    assertThat(run("advance 5").exitCode()).isZero();
    assertThat(run("snapshot").out()).contains("\"2026-01-01T00:00:05Z\"");
    assertThat(run("fault close --code 4000").exitCode()).isZero();
    assertThat(run("fault --format json").out())
        .contains("\"on\":\"interaction.preview\",\"times\":\"all\"", "\"kind\":\"close\"");
    assertThat(run("reset").exitCode()).isZero();
    assertThat(run("fault --format json").out()).contains("drop").doesNotContain("close");
    assertThat(run("journal").out()).contains("control advance {\"seconds\":5}");

    stop();
    assertThat(file).doesNotExist();
    Launcher.Result gone = run("snapshot");
    assertThat(gone.exitCode()).isEqualTo(3);
    assertThat(gone.err()).contains("no running switch found: start one with switchhook serve");
  }

  /** Neither the list of processes nor the terminal shows a token that was given. */
  @Test
  void keepATokenToThemselves() throws IOException, InterruptedException {
    stop();
    Path file = Files.writeString(folder.resolve("token"), "a-token-of-mine\n");
    ProcessBuilder builder =
        new ProcessBuilder(
            Launcher.ROOT.resolve("switchhook").toString(),
            "serve",
            "--port=0",
            "--control-port=0",
            "--token-file=" + file);
    builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
    serve = builder.start();
    StringBuilder lines = new StringBuilder();
    out = new BufferedReader(new InputStreamReader(serve.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); !line.startsWith("Ctrl-C"); line = out.readLine()) {
      lines.append(line);
    }

    assertThat(lines).contains("token: the one given").doesNotContain("a-token-of-mine");
    assertThat(serve.toHandle().info().commandLine().orElse("")).doesNotContain("a-token-of-mine");
    assertThat(run("snapshot --token-file " + file).exitCode()).isZero();
    assertThat(run("snapshot").exitCode()).as("found by itself").isZero();
    Files.writeString(file, "another");
    assertThat(run("snapshot --token-file " + file).exitCode()).isEqualTo(3);
    assertThat(run("snapshot --token-file none").err())
        .contains("--token-file: expected a file that can be read, got none");
  }

  @Test
  void sayWhatIsWrong() {
    Launcher.Result nobody = run("call --to 7001");
    assertThat(nobody.exitCode()).isEqualTo(1);
    assertThat(nobody.err()).contains("got 7001").doesNotContain("\tat ");

    Launcher.Result waited = run("journal --await channel.created --timeout 0");
    assertThat(waited.exitCode()).isEqualTo(1);
    assertThat(waited.out()).startsWith("Not seen: expected channel.created seen by any agent");

    assertThat(run("fault explode").exitCode()).isEqualTo(2);
    assertThat(run("control fly").exitCode()).isEqualTo(2);
    Launcher.Result junk = run("call --control junk --token x --to alice");
    assertThat(junk.exitCode()).isEqualTo(2);
    assertThat(junk.err())
        .contains("--control: expected a URL such as http://127.0.0.1:8018/control, got junk");
    assertThat(run("snapshot --token wrong").exitCode()).isEqualTo(3);
    assertThat(run("snapshot --control http://127.0.0.1:9/control --token x").err())
        .contains("nothing answers at http://127.0.0.1:9/control");
  }

  @Test
  void itsCurlLineWorks() {
    String curl =
        greeting
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("curl "))
            .findFirst()
            .orElseThrow();

    Launcher.Result result =
        Launcher.run(folder, List.of("sh", "-c", curl.replace("curl ", "curl -s ")));

    assertThat(result.out()).startsWith("{\"code\":\"invalid-destination\",\"message\":");
  }

  @Test
  void showsNoStackTraceForWhatClientsDo() throws IOException {
    List<Integer> ports =
        Pattern.compile("127\\.0\\.0\\.1:(\\d+)")
            .matcher(greeting)
            .results()
            .map(found -> Integer.valueOf(found.group(1)))
            .distinct()
            .toList();
    assertThat(ports).hasSize(2);
    for (int port : ports) {
      for (String rubbish : RUBBISH) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
          socket.getOutputStream().write(rubbish.getBytes(StandardCharsets.ISO_8859_1));
          socket.shutdownOutput();
          socket.setSoTimeout(20_000);
          socket.getInputStream().readAllBytes();
        }
      }
    }
    assertThat(run("snapshot").exitCode()).isZero();

    // unlike Process.destroy, this leaves its output to be read
    serve.toHandle().destroy();
    assertThat(out.lines().toList())
        .noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception"));
  }

  private Launcher.Result run(String command) {
    return Launcher.run(
        folder,
        List.of(
            "sh",
            "-c",
            "XDG_RUNTIME_DIR='" + folder + "' '" + Launcher.ROOT + "/switchhook' " + command));
  }
}
