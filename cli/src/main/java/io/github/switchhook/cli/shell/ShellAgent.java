package io.github.switchhook.cli.shell;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.match.AgentView;
import io.github.switchhook.conformance.profile.Agent;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.Barrier;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Events;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.MessageKind;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.protocol.Result;
import io.github.switchhook.conformance.session.EnvelopedConnection;
import io.github.switchhook.conformance.session.Login;
import io.github.switchhook.conformance.wire.Inbound;
import io.github.switchhook.conformance.wire.MessageConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One logged-in agent of a shell, with a thread that reads what comes. Thread-safe. */
final class ShellAgent implements AutoCloseable {
  /** The events that change an interaction and do not tell the allowed commands (PROTOCOL 4). */
  private static final Set<String> CHANGES =
      Set.of(Events.INTERACTION_FOCUSCHANGED, Events.INTERACTION_ENDED);

  private static final Duration POLL = Duration.ofSeconds(1);

  private final String name;
  private final Agent agent;
  private final MessageConnection connection;
  private final AgentView view;
  private final Map<String, List<String>> actions = new HashMap<>();
  private final Set<String> changedSince = new HashSet<>();
  private @Nullable JsonNode answer;
  private boolean settled;
  private boolean closed;

  private ShellAgent(
      String name, Agent agent, Dialect dialect, MessageConnection connection, String session) {
    this.name = name;
    this.agent = agent;
    this.connection = connection;
    this.view = new AgentView(dialect);
    this.view.session(session);
    Thread reader = new Thread(this::read, "switchhook-shell-" + name);
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Logs an agent in as the target's profile says, and makes the channel ready.
   *
   * @throws LoginException if the switch refuses that; the message says why
   */
  static ShellAgent logIn(String name, Agent agent, Target target, MessageConnection wire)
      throws InterruptedException {
    EnvelopedConnection connection = new EnvelopedConnection(wire, target);
    String session =
        Login.perform(connection, target, agent)
            .sessionOrThrow(
                refused -> {
                  connection.close();
                  return new LoginException(name + " could not log in: " + refused.why());
                });
    ShellAgent in = new ShellAgent(name, agent, target.dialect(), connection, session);
    in.begin(target);
    return in;
  }

  private void begin(Target target) throws InterruptedException {
    Duration timeout = target.timeouts().response();
    JsonNode answer = command(Commands.SESSION_START, ObjectRole.SESSION, Json.object(), timeout);
    if (succeeded(answer) && !target.channels().activeAtStart()) {
      answer = command(Commands.CHANNEL_ACTIVATE, ObjectRole.CHANNEL, Json.object(), timeout);
    }
    if (!succeeded(answer)) {
      close();
      throw new LoginException(
          name
              + " could not start a session: "
              + (answer.isEmpty() ? "no answer" : Json.write(answer)));
    }
  }

  String name() {
    return name;
  }

  String extension() {
    return agent.extension();
  }

  private static boolean succeeded(JsonNode answer) {
    return Result.isSuccess(answer);
  }

  /**
   * Sends a command to one of the agent's objects and waits for the answer and for what it causes.
   *
   * @throws IllegalArgumentException if there is no such object
   */
  JsonNode command(String command, ObjectRole on, JsonNode data, Duration timeout)
      throws InterruptedException {
    String target =
        target(on)
            .orElseThrow(
                () -> new IllegalArgumentException(name + " has no " + on.words() + " now"));
    return ask(
        Json.object().put("command", command).put("target", target).set("data", data), timeout);
  }

  private JsonNode ask(JsonNode request, Duration timeout) throws InterruptedException {
    synchronized (this) {
      answer = null;
    }
    connection.send(Json.write(request));
    long deadline = System.nanoTime() + timeout.toNanos();
    synchronized (this) {
      while (answer == null && !closed && System.nanoTime() < deadline) {
        wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
      }
    }
    settle(timeout);
    synchronized (this) {
      return answer == null ? Json.object() : answer;
    }
  }

  /** Waits until everything that was caused has come, as far as the target orders its messages. */
  void settle(Duration timeout) throws InterruptedException {
    Optional<String> session = target(ObjectRole.SESSION);
    synchronized (this) {
      if (session.isEmpty() || closed) {
        return;
      }
      settled = false;
    }
    connection.send(Barrier.request(session.get()));
    long deadline = System.nanoTime() + timeout.toNanos();
    synchronized (this) {
      while (!settled && !closed && System.nanoTime() < deadline) {
        wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
      }
    }
  }

  private void read() {
    while (true) {
      Inbound next = connection.receive(POLL);
      if (next instanceof Inbound.Text text) {
        text.json().ifPresent(this::take);
      } else if (next instanceof Inbound.NoMessage none && none.isEnd()) {
        synchronized (this) {
          closed = true;
          notifyAll();
        }
        return;
      }
    }
  }

  private synchronized void take(JsonNode message) {
    switch (MessageKind.of(message)) {
      case BARRIER -> settled = true;
      case RESPONSE -> answer = message;
      case EVENT -> {
        view.apply(message, false);
        learnActions(message);
      }
      case OTHER, NO_OBJECT -> {}
    }
    notifyAll();
  }

  private void learnActions(JsonNode event) {
    String target = event.path("target").asText();
    if (event.path("data").path("actions").isArray()) {
      changedSince.remove(target);
      actions.put(
          target,
          StreamSupport.stream(event.path("data").path("actions").spliterator(), false)
              .map(JsonNode::asText)
              .toList());
    } else if (event.path("name").asText().endsWith(".disposed")) {
      actions.remove(target);
    } else if (CHANGES.contains(event.path("name").asText())) {
      changedSince.add(target);
    }
  }

  synchronized Optional<String> target(ObjectRole alias) {
    return view.target(alias);
  }

  synchronized Optional<String> value(ObjectRole alias, String column) {
    return view.value(alias, column);
  }

  /** Returns the commands that the switch says are allowed on one object now. */
  synchronized List<String> allowed(ObjectRole alias) {
    return view.target(alias)
        .map(target -> actions.getOrDefault(target, List.of()))
        .orElse(List.of());
  }

  /** Tells whether an object has changed since the switch said what it allows. */
  synchronized boolean hasChangedSince(ObjectRole alias) {
    return view.target(alias).filter(changedSince::contains).isPresent();
  }

  /** Returns the commands that the switch says are allowed now. */
  synchronized List<String> allowed() {
    TreeSet<String> all = new TreeSet<>();
    actions.values().forEach(all::addAll);
    return List.copyOf(all);
  }

  @Override
  public void close() {
    connection.close();
  }
}
