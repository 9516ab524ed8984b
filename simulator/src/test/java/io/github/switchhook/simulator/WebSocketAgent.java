package io.github.switchhook.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An agent's desktop over a real WebSocket, as the JDK has it. */
public final class WebSocketAgent implements WebSocket.Listener {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long SECONDS = 10;

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;
  private String session = "";
  private String channel = "";

  private WebSocketAgent(HttpClient http, URI uri) {
    socket = http.newWebSocketBuilder().buildAsync(uri, this).join();
  }

  /** Opens a WebSocket and sends nothing yet. */
  public static WebSocketAgent connect(URI uri) {
    return new WebSocketAgent(HttpClient.newHttpClient(), uri);
  }

  /** Connects, logs in and makes the channel active. */
  public static WebSocketAgent ready(URI uri, String agent) {
    WebSocketAgent caller = connect(uri);
    caller.prepare(agent);
    caller.next();
    caller.start();
    caller.send("channel.activate", caller.channel, "{}");
    caller.until("state.updated");
    return caller;
  }

  /** Sends prepareSession; the answer comes next. */
  public void prepare(String agent) {
    socket
        .sendText(
            "{\"command\":\"prepareSession\",\"data\":{\"model\":\"t\",\"override\":true,"
                + "\"agent\":{\"id\":\""
                + agent
                + "\",\"password\":\"secret\"}}}",
            true)
        .join();
  }

  private void start() {
    send("session.start", session, "{}");
    channel = until("channel.created").path("target").textValue();
    until("session.initialized");
  }

  /** Sends a command to the channel. */
  public void toChannel(String command, String data) {
    send(command, channel, data);
  }

  /** Sends a command to the session. */
  public void toSession(String command, String data) {
    send(command, session, data);
  }

  /** Sends a command, without waiting for the answer. */
  public void send(String command, String target, String data) {
    sendText("{\"command\":\"%s\",\"target\":\"%s\",\"data\":%s}".formatted(command, target, data));
  }

  /** Sends any text, whether it is JSON or not. */
  public void sendText(String text) {
    socket.sendText(text, true).join();
  }

  /** Sends a binary message, which the switch does not accept. */
  public void sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** Returns the next message as it came. */
  public String nextText() {
    try {
      String message = messages.poll(SECONDS, TimeUnit.SECONDS);
      assertThat(message).as("a message within %s seconds", SECONDS).isNotNull();
      return String.valueOf(message);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the next message and returns it as JSON. */
  public JsonNode next() {
    try {
      JsonNode message = MAPPER.readTree(nextText());
      if (message.path("command").asText().equals("prepareSession")) {
        session = message.path("data").path("session").asText();
      }
      return message;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads up to an event, or to the answer to a command. */
  public JsonNode until(String name) {
    while (true) {
      JsonNode message = next();
      if (message.path("name").asText().equals(name)
          || message.path("command").asText().equals(name)) {
        return message;
      }
    }
  }

  /** Waits until the connection is closed, and returns the close code. */
  public int closeCode() {
    return closed.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  /** Closes the TCP connection without a close frame. */
  public void abort() {
    socket.abort();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      messages.add(part.toString());
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }
}
