package io.github.switchhook.simulator.transport;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A client that writes its own bytes, right or wrong: no library stands between it and the switch.
 * Each read waits for ten seconds at the most.
 */
public final class RawClient implements AutoCloseable {
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;
  private static final int FIN = 0x80;
  private static final int DEADLINE_MILLIS = 10_000;
  private static final byte[] MASK = {0x11, 0x22, 0x33, 0x44};

  /** A frame that the switch sent. */
  public record Received(int first, List<Byte> payload) {
    int opcode() {
      return first & 0xf;
    }

    byte[] bytes() {
      byte[] all = new byte[payload.size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = payload.get(i);
      }
      return all;
    }

    String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Returns the close code; 1005 where there is none. */
    int code() {
      return payload.isEmpty() ? 1005 : ByteBuffer.wrap(bytes()).getShort() & 0xffff;
    }

    String reason() {
      return payload.size() < 2
          ? ""
          : text().substring(new String(bytes(), 0, 2, StandardCharsets.UTF_8).length());
    }
  }

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  private RawClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
    this.out = socket.getOutputStream();
  }

  /** Opens a TCP connection and sends nothing. */
  static RawClient connect(URI uri) throws IOException {
    return connect(uri, 0);
  }

  /** Connects with a receive buffer of so many bytes; 0 for the system's choice. */
  public static RawClient connect(URI uri, int receiveBuffer) throws IOException {
    Socket socket = new Socket();
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setSoTimeout(DEADLINE_MILLIS);
    socket.setTcpNoDelay(true);
    socket.connect(
        new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort()),
        DEADLINE_MILLIS);
    return new RawClient(socket);
  }

  /** Opens a TCP connection and a WebSocket on it. */
  public static RawClient open(URI uri) throws IOException {
    return connect(uri).opened(uri);
  }

  public RawClient opened(URI uri) throws IOException {
    send(handshake(uri));
    String head = head();
    if (!head.startsWith("HTTP/1.1 101 ")) {
      throw new IOException("expected to be let in, got " + head);
    }
    return this;
  }

  /** Returns a request that is accepted. */
  public static byte[] handshake(URI uri) {
    return handshake(uri, "");
  }

  /** Returns a request that is accepted, unless these additional header lines forbid it. */
  static byte[] handshake(URI uri, String moreHeaders) {
    return ascii(
        "GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n%s"
                .formatted(uri.getPath(), uri.getAuthority(), moreHeaders)
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns a whole frame, masked, in the shortest form. */
  static byte[] frame(int opcode, byte[] payload) {
    return frame(FIN | opcode, payload.length, lengthForm(payload.length), true, payload);
  }

  public static byte[] text(String message) {
    return frame(TEXT, message.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] closing(int code, String reason) {
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    return frame(
        CLOSE, ByteBuffer.allocate(2 + words.length).putShort((short) code).put(words).array());
  }

  /** Returns a frame that is not the last of its message. */
  static byte[] fragment(int opcode, byte[] payload) {
    return frame(opcode, payload.length, lengthForm(payload.length), true, payload);
  }

  /**
   * Returns a frame whose header may be wrong.
   *
   * @param first the first byte
   * @param length the length that is told
   * @param form in how many bytes it is told: 1, 2 or 8
   */
  static byte[] frame(int first, long length, int form, boolean masked, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(14 + payload.length);
    int mask = masked ? 0x80 : 0;
    frame.put((byte) first);
    switch (form) {
      case 1 -> frame.put((byte) (mask | length));
      case 2 -> frame.put((byte) (mask | 126)).putShort((short) length);
      default -> frame.put((byte) (mask | 127)).putLong(length);
    }
    if (masked) {
      frame.put(MASK);
    }
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (masked ? payload[i] ^ MASK[i % MASK.length] : payload[i]));
    }
    byte[] bytes = new byte[frame.position()];
    frame.flip().get(bytes);
    return bytes;
  }

  private static int lengthForm(int length) {
    return length <= 125 ? 1 : length <= 0xffff ? 2 : 8;
  }

  static byte[] together(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  public void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** Sends one byte in each segment. */
  void trickle(byte[] bytes) throws IOException {
    for (byte each : bytes) {
      out.write(each);
      out.flush();
    }
  }

  /** Reads the head of an answer. */
  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  /** Reads all that comes until the switch ends the connection. */
  String rest() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  public Received next() throws IOException {
    int first = in.readUnsignedByte();
    int length = in.readUnsignedByte();
    long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
    byte[] payload = new byte[Math.toIntExact(size)];
    in.readFully(payload);
    List<Byte> bytes = new java.util.ArrayList<>(payload.length);
    for (byte each : payload) {
      bytes.add(each);
    }
    return new Received(first, bytes);
  }

  /** Asks and reads up to the answer of a command; events and pings before it are passed over. */
  Received ask(String request) throws IOException {
    send(text(request));
    Received received = next();
    while (received.opcode() != TEXT || !received.text().contains("\"result\"")) {
      received = next();
    }
    return received;
  }

  /** Reads up to the close frame; empty where the connection ends without one. */
  Optional<Received> closeFrame() throws IOException {
    try {
      while (true) {
        Received received = next();
        if (received.opcode() == CLOSE) {
          return Optional.of(received);
        }
      }
    } catch (EOFException | SocketException e) {
      return Optional.empty();
    }
  }

  /** Tells whether the switch has ended the connection, all before that read. */
  boolean ended() throws IOException {
    try {
      in.readAllBytes();
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  /** Vanishes: the system sends a reset. */
  void vanish() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
