package io.github.switchhook.conformance.transcript.convert;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.match.AgentView;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.scenario.AgentStage;
import io.github.switchhook.conformance.scenario.RemoteParty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One agent of a transcript, with its state at the line last read. */
final class RecordedAgent {
  private final String role;
  private final AgentView view = new AgentView(Dialect.PLAIN);
  private int connection;
  private AgentStage start = AgentStage.PREPARED;
  private boolean loggingIn = true;
  private boolean awaitingLogin = true;
  private @Nullable StepBuilder asking;
  private boolean takingOver;
  private String consulted = "";
  private String third = "";

  RecordedAgent(String role, int connection) {
    this.role = role;
    this.connection = connection;
  }

  /**
   * Finds what a scenario calls the next agent: by name if it can.
   *
   * @throws IllegalArgumentException if all four are taken
   */
  static String freeRole(String column, String id, List<String> taken) {
    return Stream.concat(
            Stream.of(column.toLowerCase(Locale.ROOT), id).filter(AgentNames.IDS::contains),
            AgentNames.IDS.stream())
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a scenario has up to "
                        + AgentNames.IDS.size()
                        + " agents; the transcript has more"));
  }

  String role() {
    return role;
  }

  AgentView view() {
    return view;
  }

  AgentStage start() {
    return start;
  }

  int connection() {
    return connection;
  }

  void movesTo(int other) {
    connection = other;
  }

  /** Tells whether everything so far was logging in, which a scenario says in one word. */
  boolean isLoggingIn() {
    return loggingIn;
  }

  /** Tells whether an answer to a command of logging in is still to come. */
  boolean isAwaitingLogin() {
    return loggingIn && awaitingLogin;
  }

  /** Notes that the agent has done something other than logging in. */
  void isReady() {
    loggingIn = false;
  }

  /** Records a command if it belongs to logging in, and tells whether it does. */
  boolean isLoggingIn(String command, JsonNode message) {
    if (command.equals(Commands.SESSION_START) && asking != null && takingOver) {
      return true;
    }
    if (!loggingIn) {
      return false;
    }
    if (command.equals(Commands.SESSION_START) && start == AgentStage.PREPARED) {
      start = AgentStage.LOGGED_IN;
      awaitingLogin = true;
      return true;
    }
    boolean plain =
        message.path("data").isEmpty()
            || (message.path("data").path("channeloptions").isEmpty()
                && message.path("data").size() == 1);
    if (command.equals(Commands.CHANNEL_ACTIVATE) && start == AgentStage.LOGGED_IN && plain) {
      start = AgentStage.READY;
      awaitingLogin = true;
      return true;
    }
    return false;
  }

  /** Finds the object that a target names, in the long form or the short one. */
  Optional<ObjectRole> aliasOf(String target) {
    return Arrays.stream(ObjectRole.values())
        .filter(
            role ->
                view.target(role)
                    .filter(known -> known.equals(target) || view.shortForm(known).equals(target))
                    .isPresent())
        .findFirst();
  }

  /** Records a command that the agent sent; its answer belongs to the step. */
  void asks(StepBuilder step, String command, String destination) {
    asking = step;
    takingOver = false;
    if (command.equals(Commands.INTERACTION_CONSULT)) {
      consulted = destination;
    } else if (command.equals(Commands.CONVERSATION_BLIND_CONFERENCE)) {
      third = destination;
    }
  }

  /** Records a new login; the answers until the session has started belong to the step. */
  void takesOver(StepBuilder step) {
    asking = step;
    takingOver = true;
  }

  boolean isAsking() {
    return asking != null;
  }

  void answered(JsonNode response) {
    awaitingLogin = false;
    JsonNode session = response.path("data").path("session");
    if (session.isTextual()) {
      view.session(session.textValue());
    }
    StepBuilder asked = asking;
    boolean more = asked != null && takingOver && session.isTextual();
    if (asked != null && !more) {
      asked.answered(response);
      asking = null;
    }
  }

  RemoteParty partyAt(String address) {
    return address.equals(consulted)
        ? RemoteParty.CONSULTED
        : address.equals(third) ? RemoteParty.THIRD : RemoteParty.FAR_END;
  }
}
