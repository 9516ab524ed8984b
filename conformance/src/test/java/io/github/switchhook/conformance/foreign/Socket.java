package io.github.switchhook.conformance.foreign;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Just enough of RFC 6455 for text messages, on a plain socket. */
final class Socket implements AutoCloseable {
  private static final int LONGEST = 256 * 1024;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;

  private final java.net.Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final String path;
  private final Map<String, String> headers = new HashMap<>();

  /** Reads the handshake's request; {@link #accept} or {@link #refuse} answers it. */
  Socket(java.net.Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.in = new DataInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.path = line().split(" ", 3)[1];
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
  }

  String path() {
    return path;
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  void refuse(String status) throws IOException {
    head("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
    close();
  }

  void accept(String subprotocol) throws IOException {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest(
                  (header("sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                      .getBytes(StandardCharsets.US_ASCII));
      head(
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nDate: "
              + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                  ZonedDateTime.now(ZoneOffset.UTC).plus(ForeignSwitch.AHEAD))
              + "\r\n"
              + "Sec-WebSocket-Protocol: "
              + subprotocol
              + "\r\nSec-WebSocket-Accept: "
              + Base64.getEncoder().encodeToString(hash)
              + "\r\n\r\n");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the next text, an empty one for what is none; throws once the other side has closed.
   */
  String receive() throws IOException {
    while (true) {
      int opcode = in.readUnsignedByte() & 0x0f;
      int length = in.readUnsignedByte() & 0x7f;
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = Math.toIntExact(in.readLong());
      }
      byte[] mask = in.readNBytes(4);
      byte[] payload = in.readNBytes(length);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= mask[i % 4];
      }
      if (length > LONGEST) {
        frame(CLOSE, new byte[] {1009 >> 8, (byte) (1009 & 0xff)});
        throw new IOException("too long");
      }
      if (opcode == TEXT) {
        return new String(payload, StandardCharsets.UTF_8);
      }
      if (opcode == BINARY) {
        return "";
      }
      if (opcode == CLOSE) {
        frame(CLOSE, payload);
        throw new IOException("closed");
      }
      if (opcode == PING) {
        frame(10, payload);
      }
    }
  }

  void send(String text) throws IOException {
    frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends one text of blanks of the given length, without holding all in memory. */
  synchronized void sendBlanks(int length) throws IOException {
    out.write(
        ByteBuffer.allocate(10).put((byte) (0x80 | TEXT)).put((byte) 127).putLong(length).array());
    byte[] some = " ".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
    for (int left = length; left > 0; left -= some.length) {
      out.write(some, 0, Math.min(left, some.length));
    }
  }

  private synchronized void frame(int opcode, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 10);
    frame.put((byte) (0x80 | opcode));
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else if (payload.length <= 0xffff) {
      frame.put((byte) 126).putShort((short) payload.length);
    } else {
      frame.put((byte) 127).putLong(payload.length);
    }
    frame.put(payload);
    out.write(frame.array(), 0, frame.position());
    out.flush();
  }

  private void head(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
