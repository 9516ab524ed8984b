package io.github.switchhook.simulator.benchmark;

import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.engine.ClockKind;
import io.github.switchhook.simulator.transport.RawClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures what some clients cost the others: 500 clients ask twice a second each, alone, next to
 * 20 that ask for much, next to 20 that ask for the same and do not read, and next to 20 that send
 * as fast as they can. The last are compared with the same 20 flooding another switch on the same
 * machine, so that the processors are as busy. Switches and floods are processes of their own; the
 * cases take turns, and medians are printed.
 */
public final class ClientsBenchmark {
  private static final int CLIENTS = 500;
  private static final int OTHERS = 20;

  /** Would be answered by some 4 MiB: more than the system and the switch keep for a client. */
  private static final int AT_ONCE = 500;

  private static final Set<Thread> CONNECTED_BEFORE = ConcurrentHashMap.newKeySet();
  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final Duration WARM_UP = Duration.ofSeconds(6);
  private static final long EVERY_NANOS = 500_000_000;
  private static final String ASKS =
      "{\"command\":\"session.start\",\"target\":\"%s\",\"data\":{}}";

  private enum Case {
    ALONE,
    READING,
    STALLED,
    FLOODING_ANOTHER,
    FLOODING
  }

  private record Latency(long p50, long p99, long heapMiB) {}

  private ClientsBenchmark() {}

  /** Runs the benchmark without arguments, and one of its processes with some. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case "switch" -> serve(out);
      case "flood" -> others(OTHERS, () -> flood(URI.create(arguments[1])), out);
      case "read" -> others(OTHERS, () -> ask(URI.create(arguments[1]), true), out);
      case "stall" -> others(OTHERS, () -> ask(URI.create(arguments[1]), false), out);
      default -> measure(out);
    }
  }

  private static void measure(PrintStream out) throws Exception {
    Map<Case, List<Latency>> measured = new EnumMap<>(Case.class);
    for (int round = 0; round < ROUNDS; round++) {
      for (Case each : Case.values()) {
        measured.computeIfAbsent(each, none -> new ArrayList<>()).add(round(each));
      }
    }
    measured.forEach(
        (each, rounds) ->
            out.printf(
                "%-16s p50 %6.2f ms  p99 %7.2f ms  heap %4d MiB  (medians of %d)%n",
                each.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                median(rounds, Latency::p50) / 1e6,
                median(rounds, Latency::p99) / 1e6,
                median(rounds, Latency::heapMiB),
                ROUNDS));
    out.printf(
        "p99 ratio, 20 stalled to the same 20 reading: %.2f%n",
        ratio(measured, Case.STALLED, Case.READING));
    out.printf("p99 ratio, 20 stalled to alone: %.2f%n", ratio(measured, Case.STALLED, Case.ALONE));
    out.printf(
        "p99 ratio, 20 flooding this switch to another: %.2f%n",
        ratio(measured, Case.FLOODING, Case.FLOODING_ANOTHER));
  }

  private static double ratio(Map<Case, List<Latency>> measured, Case a, Case b) {
    return (double) median(measured.getOrDefault(a, List.of()), Latency::p99)
        / median(measured.getOrDefault(b, List.of()), Latency::p99);
  }

  private static long median(List<Latency> rounds, java.util.function.ToLongFunction<Latency> of) {
    long[] sorted = rounds.stream().mapToLong(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static Latency round(Case which) throws Exception {
    try (Child server = new Child("switch")) {
      URI uri = URI.create(server.line());
      try (Child another = new Child("switch")) {
        URI elsewhere = URI.create(another.line());
        try (Child others = others(which, uri, elsewhere)) {
          others.line();
          Clients clients = new Clients(uri);
          clients.run(WARM_UP);
          clients.forget();
          clients.run(ROUND);
          return clients.latency(server.heapMiB());
        }
      }
    }
  }

  private static Child others(Case which, URI uri, URI elsewhere) throws IOException {
    return switch (which) {
      case ALONE -> new Child("flood", "ws://127.0.0.1:9/nothing");
      case READING -> new Child("read", uri.toString());
      case STALLED -> new Child("stall", uri.toString());
      case FLOODING_ANOTHER -> new Child("flood", elsewhere.toString());
      case FLOODING -> new Child("flood", uri.toString());
    };
  }

  private static void serve(PrintStream out) throws IOException, InterruptedException {
    try (Simulator simulator =
        Simulator.start(
            SimulatorOptions.standard().withClock(ClockKind.REAL, Duration.ofMillis(50)))) {
      out.println(simulator.uri());
      // Each line asks for the heap; the end of the input ends the process.
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (in.readLine() != null) {
        java.lang.management.ManagementFactory.getMemoryMXBean().gc();
        out.println(
            java.lang.management.ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                >> 20);
      }
    }
  }

  private interface Connected {
    void run() throws IOException;
  }

  /**
   * Runs that many clients until the input ends; a client that is cut off comes back a little
   * later.
   */
  private static void others(int count, Connected client, PrintStream out) throws IOException {
    for (int i = 0; i < count; i++) {
      daemon(
          () -> {
            while (true) {
              try {
                client.run();
              } catch (IOException e) {
                pause();
              }
            }
          });
    }
    out.println("begun");
    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
  }

