package io.github.switchhook.simulator.transport;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may open a WebSocket: a request as RFC 6455, section 4.2.1 wants it, to the right
 * path, by a name of this machine, and not from a page of elsewhere. Thread-safe.
 *
 * @param path of the WebSocket
 * @param guard who may talk to the switch
 */
public record Handshake(String path, Loopback guard) {
  private static final int KEY_BYTES = 16;
  private static final String VERSION = "13";

  /**
   * Why a request is not let in.
   *
   * @param status the HTTP status
   * @param headers of the answer, beside those that every answer has
   * @param explanation a sentence for the one who sent it
   */
  public record Refusal(int status, Map<String, String> headers, String explanation) {
    private static final Map<Integer, String> REASONS =
        Map.of(
            400, "Bad Request",
            403, "Forbidden",
            404, "Not Found",
            405, "Method Not Allowed",
            408, "Request Timeout",
            426, "Upgrade Required",
            431, "Request Header Fields Too Large",
            500, "Internal Server Error",
            505, "HTTP Version Not Supported");

    static Refusal of(int status, String explanation) {
      return new Refusal(status, Map.of(), explanation);
    }

    /** The whole answer, as it goes over the wire. */
    public byte[] answer() {
      byte[] body = (explanation + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
      StringBuilder head =
          new StringBuilder("HTTP/1.1 ")
              .append(status)
              .append(' ')
              .append(REASONS.getOrDefault(status, "Error"))
              .append("\r\n");
      new TreeMap<>(headers)
          .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
      head.append("Content-Type: text/plain; charset=utf-8\r\nContent-Length: ")
          .append(body.length)
          .append("\r\nX-Content-Type-Options: nosniff\r\n");
      if (!headers.containsKey("Connection")) {
        head.append("Connection: close\r\n");
      }
      byte[] start =
          head.append("\r\n").toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
      byte[] whole = java.util.Arrays.copyOf(start, start.length + body.length);
      System.arraycopy(body, 0, whole, start.length, body.length);
      return whole;
    }
  }

  /** Why a request is refused; empty where it may be let in. */
  public Optional<Refusal> refusal(HttpHead head) {
    return Optional.ofNullable(find(head));
  }

  private @Nullable Refusal find(HttpHead head) {
    if (!head.version().equals("HTTP/1.1")) {
      return Refusal.of(505, "expected HTTP/1.1, got " + head.version());
    }
    Refusal foreign = foreign(head);
    if (foreign != null) {
      return foreign;
    }
    if (!head.path().equals(path)) {
      return Refusal.of(404, "nothing is here; agents connect to " + path + " with a WebSocket");
    }
    if (!head.method().equals("GET")) {
      return new Refusal(405, Map.of("Allow", "GET"), "a WebSocket is opened with GET");
    }
    if (!head.lists("upgrade", "websocket")) {
      return upgrade("this is a WebSocket for agent desktops: connect with a WebSocket client");
    }
    return websocket(head);
  }

  private @Nullable Refusal foreign(HttpHead head) {
    List<String> hosts = head.values("host");
    if (hosts.size() != 1) {
      return Refusal.of(400, "expected one Host header, got " + hosts.size());
    }
    if (!guard.allowsHost(hosts.get(0))) {
      return Refusal.of(
          403, "this host name is not allowed here; serve --allow-host NAME lets it in");
    }
    List<String> origins = head.values("origin");
    if (origins.size() > 1) {
      return Refusal.of(400, "expected one Origin header, got " + origins.size());
    }
    if (!origins.isEmpty() && !guard.allowsOrigin(origins.get(0))) {
      return Refusal.of(403, "pages of this origin may not connect");
    }
    return null;
  }

  private static @Nullable Refusal websocket(HttpHead head) {
    if (!head.lists("connection", "upgrade")) {
      return Refusal.of(400, "expected the header Connection: Upgrade");
    }
    if (!head.values("transfer-encoding").isEmpty()
        || head.values("content-length").stream().anyMatch(length -> !length.equals("0"))) {
      return Refusal.of(400, "a request that opens a WebSocket has no body");
    }
    if (!VERSION.equals(head.only("sec-websocket-version"))) {
      return head.values("sec-websocket-version").isEmpty()
          ? Refusal.of(400, "expected the header Sec-WebSocket-Version: " + VERSION)
          : upgrade("expected version " + VERSION + " of the WebSocket protocol");
    }
    if (!isKey(head.only("sec-websocket-key"))) {
      return Refusal.of(400, "expected one Sec-WebSocket-Key of 16 bytes in base64");
    }
    return null;
  }

  private static Refusal upgrade(String explanation) {
    return new Refusal(
        426,
        Map.of(
            "Upgrade", "websocket",
            "Connection", "Upgrade, close",
            "Sec-WebSocket-Version", VERSION),
        explanation);
  }

  private static boolean isKey(@Nullable String key) {
    try {
      // Without its padding it would be decoded as well.
      return key != null
          && key.length() == 24
          && Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
