package io.github.switchhook.cli.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.scenario.ProtocolNames;
import io.github.switchhook.fixtures.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command of the protocol as a person types it.
 *
 * @param on the object that it is for
 * @param data what it is sent with
 */
record ShellLine(ObjectRole on, JsonNode data) {
  /** The property that a bare word after a command stands for, by command. */
  static final Map<String, String> BARE =
      Map.of(
          Commands.CHANNEL_DIAL, "destination",
          Commands.INTERACTION_CONSULT, "destination",
          Commands.CONVERSATION_BLIND_TRANSFER, "destination",
          Commands.CONVERSATION_BLIND_CONFERENCE, "destination",
          Commands.CONVERSATION_SEND_DTMF, "digits",
          Commands.INTERACTION_SET_DISPOSITION, "disposition");

  /**
   * Finds the command that a word means: the whole name, or its last part where only one command,
   * or only one that is allowed now, ends so.
   */
  static String command(String word, List<String> allowed) {
    List<String> all = ProtocolNames.commands();
    if (all.contains(word)) {
      return word;
    }
    List<String> ending = all.stream().filter(command -> command.endsWith("." + word)).toList();
    List<String> now = ending.stream().filter(allowed::contains).toList();
    if (ending.size() == 1 || now.size() == 1) {
      return ending.size() == 1 ? ending.get(0) : now.get(0);
    }
    if (!ending.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + word + "' can be " + String.join(" or ", ending) + "; type it whole");
    }
    List<String> known = new ArrayList<>(all);
    known.addAll(Shell.WORDS.keySet());
    all.forEach(command -> known.add(command.substring(command.lastIndexOf('.') + 1)));
    throw new IllegalArgumentException(
        "unknown command '"
            + word
            + "'"
            + Spelling.nearest(word, known)
                .map(near -> ", did you mean '" + near + "'?")
                .orElse("; type help"));
  }

  /** Reads what stands behind a command: an object, a bare value, {@code key=value}s, JSON. */
  static ShellLine of(String command, List<String> arguments) {
    ObjectRole on = ObjectRole.ofCommand(command);
    List<String> rest = new ArrayList<>(arguments);
    if (!rest.isEmpty() && ObjectRole.of(rest.get(0)).isPresent()) {
      on = ObjectRole.of(rest.remove(0)).orElseThrow();
    }
    String text = String.join(" ", rest);
    if (text.startsWith("{")) {
      return new ShellLine(
          on,
          Json.parse(text)
              .orElseThrow(() -> new IllegalArgumentException("no JSON object: " + text)));
    }
    ObjectNode data = Json.object();
    for (String word : rest) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        String value = word.substring(equals + 1);
        data.set(
            word.substring(0, equals),
            value.equals("true") || value.equals("false")
                ? Json.object().booleanNode(value.equals("true"))
                : Json.object().textNode(value));
      } else if (BARE.containsKey(command) && data.isEmpty()) {
        data.put(String.valueOf(BARE.get(command)), word);
      } else {
        throw new IllegalArgumentException(
            "expected key=value or a JSON object after " + command + ", got " + word);
      }
    }
    return new ShellLine(on, data);
  }
}
