package io.github.switchhook.simulator.transport;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** WebSocket bytes made by hand: the JDK's client never gives up on a handshake that is refused. */
final class RawFrames {
  private RawFrames() {}

  static byte[] handshake(URI uri, String origin) {
    return ("GET "
            + uri.getPath()
            + " HTTP/1.1\r\nHost: "
            + uri.getAuthority()
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Origin: "
            + origin
            + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
