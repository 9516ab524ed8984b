package io.github.switchhook.simulator.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The simulator over a real WebSocket, driven by the JDK's client so that Tyrus meets a stranger.
 */
@Timeout(30)
class TransportTest {
  private static final String PREPARE =
      "{\"command\":\"prepareSession\",\"data\":{\"model\":\"t\",\"override\":false,"
          + "\"agent\":{\"id\":\"alice\",\"password\":\"secret\"}}}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Heard heard = new Heard();
  private final Simulator simulator;

  TransportTest() throws IOException {
    simulator = Simulator.start(SimulatorOptions.standard());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void answersOverTheWire() {
    WebSocket socket = connect();

    socket.sendText(PREPARE, true).join();

    assertThat(heard.next()).startsWith("{\"command\":\"prepareSession\",\"result\":\"success\"");
  }

  @Test
  void keepsThePasswordOutOfTheJournal() {
    WebSocket socket = connect();

    socket.sendText(PREPARE, true).join();
    heard.next();

    assertThat(simulator.control().journal())
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry.text()).doesNotContain("secret"));
  }

  @Test
  void listensOnLoopbackOnly() throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    assumeThat(others).as("addresses of this machine beside loopback").isNotEmpty();

    for (InetAddress other : others) {
      assertThatThrownBy(
              () -> {
                try (Socket socket = new Socket(other, simulator.uri().getPort())) {
                  socket.getPort();
                }
              })
          .as("connecting to %s", other)
          .isInstanceOf(IOException.class);
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.uri().getPort())) {
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void answersABinaryFrameWithAFailure() {
    WebSocket socket = connect();

    socket.sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true).join();

    assertThat(heard.next()).contains("malformed-message").contains("a binary one of 3 bytes");
  }

  @Test
  void closesWith1009WhenAMessageIsTooLong() {
    WebSocket socket = connect();

    socket.sendText("x".repeat(256 * 1024 + 1), true).join();

    assertThat(heard.closed()).isEqualTo(1009);
  }

  @Test
  void closesWith1009WhenAMessageIsTooLongInPieces() {
    WebSocket socket = connect();

    socket.sendText("x".repeat(200 * 1024), false).join();
    socket.sendText("x".repeat(100 * 1024), true).join();

    assertThat(heard.closed()).isEqualTo(1009);
  }

  @Test
  void takesAMessageOfJustTheLimit() {
    WebSocket socket = connect();
    String padded = PREPARE.replace("\"model\":\"t\"", "\"model\":\"PAD\"");

    socket
        .sendText(padded.replace("PAD", "x".repeat(256 * 1024 - padded.length() + 3)), true)
        .join();

    assertThat(heard.next()).contains("success");
  }

  @Test
  void saysWhichPortIsTaken() {
    int port = simulator.uri().getPort();

    assertThatThrownBy(() -> Simulator.start(SimulatorOptions.standard().withPort(port)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot listen on 127.0.0.1 port " + port);
  }

  private WebSocket connect() {
    return http.newWebSocketBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .buildAsync(simulator.uri(), heard)
        .join();
  }

  private static final class Heard implements WebSocket.Listener {
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        messages.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    String next() {
      try {
        String message = messages.poll(10, TimeUnit.SECONDS);
        assertThat(message).as("an answer within 10 seconds").isNotNull();
        return String.valueOf(message);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    int closed() {
      return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }
  }
}
