package io.github.switchhook.simulator.transport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Decides which requests may open a WebSocket: a request as RFC 6455, section 4.2.1 wants it, to
 * the right path, by a name of this machine, and not from a page of another host. Thread-safe.
 *
 * @param path of the WebSocket
 * @param guard decides which pages and hosts may talk to the switch
 */
public record Handshake(String path, Loopback guard) {
  private static final int KEY_BYTES = 16;
  private static final String VERSION = "13";
  private static final String VERSION_FIELD = "Sec-WebSocket-Version";

  /**
   * Checks a request, and returns if it may open the WebSocket.
   *
   * @throws Refused where it may not open the WebSocket
   */
  void admit(RequestHead head) throws Refused {
    if (head.minorVersion() == 0) {
      throw new Refused(Status.VERSION_NOT_SUPPORTED, "expected HTTP/1.1, got HTTP/1.0");
    }
    if (!guard.allowsHost(head.host())) {
      throw new Refused(
          Status.FORBIDDEN,
          "this host name is not allowed here; serve --allow-host NAME lets it in");
    }
    if (!guard.allowsOrigin(head.fields().one("Origin").orElse(null))) {
      throw new Refused(Status.FORBIDDEN, "pages of this origin may not connect");
    }
    if (!head.path().equals(path)) {
      throw new Refused(
          Status.NOT_FOUND, "nothing is here; agents connect to " + path + " with a WebSocket");
    }
    if (!head.method().equals("GET")) {
      throw new Refused(Status.METHOD_NOT_ALLOWED, "a WebSocket is opened with GET");
    }
    admit(head.fields());
  }

  private static void admit(Fields fields) throws Refused {
    if (!fields.lists("Upgrade", "websocket")) {
      throw new Refused(
          Status.UPGRADE_REQUIRED,
          "this is a WebSocket for agent desktops: connect with a WebSocket client");
    }
    if (!fields.lists("Connection", "upgrade")) {
      throw Refused.badRequest("expected the header Connection: Upgrade");
    }
    if (fields.has("Transfer-Encoding") || !fields.one("Content-Length").orElse("0").equals("0")) {
      throw Refused.badRequest("a request that opens a WebSocket has no body");
    }
    if (!fields.has(VERSION_FIELD)) {
      throw Refused.badRequest("expected the header " + VERSION_FIELD + ": " + VERSION);
    }
    if (!fields.is(VERSION_FIELD, VERSION)) {
      throw new Refused(
          Status.UPGRADE_REQUIRED, "expected version " + VERSION + " of the WebSocket protocol");
    }
    if (!isKey(fields.one("Sec-WebSocket-Key").orElse(""))) {
      throw Refused.badRequest("expected one Sec-WebSocket-Key of 16 bytes in base64");
    }
  }

  private static boolean isKey(String key) {
    try {
      // Without its padding it would be decoded as well.
      return key.length() == 24 && Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns the whole answer to a refused request, as it goes over the wire. */
  static byte[] answer(Refused refused) {
    String body = refused.explanation() + "\n";
    String more =
        switch (refused.status()) {
          case METHOD_NOT_ALLOWED -> "Allow: GET\r\nConnection: close\r\n";
          case UPGRADE_REQUIRED ->
              "Upgrade: websocket\r\nConnection: Upgrade, close\r\n"
                  + (VERSION_FIELD + ": " + VERSION + "\r\n");
          default -> "Connection: close\r\n";
        };
    String head =
        refused.status().line()
            + more
            + "Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n"
            + "Content-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }
}
