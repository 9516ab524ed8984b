package io.github.switchhook.simulator.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.switchhook.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients of control that do not send what they began, or do not read what they asked for. */
@Timeout(120)
class ExchangeTest {
  private static final Duration LONG = Duration.ofSeconds(100);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String WHOLE =
      "POST /control/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}";
  // More than the kernel keeps for one connection.
  private static final String BIG = "x".repeat(32 << 20);

  private final AsynchronousServerSocketChannel listener;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  ExchangeTest() throws IOException {
    listener = AsynchronousServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    open.push(listener);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private Socket connect() throws IOException {
    return connect(((InetSocketAddress) listener.getLocalAddress()).getPort());
  }

  private Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(30_000);
    open.push(socket);
    return socket;
  }

  private Socket served(
      Connections connections, Limits limits, BiConsumer<ControlRequest, Exchange> server)
      throws IOException, InterruptedException, ExecutionException {
    Socket client = connect();
    AsynchronousSocketChannel channel = listener.accept().get();
    Exchange exchange = new Exchange(channel, connections, limits, head -> {}, server);
    assertThat(connections.add(exchange)).isTrue();
    exchange.begin();
    return client;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  @Test
  void answersInTheEndWhatDripsIn() throws Exception {
    Limits limits = new Limits(10, SHORT, LONG, 100);
    Connections connections = new Connections(limits);
    Socket client = served(connections, limits, (request, exchange) -> {});
    client.setSoTimeout(20);
    InputStream in = client.getInputStream();
    send(
        client,
        "POST /control/x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");

    String answer = "";
    while (answer.isEmpty()) {
      try {
        send(client, "1\r\nx\r\n");
        answer = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
      } catch (SocketTimeoutException e) {
        // The next drop.
      }
    }

    assertThat(answer).isEqualTo("HTTP/1.1 408");
    await().until(() -> connections.size() == 0);
  }

  @Test
  void closesAConnectionThatSendsNothing() throws Exception {
    Limits limits = new Limits(10, SHORT, LONG, 100);
    Connections connections = new Connections(limits);
    Socket client = served(connections, limits, (request, exchange) -> {});

    assertThat(rest(client)).startsWith("HTTP/1.1 408").contains("within 300 ms");
    await().until(() -> connections.size() == 0);
  }

  @Test
  void tellsAClientThatWaitsToGoOn() throws Exception {
    Limits limits = Limits.standard();
    Socket client =
        served(
            new Connections(limits),
            limits,
            (request, exchange) -> exchange.answer(Answer.text(request.body())));
    send(client, WHOLE.replace("\r\n\r\n{}", "\r\nExpect: 100-continue\r\n\r\n"));

    assertThat(client.getInputStream().readNBytes(25))
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    send(client, "{}");
    assertThat(rest(client)).startsWith("HTTP/1.1 200").endsWith("{}");
  }

  @Test
  void closesAConnectionThatDoesNotReadItsAnswer() throws Exception {
    Limits limits = new Limits(10, LONG, SHORT, Long.MAX_VALUE);
    Connections connections = new Connections(limits);
    Socket client =
        served(connections, limits, (request, exchange) -> exchange.answer(Answer.text(BIG)));
    send(client, WHOLE);

    await().atMost(LONG).until(() -> connections.size() == 0);
    assertThat(read(client)).isLessThan(BIG.length());
  }

  /** Gives up the oldest of the answers that are not read. */
  @Test
  void boundsWhatIsUnread() throws Exception {
    Limits limits = new Limits(10, LONG, LONG, 2L * BIG.length() + 1_000);
    Connections connections = new Connections(limits);
    List<Socket> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      clients.add(
          served(connections, limits, (request, exchange) -> exchange.answer(Answer.text(BIG))));
      send(clients.get(i), WHOLE);
      int whole = Math.min(i + 1, 2);
      await()
          .until(
              () ->
                  connections.size() == whole
                      && connections.unread() >= (long) whole * BIG.length());
    }

    assertThat(read(clients.get(0))).isLessThan(BIG.length());
    assertThat(read(clients.get(1))).isLessThan(BIG.length());
    assertThat(read(clients.get(2))).isGreaterThan(BIG.length());
    assertThat(read(clients.get(3))).isGreaterThan(BIG.length());
  }

  private static long read(Socket socket) {
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    try {
      for (int n = 0; n >= 0; n = socket.getInputStream().read(buffer)) {
        bytes += n;
      }
    } catch (IOException e) {
      // Cut.
    }
    return bytes;
  }

  /** Shows that a client may go on sending what is refused, and still gets the answer. */
  @Test
  void answersBeforeWhatIsNotWantedHasCome() throws Exception {
    try (Simulator simulator = Http.start()) {
      Socket client = connect(simulator.controlUri().orElseThrow().getPort());
      send(client, "POST /control/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000\r\n\r\n");
      send(client, "x".repeat(200_000));

      assertThat(rest(client)).startsWith("HTTP/1.1 401");
    }
  }

  @Test
  void servesOthersBesideUnfinishedRequests() throws Exception {
    try (Simulator simulator = Http.start()) {
      Http http = new Http(simulator);
      int port = simulator.controlUri().orElseThrow().getPort();
      String head =
          "POST /control/faults HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Http.TOKEN;
      for (int i = 0; i < 400; i++) {
        Socket client = connect(port);
        switch (i % 4) {
          case 0 -> send(client, head + "\r\nContent-Length: 100\r\n\r\n{");
          case 1 -> send(client, head + "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{");
          case 2 -> send(client, head);
          default -> {}
        }
      }

      assertThat(http.post("snapshot", "{}").statusCode()).isEqualTo(200);
      assertThat(http.post("advance", "{\"seconds\":1}").statusCode()).isEqualTo(200);
    }
  }
}
