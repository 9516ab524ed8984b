package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.profile.Address;
import io.github.switchhook.conformance.profile.Secret;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Opens a WebSocket: TCP, TLS where the URL asks for it, and the handshake of RFC 6455, section
 * 4.1. One deadline holds for all of it.
 *
 * @param address where to
 * @param tls the certificates to trust; null where the URL does not ask for TLS
 * @param limit how long it may take
 */
record Opening(Address address, @Nullable SSLContext tls, Duration limit) {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String KEY = "Sec-WebSocket-Key";

  /**
   * The headers of Tyrus that are not sent: Host is written as in the URL, and only browsers have
   * an origin.
   */
  private static final Set<String> NOT_ASKED = Set.of("host", "origin");

  private static final String ANSWERED = "the handshake is answered with ";

  /**
   * An open WebSocket.
   *
   * @param plain the TCP connection below, whose close ends the WebSocket too
   * @param in what the target sends, from its first frame on
   * @param out where frames are written to
   * @param head the answer to the handshake
   */
  record Opened(Socket plain, InputStream in, OutputStream out, Head head) {}

  /**
   * Connects and performs the handshake.
   *
   * @param asked the headers of the request, the key among them
   * @throws Wire.UnreachableException if there is none within the limit; the message does not name
   *     the URL
   */
  Opened open(Map<String, String> asked) {
    long deadline = System.nanoTime() + limit.toNanos();
    Socket plain = Reach.connect(address.url(), limit);
    Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
    String step = tls == null ? "the handshake" : "TLS";
    try (Watchdog watchdog = Watchdog.over(plain, left)) {
      try {
        Socket socket = tls == null ? plain : Reach.secure(plain, address.url(), tls);
        step = "the handshake";
        return shakeHands(plain, socket, asked);
      } catch (IOException e) {
        throw watchdog.struck() ? Reach.silent(step, limit, e) : unreachable(e);
      }
    } catch (RuntimeException e) {
      Watchdog.quietly(plain);
      throw e;
    }
  }

  private Opened shakeHands(Socket plain, Socket socket, Map<String, String> asked)
      throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(request(asked).getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
    Head head = Head.read(in);
    check(head, asked.getOrDefault(KEY, ""));
    return new Opened(plain, in, out, head);
  }

  /** Returns the request of the handshake; path and query go out as written, not decoded. */
  private String request(Map<String, String> asked) {
    URI url = address.url();
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort());
    asked.forEach(
        (name, value) -> {
          if (!NOT_ASKED.contains(name.toLowerCase(Locale.ROOT))) {
            headers.put(name, value);
          }
        });
    for (Map.Entry<String, Secret> header : address.headers().entrySet()) {
      headers.keySet().removeIf(header.getKey()::equalsIgnoreCase);
      headers.put(header.getKey(), header.getValue().value());
    }
    StringBuilder request = new StringBuilder("GET ").append(path);
    request
        .append(url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
        .append(" HTTP/1.1\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    return request.append("\r\n").toString();
  }

  private void check(Head head, String key) {
    if (head.status() != 101) {
      throw refused(head);
    }
    if (!head.whole("upgrade").equalsIgnoreCase("websocket")
        || !head.lists("connection", "upgrade")) {
      throw new Wire.UnreachableException(
          ANSWERED + "101, but without \"Upgrade: websocket\" and \"Connection: Upgrade\"",
          "the path in url, and proxies between here and the target");
    }
    String accept = head.whole("sec-websocket-accept");
    if (!accept.equals(expected(key))) {
      throw new Wire.UnreachableException(
          ANSWERED
              + "a wrong Sec-WebSocket-Accept: expected "
              + expected(key)
              + ", got "
              + (accept.isEmpty() ? "none" : '"' + Head.excerpt(accept) + '"')
              + " (RFC 6455, section 4.1)",
          "the target's WebSocket library, and proxies that answer from a cache");
    }
    String chosen = head.whole("sec-websocket-protocol");
    if (!chosen.isEmpty() && !address.subprotocols().contains(chosen)) {
      throw new Wire.UnreachableException(
          ANSWERED
              + "the subprotocol \""
              + Head.excerpt(chosen)
              + "\", which was not offered (RFC 6455, section 4.1); offered: "
              + (address.subprotocols().isEmpty()
                  ? "none"
                  : String.join(", ", address.subprotocols())),
          "subprotocols: they must have what the target speaks");
    }
    String extensions = head.whole("sec-websocket-extensions");
    if (!extensions.isEmpty()) {
      throw new Wire.UnreachableException(
          ANSWERED
              + "the extension \""
              + Head.excerpt(extensions)
              + "\", which was not offered (RFC 6455, section 4.1)",
          "the target's WebSocket library");
    }
  }

  private static Wire.UnreachableException refused(Head head) {
    int status = head.status();
    StringBuilder why = new StringBuilder(ANSWERED);
    why.append("HTTP status ").append(status).append(", expected 101");
    head.header("location").ifPresent(to -> why.append("; it points to " + Head.excerpt(to)));
    head.header("retry-after")
        .ifPresent(after -> why.append("; it says Retry-After: " + Head.excerpt(after)));
    head.header("www-authenticate")
        .ifPresent(scheme -> why.append("; it asks for " + Head.excerpt(scheme)));
    return new Wire.UnreachableException(why.toString(), lookAt(status));
  }

  private static String lookAt(int status) {
    return switch (status) {
      case 401, 403 -> "headers, such as Authorization or a key, and keyStore if TLS asks for it";
      case 404 -> "the path in url";
      case 407 -> "proxies between here and the target";
      case 400, 426 ->
          "subprotocols, headers, whether url is that of a WebSocket, and whether it should begin"
              + " with wss://";
      case 429, 503 -> "whether the target is overloaded or limits connections; try again later";
      default -> status < 400 ? "url: it leads elsewhere" : "what the target's own log says";
    };
  }

  private Wire.UnreachableException unreachable(IOException failure) {
    return failure instanceof Head.NoHttpException foreign
        ? new Wire.UnreachableException(String.valueOf(foreign.getMessage()), foreign.lookAt())
        : Reach.unreachable(address.url(), failure);
  }

  private static String expected(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
