package io.github.switchhook.conformance.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.switchhook.conformance.foreign.Job.Leg;
import io.github.switchhook.conformance.foreign.Job.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Another vendor's switch, small and in another style: it wraps each message, has its own login,
 * numbers, names and codes, takes 50 ms for everything, and lets a laboratory steer it over HTTP.
 * It shares nothing with the simulator. It has consult calls, recording and queues; it has no
 * conference and no pause. Its timers follow a clock that only a test can move.
 */
public final class ForeignSwitch implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  static final long LATENCY_MILLIS = 50;
  static final Map<String, String> EXTENSIONS = extensions();

  /** The faults that the switch may have. */
  public enum Fault {
    NONE,
    /** The switch sends no focus event once a conversation has ended. */
    FORGETS_FOCUS,
    /** The switch asks for a login step that the profile does not have. */
    ASKS_WHO,
    /** The switch answers requests and sends no events. */
    TELLS_NOTHING,
    /** The switch sends messages without end once an agent has logged in. */
    FLOODS,
    /** The switch sends messages without end from the start, and answers nothing. */
    FLOODS_AT_ONCE,
    /** The switch answers a login by a message longer than the kit reads. */
    SAYS_TOO_MUCH
  }

  /** The length of that answer, in characters. */
  public static final int TOO_MUCH = 50_000_000;

  /** The time by which the switch's clock is ahead. */
  public static final Duration AHEAD = Duration.ofSeconds(90);

  private static final String LAB_KEY = "Lab 4711-key";
  private static final long RINGS_FOR = 30;

  private final ServerSocket listener;
  private final HttpServer lab;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Desk> desks = new HashMap<>();
  private final Map<String, Desk> lines = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparing(Timer::number));
  private final Fault fault;
  private long seconds;
  private long ticks;

  private record Timer(long at, long number, Runnable action) {}

  private ForeignSwitch(Fault fault) throws IOException {
    this.fault = fault;
    InetAddress loopback = InetAddress.getLoopbackAddress();
    listener = new ServerSocket(0, 50, loopback);
    lab = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    lab.createContext("/lab/", this::steer);
    lab.setExecutor(threads);
  }

  private static Map<String, String> extensions() {
    Map<String, String> extensions = new HashMap<>();
    List<String> names = List.of("ann", "ben", "cid", "dot");
    for (int team = 0; team < 9; team++) {
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i) + (team == 0 ? "" : String.valueOf(team + 1));
        extensions.put(name, String.valueOf(210 + 10 * i + team));
      }
    }
    return Map.copyOf(extensions);
  }

  /** Starts a switch without a fault, on free ports. */
  public static ForeignSwitch start() {
    return start(Fault.NONE);
  }

  /** Starts a switch with a fault, on free ports. */
  public static ForeignSwitch start(Fault fault) {
    try {
      ForeignSwitch started = new ForeignSwitch(fault);
      started.lab.start();
      started.threads.execute(started::listen);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the port of the WebSocket. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Returns the port of the laboratory. */
  public int labPort() {
    return lab.getAddress().getPort();
  }

  /** Lets the switch's timers run for a time of whole seconds. */
  public synchronized void pass(Duration time) {
    long until = seconds + time.toSeconds();
    while (!timers.isEmpty() && timers.element().at() <= until) {
      Timer next = timers.remove();
      seconds = next.at();
      next.action().run();
    }
    seconds = until;
  }

  private void after(long wait, Runnable action) {
    timers.add(new Timer(seconds + wait, tick(), action));
  }

  boolean has(Fault asked) {
    return fault == asked;
  }

  String newId(String kind) {
    return kind + tick();
  }

  long tick() {
    return ++ticks;
  }

  /** Logs an agent on; the new desk takes over what a lost connection of the agent has left. */
  void seated(Desk desk) {
    Desk old = desks.put(desk.extension(), desk);
    if (old != null) {
      desk.inherit(old);
      lines.replaceAll((number, holder) -> holder == old ? desk : holder);
    } else {
      desk.freeSince = tick();
    }
  }

  /** Logs an agent off; with the last agent the waiting customers leave. */
  void left(Desk desk) {
    desks.remove(desk.extension(), desk);
    lines.values().removeIf(holder -> holder == desk);
    if (desks.isEmpty()) {
      waiting.clear();
    }
  }

  boolean isClaimed(String number) {
    return EXTENSIONS.containsValue(number) || lines.containsKey(number);
  }

  /** Tells whether a desk can have that number, which is its own then. */
  boolean claims(String number, Desk desk) {
    Desk holder = lines.get(number);
    if (holder == null || holder.extension().equals(desk.extension())) {
      lines.put(number, desk);
    }
    return lines.get(number) == desk;
  }

  // --- numbers

  boolean knows(String number) {
    return number.matches("\\+49-30-(1[0-3]?|2[0-1]?|[3-57-8])")
        || EXTENSIONS.containsValue(number);
  }

  /** Tells whether a number that is known can be called now. */
  boolean takesCalls(String number) {
    Desk desk = desks.get(number);
    return EXTENSIONS.containsValue(number)
        ? desk != null && desk.isFree()
        : !number.matches("\\+49-30-[34]");
  }

  /** Connects a leg as the dialled number says. */
  void place(Leg leg, String number) {
    if (!takesCalls(number)) {
      leg.desk().end(leg, "BROKEN");
      return;
    }
    Desk called = desks.get(number);
    if (called != null) {
      Leg offered = offer(called, leg.desk().extension(), leg.job.attributes);
      offered.peer = leg;
      leg.peer = offered;
      return;
    }
    switch (number.substring("+49-30-".length())) {
      case "1", "11", "12", "13" -> leg.desk().answered(leg);
      case "5" -> after(20, () -> fails(leg));
      case "7" -> after(5, () -> answers(leg));
      case "8" -> {
        leg.desk().answered(leg);
        after(5, () -> hangsUp(leg));
      }
      default -> {
        // It rings until it is told.
      }
    }
  }

  private Leg offer(Desk desk, String from, ObjectNode attributes) {
    Leg leg = desk.offered(from, attributes.deepCopy());
    after(RINGS_FOR, () -> goesOn(leg));
    return leg;
  }

  /** Connects the party at the other end of a leg that has ended with a number. */
  void passOn(Leg ended, String number) {
    Leg stays = ended.peer;
    Desk called = desks.get(number);
    String from = stays == null ? ended.address : stays.desk().extension();
    Leg offered = called == null ? null : offer(called, from, ended.job.attributes);
    if (offered != null) {
      offered.peer = stays;
    }
    if (stays != null) {
      stays.peer = offered;
      stays.desk().meets(stays, number, ended.desk().extension());
    }
  }

  private static boolean answers(Leg leg) {
    boolean rings = leg.state.equals("PROGRESSING");
    if (rings) {
      leg.desk().answered(leg);
    }
    return rings;
  }

  private static boolean fails(Leg leg) {
    boolean rings = leg.state.equals("PROGRESSING");
    if (rings) {
      leg.desk().end(leg, "BROKEN");
    }
    return rings;
  }

  private static boolean hangsUp(Leg leg) {
    boolean up = leg.job.legs.contains(leg);
    if (up) {
      leg.desk().end(leg, "GONE");
    }
    return up;
  }

  void answeredBy(Leg leg) {
    Leg caller = leg.peer;
    if (caller != null && caller.state.equals("PROGRESSING")) {
      caller.desk().answered(caller);
    }
  }

  /** Ends a refused offer: a calling agent gets the event, a customer goes to the next agent. */
  void turnedDown(Leg leg) {
    Leg caller = leg.peer;
    if (caller != null && !fails(caller)) {
      hangsUp(caller);
    }
    Waiting customer = leg.job.waiting;
    if (customer != null) {
      waiting.add(0, customer);
      serve();
      waiting.removeIf(one -> one.queue.isEmpty());
    }
  }

  // --- queues

  /** Offers waiting customers to free agents, the longest waiting first on both sides. */
  void serve() {
    for (Waiting customer : List.copyOf(waiting)) {
      Optional<Desk> next =
          desks.values().stream()
              .filter(Desk::isFree)
              .filter(desk -> customer.queue.isEmpty() || desk.queue.equals(customer.queue))
              .filter(desk -> !customer.tried.contains(desk))
              .min(Comparator.comparingLong(desk -> desk.freeSince));
      next.ifPresent(
          desk -> {
            waiting.remove(customer);
            offer(customer, desk);
          });
    }
  }

  private Leg offer(Waiting customer, Desk desk) {
    customer.tried.add(desk);
    Leg leg = offer(desk, customer.from, JSON.createObjectNode());
    leg.job.waiting = customer;
    return leg;
  }

  private void goesOn(Leg leg) {
    if (leg.state.equals("OFFERED")) {
      leg.desk().end(leg, "GONE");
      turnedDown(leg);
    }
  }

  // --- the sockets

  private void listen() {
    while (!listener.isClosed()) {
      try {
        java.net.Socket accepted = listener.accept();
        threads.execute(() -> serve(accepted));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(java.net.Socket accepted) {
    try (Socket socket = new Socket(accepted)) {
      if (!socket.path().equals("/cti/v3?tenant=7") || !socket.header("x-tenant").equals("t-7")) {
        socket.refuse("403 Forbidden");
        return;
      }
      if (fault == Fault.ASKS_WHO) {
        socket.refuse("401 Unauthorized");
        return;
      }
      socket.accept(socket.header("sec-websocket-protocol").contains("cti.v3") ? "cti.v3" : "");
      if (fault == Fault.FLOODS_AT_ONCE) {
        flood(socket);
      }
      Desk desk = new Desk(this, socket);
      try {
        while (true) {
          String text = socket.receive();
          synchronized (this) {
            desk.take(text);
          }
        }
      } finally {
        synchronized (this) {
          desk.close();
        }
      }
    } catch (IOException e) {
      // The other side has gone.
    }
  }

  /** Sends messages until the other side has closed the connection. */
  static void flood(Socket socket) throws IOException {
    while (true) {
      socket.send("{\"messageType\":\"noise\"}");
    }
  }

  // --- the laboratory

  private void steer(HttpExchange exchange) throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    int status = 401;
    if (LAB_KEY.equals(exchange.getRequestHeaders().getFirst("X-Lab"))) {
      String[] path = exchange.getRequestURI().getPath().substring("/lab/".length()).split("/", 3);
      JsonNode order = JSON.readTree(exchange.getRequestBody());
      synchronized (this) {
        status =
            path[0].equals("incoming")
                ? incoming(order, answer)
                : act(path, String.valueOf(exchange.getRequestURI().getQuery()), answer);
      }
    }
    byte[] body = JSON.writeValueAsBytes(answer);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private int incoming(JsonNode order, ObjectNode answer) {
    String callee = order.path("callee").asText();
    String caller = order.path("caller").asText();
    Desk desk = desks.get(callee);
    if (callee.startsWith("Q-")) {
      waiting.add(new Waiting(caller, callee));
      serve();
    } else if (desk == null) {
      return 404;
    } else if (desk.isFree()) {
      answer.putObject("call").put("id", offer(new Waiting(caller, ""), desk).id());
    }
    return 201;
  }

  private int act(String[] path, String query, ObjectNode answer) {
    Optional<Leg> leg =
        Optional.ofNullable(desks.get(path[1])).map(desk -> desk.job).stream()
            .flatMap(job -> job.legs.stream())
            .filter(one -> one.address.equals(path[2]))
            .findFirst();
    boolean done =
        leg.isPresent()
            && switch (query) {
              case "do=answer" -> answers(leg.get());
              case "do=fail" -> fails(leg.get());
              case "do=leave" -> hangsUp(leg.get());
              default -> true;
            };
    leg.ifPresent(found -> answer.put("tones", found.tones.toString()));
    return done ? 200 : 409;
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lab.stop(0);
      threads.shutdownNow();
    }
  }
}
