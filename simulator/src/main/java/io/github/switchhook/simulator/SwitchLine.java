package io.github.switchhook.simulator;

import io.github.switchhook.simulator.agent.Client;
import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.engine.Engine;
import io.github.switchhook.simulator.engine.Journal;
import io.github.switchhook.simulator.engine.SwitchClock;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.Incoming;
import io.github.switchhook.simulator.protocol.Message;
import io.github.switchhook.simulator.transport.Connection;
import io.github.switchhook.simulator.transport.Line;
import java.util.regex.Pattern;

/**
 * One connection of the switch: reads on the transport's thread, handles and writes on the engine
 * thread.
 */
final class SwitchLine implements Line, Client {
  /** What all lines of a switch share. */
  record Shared(Switch theSwitch, Engine engine, SwitchClock clock, Codec codec, Journal journal) {}

  private static final Pattern PASSWORD =
      Pattern.compile("(\"password\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"");

  private final Shared shared;
  private final long number;
  private final Connection connection;

  SwitchLine(Shared shared, long number, Connection connection) {
    this.shared = shared;
    this.number = number;
    this.connection = connection;
  }

  @Override
  public void received(String text) {
    handle(shared.codec().read(text), text);
  }

  @Override
  public void receivedBinary(int bytes) {
    handle(shared.codec().readBinary(bytes), "(" + bytes + " bytes)");
  }

  private void handle(Incoming incoming, String text) {
    shared
        .engine()
        .post(
            () -> {
              note(Journal.Direction.IN, text);
              shared.theSwitch().handle(this, incoming);
            });
  }

  @Override
  public void closed() {
    shared.engine().post(() -> shared.theSwitch().disconnected(this));
  }

  @Override
  public void send(Message message) {
    String text = shared.codec().write(message);
    note(Journal.Direction.OUT, text);
    connection.send(text);
  }

  private static String withoutPassword(String text) {
    return text.contains("password") ? PASSWORD.matcher(text).replaceAll("$1\"***\"") : text;
  }

  private void note(Journal.Direction direction, String text) {
    shared
        .journal()
        .note(new Journal.Entry(shared.clock().now(), number, direction, withoutPassword(text)));
  }
}
