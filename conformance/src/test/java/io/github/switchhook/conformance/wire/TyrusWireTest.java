package io.github.switchhook.conformance.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The adapter over a real socket. */
@Timeout(30)
class TyrusWireTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void sendsAndReceivesAndLogsEveryLine() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      Target target = Target.standard("simulator", simulator.uri());
      try (Wire wire = new TyrusWire(target)) {
        WireLog log = new WireLog(() -> 7, target.secrets());
        AgentConnection connection = wire.connect("Alice", log);

        connection.send("{\"password\":\"secret\"}");
        assertThat(connection.receive(SOON)).isInstanceOf(Inbound.Text.class);
        connection.send(ByteBuffer.wrap(new byte[] {1}));
        assertThat(connection.receive(SOON)).isInstanceOf(Inbound.Text.class);
        assertThat(connection.receive(Duration.ZERO)).isEqualTo(new Inbound.Nothing());
        connection.send("x".repeat(300 * 1024));
        assertThat(connection.receive(SOON))
            .isInstanceOfSatisfying(
                Inbound.Closed.class, end -> assertThat(end.code()).isEqualTo(1009));

        assertThat(log.lines()).extracting(WireLine::connection).containsOnly(1);
        assertThat(log.lines()).extracting(WireLine::agent).containsOnly("Alice");
        assertThat(log.lines())
            .extracting(WireLine::text)
            .contains("{\"password\":\"***\"}", "(binary, 1 bytes)")
            .noneMatch(text -> text.contains("secret"));
        assertThat(log.lines())
            .extracting(WireLine::text)
            .anyMatch(text -> text.endsWith("... (307200 characters)"));
      }
    }
  }

  @Test
  void sendsHalfAPairAsItsEscape() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      Target target = Target.standard("simulator", simulator.uri());
      try (Wire wire = new TyrusWire(target)) {
        AgentConnection connection = wire.connect("Alice", new WireLog(() -> 7, target.secrets()));

        connection.send("half \ud800");

        assertThat(connection.receive(SOON))
            .isInstanceOfSatisfying(
                Inbound.Text.class, answer -> assertThat(answer.text()).contains("half \\\\ud800"));
      }
    }
  }

  @Test
  void pushesAFrameThatTyrusLeavesLying() throws Exception {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      Target target = Target.standard("simulator", simulator.uri());
      try (Wire wire = new TyrusWire(target)) {
        AgentConnection connection = wire.connect("Alice", new WireLog(() -> 7, target.secrets()));
        connection.send("one");
        assertThat(connection.receive(SOON)).isInstanceOf(Inbound.Text.class);

        // The moment between the look that finds Tyrus's queue empty and the release of its lock.
        Object tyrus = queueOf(connection);
        AtomicBoolean lock = (AtomicBoolean) value(tyrus, "taskLock");
        Queue<?> waiting = (Queue<?>) value(tyrus, "taskQueue");
        lock.set(true);
        CompletableFuture<Void> released =
            CompletableFuture.runAsync(
                () -> {
                  await().atMost(SOON).until(() -> !waiting.isEmpty());
                  lock.set(false);
                });
        connection.send("two");

        assertThat(connection.receive(SOON)).isInstanceOf(Inbound.Text.class);
        released.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  /** Looks through Tyrus's objects for the queue in front of the socket. */
  private static Object queueOf(AgentConnection connection) throws ReflectiveOperationException {
    Deque<Object> unseen = new ArrayDeque<>(List.of(connection));
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    while (!unseen.isEmpty()) {
      Object next = unseen.remove();
      if (next.getClass().getSimpleName().equals("TaskQueueFilter")) {
        return next;
      }
      for (Class<?> type = next.getClass(); type != null; type = type.getSuperclass()) {
        for (Field field : type.getDeclaredFields()) {
          boolean ours = type.getName().matches("(org\\.glassfish\\.tyrus|io\\.github)\\..*");
          if (ours && !Modifier.isStatic(field.getModifiers())) {
            Object value = value(next, type, field.getName());
            if (value != null && seen.add(value)) {
              unseen.add(value);
            }
          }
        }
      }
    }
    throw new AssertionError("Tyrus has no TaskQueueFilter any more; is the push still needed?");
  }

  private static Object value(Object owner, String field) throws ReflectiveOperationException {
    return requireNonNull(value(owner, owner.getClass(), field));
  }

  private static @Nullable Object value(Object owner, Class<?> type, String name)
      throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }

  @Test
  void saysWhatCannotBeReached() {
    try (Wire wire =
        new TyrusWire(Target.standard("nobody", URI.create("ws://127.0.0.1:1/agent")))) {
      assertThatThrownBy(
              () ->
                  wire.connect(
                      "Alice",
                      new WireLog(
                          () -> 0, Target.standard("nobody", URI.create("ws://x/")).secrets())))
          .isInstanceOf(Wire.UnreachableException.class)
          .hasMessageStartingWith("cannot connect to ws://127.0.0.1:1/agent: ");
    }
  }

  @Test
  void keepsNoMoreThanItsLimitAndThenSaysSo() {
    Inbox inbox = new Inbox();
    for (int i = 0; i < Inbox.LIMIT; i++) {
      assertThat(inbox.put(new Inbound.Text("x"))).isTrue();
    }

    assertThat(inbox.put(new Inbound.Text("too much"))).isFalse();
    inbox.end(new Inbound.Closed(1000, ""));
    for (int i = 0; i < Inbox.LIMIT; i++) {
      assertThat(inbox.take(Duration.ZERO)).isEqualTo(new Inbound.Text("x"));
    }
    assertThat(inbox.take(SOON)).isEqualTo(Inbox.FLOODED);
  }

  @Test
  void forgetsTheOldestLinesOfALog() {
    WireLog log = new WireLog(() -> 0, Target.standard("x", URI.create("ws://x/")).secrets());
    for (int i = 0; i < 3_000; i++) {
      log.add(WireLine.Direction.IN, "Alice", 1, "line " + i);
    }

    assertThat(log.lines()).hasSize(2_000).last().extracting(WireLine::text).isEqualTo("line 2999");
    assertThat(log.dropped()).isEqualTo(1_000);
  }
}
