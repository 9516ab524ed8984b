package io.github.switchhook.conformance.session;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.switchhook.conformance.profile.Agent;
import io.github.switchhook.conformance.profile.LoginMessage;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.profile.Template;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.Result;
import io.github.switchhook.conformance.text.Excerpt;
import io.github.switchhook.conformance.wire.Inbound;
import io.github.switchhook.conformance.wire.MessageConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Logs an agent in on a fresh connection, as the target's profile says: by {@code prepareSession},
 * or by messages of its own. Called by the thread that uses the connection; other messages are
 * ignored until a reply comes.
 */
public final class Login {
  private static final String PREPARE = Commands.PREPARE_SESSION;

  /** The longest part of an answer that is shown, in UTF-16 units. */
  private static final int SHOWN = 500;

  /** The time for reading what came before the deadline, once that has passed. */
  private static final Duration LOOKING = Duration.ofSeconds(5);

  private final EnvelopedConnection connection;
  private final Target target;

  private Login(EnvelopedConnection connection, Target target) {
    this.connection = connection;
    this.target = target;
  }

  /** The result of a login. */
  public sealed interface LoginResult {
    /**
     * Returns the session's id.
     *
     * @throws X what the function makes of a refusal
     */
    <X extends Exception> String sessionOrThrow(Function<Refused, X> failure) throws X;

    /** Returns the session's id; empty if the agent has none. */
    Optional<String> preparedSession();

    /**
     * The agent has a session.
     *
     * @param session the session's id
     */
    record Prepared(String session) implements LoginResult {
      @Override
      public <X extends Exception> String sessionOrThrow(Function<Refused, X> failure) {
        return session;
      }

      @Override
      public Optional<String> preparedSession() {
        return Optional.of(session);
      }
    }

    /**
     * The agent has no session.
     *
     * @param why one sentence that continues "could not log in: "
     * @param lookAt what to look at
     */
    record Refused(String why, String lookAt) implements LoginResult {
      @Override
      public <X extends Exception> String sessionOrThrow(Function<Refused, X> failure) throws X {
        throw failure.apply(this);
      }

      @Override
      public Optional<String> preparedSession() {
        return Optional.empty();
      }
    }
  }

  /** Logs an agent in; a session that the agent has left behind is taken over. */
  public static LoginResult perform(EnvelopedConnection connection, Target target, Agent agent) {
    Login login = new Login(connection, target);
    try {
      return target.login().isEmpty() ? login.prepare(agent) : login.speak(agent);
    } catch (Silence silence) {
      return new LoginResult.Refused(String.valueOf(silence.getMessage()), silence.lookAt);
    }
  }

  /** Returns a request to prepare a session for the agent. */
  public static ObjectNode credentials(Agent agent, boolean override) {
    ObjectNode who = Json.object().put("id", agent.id()).put("password", agent.password().value());
    ObjectNode data =
        Json.object().put("model", "switchhook").put("override", override).set("agent", who);
    return Json.object().put("command", PREPARE).set("data", data);
  }

  private LoginResult prepare(Agent agent) {
    JsonNode answer = ask(credentials(agent, false));
    if (Result.isConfirm(answer)) {
      // A session that an earlier run left prevents the login.
      answer = ask(credentials(agent, true));
    }
    if (!Result.isSuccess(answer)) {
      return new LoginResult.Refused(
          PREPARE + " is answered with " + Excerpt.of(Json.write(answer), SHOWN),
          "agents, their ids and passwords");
    }
    JsonPointer place = target.dialect().session();
    return prepared(
        answer.at(place),
        "the success of " + PREPARE + " has no text at " + place + ", where it names the session");
  }

  private JsonNode ask(ObjectNode request) {
    connection.send(Json.write(request));
    return reply(connection, message -> message.has("result"), PREPARE);
  }

  /** Says what the profile has under login. */
  private LoginResult speak(Agent agent) {
    Map<String, JsonNode> values = new HashMap<>();
    values.put("agent.id", TextNode.valueOf(agent.id()));
    values.put("agent.password", TextNode.valueOf(agent.password().value()));
    values.put("agent.extension", TextNode.valueOf(agent.extension()));
    int step = 0;
    for (LoginMessage message : target.login()) {
      step++;
      JsonNode filled =
          Template.fill(
              message.send(), name -> values.getOrDefault(name, MissingNode.getInstance()));
      connection.bare().send(Json.write(filled));
      JsonNode reply =
          reply(connection.bare(), message::isReply, "step " + step + " of login in the profile");
      message.capture().forEach((name, place) -> values.put(name, reply.at(place)));
    }
    return prepared(
        values.getOrDefault(LoginMessage.SESSION, MissingNode.getInstance()),
        "no text stands where the profile captures the session");
  }

  private static LoginResult prepared(JsonNode session, String otherwise) {
    return session.isTextual()
        ? new LoginResult.Prepared(session.textValue())
        : new LoginResult.Refused(otherwise, "dialect: {session}, or capture under login");
  }

  private JsonNode reply(MessageConnection from, Predicate<JsonNode> wanted, String step) {
    Duration timeout = target.timeouts().response();
    long deadline = System.nanoTime() + timeout.toNanos();
    int others = 0;
    while (true) {
      long left = deadline - System.nanoTime();
      // What came in time is still read, for a limited time, because more may come without end.
      Inbound next =
          left < -LOOKING.toNanos()
              ? new Inbound.Nothing()
              : from.receive(Duration.ofNanos(Math.max(0, left)));
      if (next instanceof Inbound.Text text) {
        JsonNode message = text.json().orElseGet(MissingNode::getInstance);
        if (message.isObject() && wanted.test(message)) {
          return message;
        }
      } else if (next instanceof Inbound.NoMessage none) {
        throw new Silence(
            step + ": " + none.why(timeout, others),
            none.isEnd()
                ? none.lookAt()
                : "agents, login, envelope and ignore, and " + none.lookAt());
      }
      others++;
    }
  }

  /** Ends the login because no reply will come. */
  private static final class Silence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String lookAt;

    Silence(String why, String lookAt) {
      super(why, null, false, false);
      this.lookAt = lookAt;
    }
  }
}
