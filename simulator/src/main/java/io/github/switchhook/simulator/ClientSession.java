package io.github.switchhook.simulator;

import io.github.switchhook.simulator.agent.AgentAccount;
import io.github.switchhook.simulator.agent.Client;
import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.engine.Engine;
import io.github.switchhook.simulator.engine.Journal;
import io.github.switchhook.simulator.engine.Journal.ConnectedClient;
import io.github.switchhook.simulator.engine.Journal.EntryKind;
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
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.protocol.Request;
import io.github.switchhook.simulator.transport.Connection;
import io.github.switchhook.simulator.transport.ConnectionHandler;
import java.util.List;
import java.util.Optional;

/**
 * One connection of the switch: reads a message before a turn, handles it and queues the answers in
 * the turn, and sends them after it.
 */
final class ClientSession implements ConnectionHandler, Client, FaultyLink.Wire {
  /** The parts that all client sessions of a switch share. */
  record Shared(
      Switch theSwitch,
      Engine engine,
      SwitchClock clock,
      Codec codec,
      Journal journal,
      Faults faults,
      List<AgentAccount> agents) {}

  private final Shared shared;
  private final Connection connection;
  private final FaultyLink link;
  // Used in a turn only: the agent who is logged in, and the peer of the message being handled.
  private ConnectedClient known;
  private ConnectedClient peer;
  private volatile boolean flushing;

  ClientSession(Shared shared, long number, Connection connection) {
    this.shared = shared;
    this.connection = connection;
    this.link = new FaultyLink(shared.faults(), shared.clock(), this);
    this.known = new ConnectedClient(number, null, null);
    this.peer = known;
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
    // Work that does not need the switch is done before the turn.
    String shown = Passwords.blank(text);
    shared.engine().post(() -> handleInTurn(incoming, shown));
  }

  private void handleInTurn(Incoming incoming, String shown) {
    Optional<Request> request = incoming.request();
    String command = request.map(sent -> sent.command().wireName()).orElse(null);
    // A login and its answer count as the agent's that it names, or no fault could strike them.
    peer = request.map(this::sender).orElse(known);
    shared.journal().begin(peer, EntryKind.REQUEST, command, shown);
    switch (link.received(peer, command, shown)) {
      case CARRIED_OUT -> shared.theSwitch().handle(this, incoming);
      case REFUSED ->
          send(
              Message.failure(
                  request.orElseThrow(),
                  new RefusalException(
                      FailureCode.INVALID_STATE, "a fault that was installed refuses it")));
      case UNREAD -> {}
    }
    peer = known;
  }

  @Override
  public void closed(String why) {
    shared
        .engine()
        .post(
            () -> {
              shared.journal().begin(peer, EntryKind.CLOSED, null, why);
              shared.theSwitch().disconnected(this);
            });
  }

  @Override
  public void send(Message message) {
    if (message instanceof Message.Success success
        && success.request().command() == Command.PREPARE_SESSION) {
      known = sender(success.request());
    }
    link.send(peer, new Outgoing(message, shared.codec().write(message)));
  }

  private ConnectedClient sender(Request request) {
    if (request.command() != Command.PREPARE_SESSION) {
      return known;
    }
    String id = request.original().at("/data/agent/id").asText();
    return shared.agents().stream()
        .filter(account -> account.id().equals(id))
        .findFirst()
        .map(account -> new ConnectedClient(known.connection(), id, account.extension()))
        .orElse(known);
  }

  @Override
  public void send(Outgoing message) {
    EntryKind kind = message.message().isEvent() ? EntryKind.EVENT : EntryKind.RESPONSE;
    shared.journal().note(peer, kind, message.name(), Passwords.blank(message.text()));
    if (!flushing) {
      flushing = true;
      shared.engine().afterTurn(this::flush);
    }
    connection.queue(message.text());
  }

  /** Sends all messages of a turn in one write, after the turn has released the switch. */
  private void flush() {
    flushing = false;
    connection.flush();
  }

  @Override
  public void close(int code, String reason) {
    connection.close(code, reason);
  }

  @Override
  public void struck(Fault fault, String text) {
    shared.journal().note(peer, EntryKind.FAULT, fault.kind().wireName(), Passwords.blank(text));
  }
}
