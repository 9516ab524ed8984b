package io.github.switchhook.simulator;

import io.github.switchhook.simulator.agent.AgentAccount;
import io.github.switchhook.simulator.agent.Client;
import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.engine.Engine;
import io.github.switchhook.simulator.engine.Journal;
import io.github.switchhook.simulator.engine.Journal.Kind;
import io.github.switchhook.simulator.engine.Journal.Peer;
import io.github.switchhook.simulator.engine.SwitchClock;
import io.github.switchhook.simulator.fault.Fault;
import io.github.switchhook.simulator.fault.Faults;
import io.github.switchhook.simulator.fault.FaultyLink;
import io.github.switchhook.simulator.fault.Outgoing;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.Command;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.Incoming;
import io.github.switchhook.simulator.protocol.Message;
import io.github.switchhook.simulator.protocol.Refusal;
import io.github.switchhook.simulator.protocol.Request;
import io.github.switchhook.simulator.transport.Connection;
import io.github.switchhook.simulator.transport.Line;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One connection of the switch: reads on the transport's thread, handles and writes on the engine
 * thread.
 */
final class SwitchLine implements Line, Client, FaultyLink.Wire {
  /** What all lines of a switch share. */
  record Shared(
      Switch theSwitch,
      Engine engine,
      SwitchClock clock,
      Codec codec,
      Journal journal,
      Faults faults,
      List<AgentAccount> agents) {}

  // The closing quote may be missing where a fault has cut the message short.
  private static final Pattern PASSWORD =
      Pattern.compile("(\"password\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\\\\?\"?");

  private final Shared shared;
  private final Connection connection;
  private final FaultyLink link;
  // Engine thread only.
  private Peer peer;

  SwitchLine(Shared shared, long number, Connection connection) {
    this.shared = shared;
    this.connection = connection;
    this.link = new FaultyLink(shared.faults(), shared.clock(), this);
    this.peer = new Peer(number, null, null);
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
    shared.engine().post(() -> handleOnEngine(incoming, text));
  }

  private void handleOnEngine(Incoming incoming, String text) {
    String command = incoming instanceof Request request ? request.command().word() : null;
    String shown = withoutPassword(text);
    shared.journal().begin(peer, Kind.REQUEST, command, shown);
    switch (link.received(peer, command, shown)) {
      case CARRIED_OUT -> shared.theSwitch().handle(this, incoming);
      case REFUSED ->
          send(
              Message.failure(
                  (Request) incoming,
                  new Refusal(FailureCode.INVALID_STATE, "a fault that was installed refuses it")));
      case UNREAD -> {}
    }
  }

  @Override
  public void closed() {
    shared
        .engine()
        .post(
            () -> {
              shared.journal().begin(peer, Kind.CLOSED, null, "");
              shared.theSwitch().disconnected(this);
            });
  }

  @Override
  public void send(Message message) {
    if (message instanceof Message.Success success
        && success.request().command() == Command.PREPARE_SESSION) {
      learnWhoIsThere(success.request());
    }
    link.send(peer, new Outgoing(message, shared.codec().write(message)));
  }

  private void learnWhoIsThere(Request prepared) {
    String id = prepared.data().object("agent").text("id");
    shared.agents().stream()
        .filter(account -> account.id().equals(id))
        .forEach(account -> peer = new Peer(peer.connection(), id, account.extension()));
  }

  @Override
  public void send(Outgoing message) {
    Kind kind = message.message() instanceof Message.Event ? Kind.EVENT : Kind.RESPONSE;
    shared.journal().note(peer, kind, message.name(), withoutPassword(message.text()));
    connection.send(message.text());
  }

  @Override
  public void close(int code, String reason) {
    connection.close(code, reason);
  }

  @Override
  public void struck(Fault fault, String text) {
    shared.journal().note(peer, Kind.FAULT, fault.kind().word(), withoutPassword(text));
  }

  private static String withoutPassword(String text) {
    return text.contains("password") ? PASSWORD.matcher(text).replaceAll("$1\"***\"") : text;
  }
}