  /** Sends as fast as it can, and reads everything. */
  private static void flood(URI uri) throws IOException {
    byte[] request = RawClient.text(ASKS.formatted("nobody"));
    try (RawClient client = RawClient.connect(uri, 0).opened(uri)) {
      daemon(() -> readAll(client));
      while (true) {
        client.send(request);
      }
    }
  }

  /**
   * Asks at once for more than the buffers hold (during the warm-up), then as often as the others
   * do. Where it reads nothing, it is soon read no further, is cut off for the age of what waits,
   * and comes back asking bit by bit: one that asks at full speed is a flood, which is measured
   * apart.
   */
  private static void ask(URI uri, boolean reading) throws IOException {
    byte[] request = RawClient.text(ASKS.formatted("x".repeat(4_000)));
    boolean again = !CONNECTED_BEFORE.add(Thread.currentThread());
    try (RawClient client = RawClient.connect(uri, reading ? 0 : 4_096).opened(uri)) {
      if (reading) {
        daemon(() -> readAll(client));
      }
      for (int i = 0; i < AT_ONCE && !again; i++) {
        client.send(request);
      }
      // Like the others, the twenty do not ask in the same instant.
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(EVERY_NANOS));
      while (true) {
        client.send(request);
        LockSupport.parkNanos(EVERY_NANOS);
      }
    }
  }

  private static void pause() {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000_000, 3_000_000_000L));
  }

  private static void readAll(RawClient client) {
    try {
      while (true) {
        client.next();
      }
    } catch (IOException e) {
      // The flood is over.
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }

  /** A process that runs this class. */
  private static final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    Child(String... arguments) throws IOException {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ClientsBenchmark.class.getName()));
      command.addAll(List.of(arguments));
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    String line() throws IOException {
      return String.valueOf(out.readLine());
    }

    long heapMiB() throws IOException {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      return Long.parseLong(line());
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }

  /** The 500, on one thread; each asks at its times, whatever became of the question before. */
  private static final class Clients {
    private static final class Client {
      final SocketChannel channel;
      final Deque<Long> asked = new ArrayDeque<>();
      long next;
      byte[] rest = {};

      Client(SocketChannel channel, long next) {
        this.channel = channel;
        this.next = next;
      }
    }

    private final Selector selector = Selector.open();
    private final List<Client> clients = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
    private final byte[] request = RawClient.text(ASKS.formatted("nobody"));
    private long[] latencies = new long[1 << 16];
    private int count;

    Clients(URI uri) throws IOException {
      for (int i = 0; i < CLIENTS; i++) {
        SocketChannel channel =
            SocketChannel.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort()));
        channel.socket().setTcpNoDelay(true);
        channel.write(ByteBuffer.wrap(RawClient.handshake(uri)));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
          buffer.clear();
          channel.read(buffer);
          head.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
        }
        channel.configureBlocking(false);
        Client client = new Client(channel, System.nanoTime() + EVERY_NANOS * i / CLIENTS);
        channel.register(selector, SelectionKey.OP_READ, client);
        clients.add(client);
      }
    }

    void forget() {
      count = 0;
    }

    void run(Duration time) throws IOException {
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        long now = System.nanoTime();
        for (Client client : clients) {
          if (client.next <= now) {
            // From the time at which it was due: a late request is late for the client, too.
            client.asked.add(client.next);
            client.next += EVERY_NANOS;
            client.channel.write(ByteBuffer.wrap(request));
          }
        }
        selector.select(1);
        for (SelectionKey key : selector.selectedKeys()) {
          read((Client) key.attachment());
        }
        selector.selectedKeys().clear();
      }
    }

    private void read(Client client) throws IOException {
      buffer.clear();
      buffer.put(client.rest);
      if (client.channel.read(buffer) < 0) {
        throw new IOException("the switch has closed the connection of a client that reads");
      }
      buffer.flip();
      long now = System.nanoTime();
      // Answers have from 126 to 65,535 bytes here.
      while (buffer.remaining() >= 4) {
        int length = buffer.getShort(buffer.position() + 2) & 0xffff;
        if (buffer.remaining() < 4 + length) {
          break;
        }
        buffer.position(buffer.position() + 4 + length);
        note(now - client.asked.remove());
      }
      client.rest = new byte[buffer.remaining()];
      buffer.get(client.rest);
    }

    private void note(long nanos) {
      if (count == latencies.length) {
        latencies = Arrays.copyOf(latencies, 2 * count);
      }
      latencies[count++] = nanos;
    }

    Latency latency(long heapMiB) throws IOException {
      for (Client client : clients) {
        client.channel.close();
      }
      selector.close();
      long[] sorted = Arrays.copyOf(latencies, count);
      Arrays.sort(sorted);
      return new Latency(sorted[count / 2], sorted[count * 99 / 100], heapMiB);
    }
  }
}
