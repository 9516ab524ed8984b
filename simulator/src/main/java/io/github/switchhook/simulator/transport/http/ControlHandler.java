package io.github.switchhook.simulator.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.control.Control;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.Refusal;
import io.github.switchhook.simulator.transport.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Semaphore;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests under {@code /control}; openapi.json says which. Runs on the server's worker
 * threads.
 */
final class ControlHandler extends HttpHandler {
  static final int MAX_BODY_BYTES = 256 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(ControlHandler.class);
  private static final String DESCRIPTION = "openapi.json";
  private static final String ROOT = "/control";
  private static final String BEARER = "Bearer ";

  private final Control control;
  private final byte[] token;
  private final int maxWaiting;
  private final Semaphore waiting;

  /**
   * A handler.
   *
   * @param maxWaiting how many requests may wait for something at the same time
   */
  ControlHandler(Control control, String token, int maxWaiting) {
    this.control = control;
    this.token = bytes(token);
    this.maxWaiting = maxWaiting;
    this.waiting = new Semaphore(maxWaiting);
  }

  @Override
  public void service(Request request, Response response) throws IOException {
    Answer answer = answer(request);
    byte[] body = answer.body();
    response.setStatus(answer.status());
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    // One request a connection: Grizzly closes the one on which a client has offered an upgrade to
    // HTTP/2, as Java's does, and a client that is not told loses its next request.
    response.setHeader("Connection", "close");
    if (answer.status() == Answer.UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"switchhook\"");
    } else if (answer.status() == Answer.NO_SUCH_METHOD) {
      response.setHeader("Allow", Answer.ALLOWED);
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** What is answered where Grizzly itself refuses a request. */
  static String errorPage(
      Request request, int status, String reason, @Nullable String why, @Nullable Throwable e) {
    request.getResponse().setContentType("application/json");
    return Answer.problem(status, "bad-request", "expected a request for " + ROOT + ": " + reason)
        .text();
  }

  private Answer answer(Request request) throws IOException {
    if (!Loopback.ONLY.allowsHost(request.getHeader("Host"))
        || !Loopback.ONLY.allowsOrigin(request.getHeader("Origin"))) {
      return Answer.problem(
          Answer.FORBIDDEN, "forbidden", "expected a Host and an Origin of this machine");
    }
    String uri = request.getRequestURI();
    if (!uri.equals(ROOT) && !uri.startsWith(ROOT + "/")) {
      return Answer.problem(
          Answer.NO_SUCH_OPERATION, "unknown-command", "expected a path under " + ROOT);
    }
    String path = uri.equals(ROOT) ? "" : uri.substring(ROOT.length() + 1);
    boolean get = request.getMethod().getMethodString().equals("GET");
    if (get && path.equals(DESCRIPTION)) {
      return Answer.text(description());
    }
    if (!knowsToken(request.getHeader("Authorization"))) {
      return Answer.problem(
          Answer.UNAUTHORIZED,
          "unauthorized",
          "expected the header Authorization: Bearer TOKEN with the token of this switch");
    }
    if (get && path.isEmpty()) {
      return Answer.report(operations());
    }
    if (!request.getMethod().getMethodString().equals("POST")) {
      return Answer.problem(
          Answer.NO_SUCH_METHOD,
          "method-not-allowed",
          "expected POST /control/OPERATION, GET /control or GET /control/" + DESCRIPTION);
    }
    return perform(path, request);
  }

  private Answer perform(String operation, Request request) throws IOException {
    byte[] body = body(request);
    if (body.length > MAX_BODY_BYTES) {
      return Answer.problem(
          Answer.TOO_LARGE, "too-large", "expected " + MAX_BODY_BYTES + " bytes at most");
    }
    boolean waits = control.waits(operation);
    if (waits && !waiting.tryAcquire()) {
      return Answer.problem(
          Answer.TOO_BUSY,
          "too-busy",
          "expected " + maxWaiting + " requests that wait at most; try again when one is over");
    }
    try {
      String text = new String(body, StandardCharsets.UTF_8);
      return Answer.report(
          control.perform(operation, text.isBlank() ? Codec.object() : Codec.readObject(text)));
    } catch (Refusal refusal) {
      return Answer.refusal(refusal);
    } catch (RuntimeException e) {
      LOG.error("control {} failed", operation, e);
      return Answer.problem(
          Answer.BROKEN, FailureCode.INTERNAL_ERROR.word(), "the switch has a bug: " + e);
    } finally {
      if (waits) {
        waiting.release();
      }
    }
  }

  /** What was sent, or the beginning of it where it is too long. */
  private static byte[] body(Request request) throws IOException {
    // Not to the end: where a client offers an upgrade to HTTP/2, Grizzly's stream has none.
    long length = request.getContentLengthLong();
    boolean chunked = request.getHeader("Transfer-Encoding") != null;
    long bytes = length < 0 && !chunked ? 0 : length < 0 ? MAX_BODY_BYTES + 1L : length;
    try (InputStream in = request.getInputStream()) {
      return in.readNBytes((int) Math.min(bytes, MAX_BODY_BYTES + 1L));
    }
  }

  private boolean knowsToken(String header) {
    // In constant time, so that nobody can guess the token letter by letter.
    return header != null
        && header.startsWith(BEARER)
        && MessageDigest.isEqual(bytes(header.substring(BEARER.length())), token);
  }

  private JsonNode operations() {
    ObjectNode report = Codec.object();
    ArrayNode names = report.putArray("operations");
    control.operations().forEach(operation -> names.add(operation.name()));
    return report;
  }

  private static String description() throws IOException {
    try (InputStream in = ControlHandler.class.getResourceAsStream(DESCRIPTION)) {
      if (in == null) {
        throw new IllegalStateException(DESCRIPTION + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
