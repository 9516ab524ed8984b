package io.github.switchhook.conformance.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Another vendor's switch, small and in another style: it wraps each message, has its own login,
 * numbers, names and codes, takes 50 ms for everything, and lets a laboratory steer it over HTTP.
 * It shares nothing with the simulator, and has no consult, conference or recording.
 */
public final class ForeignSwitch implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  static final Map<String, String> EXTENSIONS = Map.of("ann", "210", "ben", "220");

  private static final String LAB_KEY = "Lab 4711-key";

  private final ServerSocket listener;
  private final HttpServer lab;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<String, Desk> desks = new ConcurrentHashMap<>();

  private ForeignSwitch() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    listener = new ServerSocket(0, 50, loopback);
    lab = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    lab.createContext("/lab/", this::steer);
    lab.setExecutor(threads);
  }

  /** Starts it on free ports. */
  public static ForeignSwitch start() {
    try {
      ForeignSwitch started = new ForeignSwitch();
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

  String newId(String kind) {
    return kind + ids.incrementAndGet();
  }

  void seated(String extension, Desk desk) {
    desks.put(extension, desk);
  }

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
      socket.accept(socket.header("sec-websocket-protocol").contains("cti.v3") ? "cti.v3" : "");
      try (Desk desk = new Desk(this, socket)) {
        while (true) {
          desk.take(socket.receive());
        }
      }
    } catch (IOException e) {
      // The other side has gone.
    }
  }

  private void steer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/lab/".length());
    JsonNode order = JSON.readTree(exchange.getRequestBody());
    ObjectNode answer = JSON.createObjectNode();
    int status = 200;
    if (!LAB_KEY.equals(exchange.getRequestHeaders().getFirst("X-Lab"))) {
      status = 401;
    } else if (path.equals("incoming")) {
      Desk desk = desks.get(order.path("callee").asText());
      status = desk == null ? 404 : 201;
      if (desk != null) {
        answer.putObject("call").put("id", desk.offer(order.path("caller").asText()));
      }
    } else if (path.startsWith("party/")) {
      String[] who = path.split("/", 3);
      Desk desk = desks.get(who[1]);
      boolean done =
          desk != null && desk.partyDoes(who[2], exchange.getRequestURI().getQuery().substring(3));
      status = done ? 200 : 409;
    } else {
      status = 404;
    }
    byte[] body = JSON.writeValueAsBytes(answer);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
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
