package io.github.switchhook.simulator.transport.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.control.Control;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.transport.Loopback;
import io.github.switchhook.simulator.transport.Refused;
import io.github.switchhook.simulator.transport.RequestHead;
import io.github.switchhook.simulator.transport.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests under {@code /control}; openapi.json says which. Thread-safe. */
final class ControlHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ControlHandler.class);
  private static final String DESCRIPTION = "openapi.json";
  private static final String ROOT = "/control";
  private static final String BEARER = "Bearer ";

  private final Control control;
  private final byte[] token;
  private final Loopback allowed;
  private final int maxWaiting;
  private final Semaphore waiting;
  private final String description;

  /**
   * Creates a handler of requests for control.
   *
   * @param maxWaiting how many requests may wait for something at the same time
   * @param uri where it answers, which its description tells
   */
  ControlHandler(Control control, String token, Loopback allowed, int maxWaiting, URI uri) {
    this.control = control;
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.allowed = allowed;
    this.maxWaiting = maxWaiting;
    this.waiting = new Semaphore(maxWaiting);
    this.description = description(uri.resolve("/"));
  }

  /**
   * Decides whether a request is accepted, before its body comes.
   *
   * @throws Refused where it comes from another host, is for an unknown path, or does not have the
   *     token
   */
  void admit(RequestHead head) throws Refused {
    Optional<String> origin = head.fields().one("Origin");
    Optional<String> authorization = head.fields().one("Authorization");
    if (!allowed.allowsHost(head.host()) || !allowed.allowsOrigin(origin.orElse(null))) {
      throw new Refused(Status.FORBIDDEN, "expected a Host and an Origin of this machine");
    }
    if (!head.path().equals(ROOT) && !head.path().startsWith(ROOT + "/")) {
      throw new Refused(Status.NOT_FOUND, "expected a path under " + ROOT);
    }
    boolean get = head.method().equals("GET");
    if (get && operation(head.path()).equals(DESCRIPTION)) {
      return;
    }
    if (authorization.filter(this::knowsToken).isEmpty()) {
      throw new Refused(
          Status.UNAUTHORIZED,
          "expected the header Authorization: Bearer TOKEN with the token of this switch");
    }
    if (!(get && operation(head.path()).isEmpty()) && !head.method().equals("POST")) {
      throw new Refused(
          Status.METHOD_NOT_ALLOWED,
          "expected POST /control/OPERATION, GET /control or GET /control/" + DESCRIPTION);
    }
  }

  /** Carries out a request that was let in. May wait, for what an operation waits for. */
  Answer answer(ControlRequest request) {
    String operation = operation(request.path());
    if (request.method().equals("GET")) {
      return operation.isEmpty() ? operations() : Answer.text(description);
    }
    boolean waits = control.waits(operation);
    if (waits && !waiting.tryAcquire()) {
      return Answer.problem(
          Status.SERVICE_UNAVAILABLE,
          "too-busy",
          "expected " + maxWaiting + " requests that wait at most; try again when one is over");
    }
    try {
      return perform(operation, request.body());
    } finally {
      if (waits) {
        waiting.release();
      }
    }
  }

  private Answer perform(String operation, String body) {
    try {
      return Answer.report(
          control.perform(operation, body.isBlank() ? Codec.object() : Codec.readObject(body)));
    } catch (RefusalException refusal) {
      return Answer.refusal(refusal);
    } catch (RuntimeException e) {
      LOG.error("control {} failed", operation, e);
      return Answer.problem(
          Status.INTERNAL_SERVER_ERROR,
          FailureCode.INTERNAL_ERROR.wireName(),
          "the switch has a bug: " + e);
    }
  }

  private static String operation(String path) {
    return path.equals(ROOT) ? "" : path.substring(ROOT.length() + 1);
  }

  private boolean knowsToken(String authorization) {
    // Compares in constant time, so that a client cannot guess the token letter by letter. A
    // header's characters are its bytes.
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && MessageDigest.isEqual(
            authorization
                .substring(BEARER.length())
                .stripLeading()
                .getBytes(StandardCharsets.ISO_8859_1),
            token);
  }

  private Answer operations() {
    ObjectNode report = Codec.object();
    ArrayNode names = report.putArray("operations");
    control.operations().forEach(operation -> names.add(operation.name()));
    return Answer.report(report);
  }

  private static String description(URI server) {
    try (InputStream in = ControlHandler.class.getResourceAsStream(DESCRIPTION)) {
      if (in == null) {
        throw new IllegalStateException(DESCRIPTION + " is missing from the jar");
      }
      String root = server.toString();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("\"url\": \"/\"", "\"url\": \"" + root.substring(0, root.length() - 1) + "\"");
    } catch (IOException e) {
      throw new UncheckedIOException(DESCRIPTION + " cannot be read", e);
    }
  }
}
