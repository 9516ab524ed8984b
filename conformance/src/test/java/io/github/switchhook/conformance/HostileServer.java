package io.github.switchhook.conformance;

import io.github.switchhook.conformance.protocol.Json;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

/** A raw socket on loopback that treats each client as a test says. */
final class HostileServer implements AutoCloseable {
  static final int TEXT = 0x81;
  static final int BINARY = 0x82;
  static final int CLOSE = 0x88;
  static final int PING = 0x89;

  private final ServerSocket listener;
  private final Behaviour behaviour;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "hostile");
            thread.setDaemon(true);
            return thread;
          });

  /** The treatment of a client that has connected. */
  interface Behaviour {
    void meet(Peer peer) throws IOException;
  }

  /** The treatment of a request before, or in place of, the fake's answer. */
  interface Turn {
    /** Returns whether the fake answers as well. */
    boolean take(String command) throws IOException;
  }

  private HostileServer(ServerSocket listener, Behaviour behaviour) {
    this.listener = listener;
    this.behaviour = behaviour;
  }

  static HostileServer start(Behaviour behaviour) {
    try {
      HostileServer server =
          new HostileServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
      server.threads.execute(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        threads.execute(() -> meet(socket));
      } catch (IOException | RejectedExecutionException e) {
        // The test is over.
      }
    }
  }

  private void meet(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      behaviour.meet(new Peer(socket));
    } catch (IOException e) {
      // The client has closed the connection.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }

  /** A frame that a client sent. */
  record Sent(int opcode, ByteBuffer payload) {
    String text() {
      return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
    }
  }

  /** The connection to one client. */
  static final class Peer {
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final FakeSwitch.Talk talk = FakeSwitch.faultless().talk();

    Peer(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new DataInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    }

    /** Reads the request of the handshake and returns its key. */
    String request() throws IOException {
      return key(head());
    }

    /** Returns the lines of the handshake's request. */
    List<String> head() throws IOException {
      List<String> head = new ArrayList<>();
      for (String line = line(); !line.isEmpty(); line = line()) {
        head.add(line);
      }
      return head;
    }

    private static String key(List<String> head) {
      return head.stream()
          .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
          .map(line -> line.substring(line.indexOf(' ') + 1))
          .findFirst()
          .orElse("");
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

    /** Opens the WebSocket, with more headers if given, each a whole line. */
    Peer shakeHands(String... more) throws IOException {
      return shakeHands(head(), more);
    }

    /** Answers a handshake that was read, with more headers if given, each a whole line. */
    Peer shakeHands(List<String> head, String... more) throws IOException {
      return upgrade(accept(key(head)), more);
    }

    /** Sends the answer that opens the WebSocket. */
    Peer upgrade(String accept, String... more) throws IOException {
      raw(
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + accept
              + "\r\n"
              + String.join("", more)
              + "\r\n");
      return this;
    }

    private static String accept(String key) {
      try {
        return Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-1")
                    .digest(
                        (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                            .getBytes(StandardCharsets.US_ASCII)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    synchronized void raw(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    synchronized void raw(int... bytes) throws IOException {
      for (int each : bytes) {
        out.write(each);
      }
      out.flush();
    }

    void text(String text) throws IOException {
      frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    synchronized void frame(int first, byte[] payload) throws IOException {
      head(first, payload.length);
      out.write(payload);
      out.flush();
    }

    /** Sends the header of a frame, with the given payload length. */
    synchronized void head(int first, int length) throws IOException {
      ByteBuffer head = ByteBuffer.allocate(10).put((byte) first);
      if (length < 126) {
        head.put((byte) length);
      } else if (length <= 0xffff) {
        head.put((byte) 126).putShort((short) length);
      } else {
        head.put((byte) 127).putLong(length);
      }
      out.write(head.array(), 0, head.position());
      out.flush();
    }

    /** Plays the fake, except where a turn replaces its answer. */
    void converse(Turn turn) throws IOException {
      while (true) {
        String text = receive();
        String command =
            Json.parse(text).map(request -> request.path("command").asText()).orElse("");
        if (turn.take(command)) {
          for (String line : talk.answer(text)) {
            text(line);
          }
        }
      }
    }

    /** Returns the next text, which ends with an exception when the client has left. */
    String receive() throws IOException {
      while (true) {
        Sent sent = frame();
        if (sent.opcode() == 1) {
          return sent.text();
        }
        if (sent.opcode() == 8) {
          frame(CLOSE, sent.payload().array());
          throw new IOException("the client closes");
        }
      }
    }

    /** Returns the next frame, unmasked; waits for it. */
    Sent frame() throws IOException {
      int opcode = in.readUnsignedByte() & 0x0f;
      int second = in.readUnsignedByte();
      if ((second & 0x80) == 0) {
        throw new IOException("a client must mask its frames");
      }
      int length =
          switch (second & 0x7f) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> second & 0x7f;
          };
      byte[] mask = in.readNBytes(4);
      byte[] payload = in.readNBytes(length);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= mask[i % 4];
      }
      return new Sent(opcode, ByteBuffer.wrap(payload));
    }

    /** Does nothing until the client has gone. */
    void hang() throws IOException {
      in.transferTo(OutputStream.nullOutputStream());
    }

    /** Repeats an action, with a pause in microseconds, until the client goes. */
    void endlessly(int micros, Sending sending) throws IOException {
      while (true) {
        sending.send();
        if (micros > 0) {
          LockSupport.parkNanos(micros * 1_000L);
        }
      }
    }

    /** Ends the TCP connection by a reset. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  /** An action that writes to the socket. */
  interface Sending {
    void send() throws IOException;
  }
}
