package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.protocol.Capability;
import io.github.switchhook.simulator.protocol.Command;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.Message.Response;
import io.github.switchhook.simulator.protocol.ObjectKind;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.protocol.Request;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The definitions of all commands to objects. Refuses a command that has no definition, that the
 * platform or the channel's medium lacks, or that its definition says is illegal now.
 */
final class CommandTable {
  private final Map<Command, CommandDefinition<?, ?>> definitions = new EnumMap<>(Command.class);
  // The commands of each kind of object, in the order in which they are declared.
  private final Map<ObjectKind, List<Command>> byKind;
  private final Set<Capability> capabilities;
  private final boolean badDataInVain;

  /**
   * Creates the table of all commands.
   *
   * @param capabilities what the platform can do; may change later
   * @param chosen the variants of this switch
   */
  CommandTable(
      Set<Capability> capabilities,
      Predicate<Variant> chosen,
      List<CommandDefinition<AgentSession, ?>> session,
      List<CommandDefinition<Channel, ?>> channel,
      List<CommandDefinition<Interaction, ?>> interaction,
      List<CommandDefinition<Conversation, ?>> conversation) {
    this.capabilities = capabilities;
    this.badDataInVain = chosen.test(Variant.BAD_DATA_IN_VAIN);
    Stream.of(session, channel, interaction, conversation)
        .flatMap(List::stream)
        .forEach(definition -> definitions.put(definition.command(), definition.of(chosen)));
    byKind = definitions.keySet().stream().collect(Collectors.groupingBy(Command::kind));
  }

  /** Carries a command out on the object that its target names. */
  Response perform(ProtocolObject object, Request request) {
    Command command = request.command();
    if (!supported(object, command)) {
      throw new RefusalException(
          FailureCode.UNSUPPORTED,
          command.wireName() + " is not supported on this " + lacking(object, command));
    }
    return definition(object, command).perform(object, request, badDataInVain);
  }

  /**
   * Returns the commands that an object allows now: the snapshot in state events (PROTOCOL section
   * 3). What is gone allows none, though its last state is still told.
   */
  List<String> allowed(ProtocolObject object) {
    if (object.gone()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (Command command : byKind.getOrDefault(object.kind(), List.of())) {
      if (supported(object, command) && definition(object, command).isLegal(object)) {
        words.add(command.wireName());
      }
    }
    return words;
  }

  // The cast is safe: the caller has checked that the object is of the command's kind.
  @SuppressWarnings("unchecked")
  private <T extends ProtocolObject> CommandDefinition<T, ?> definition(T object, Command command) {
    CommandDefinition<?, ?> definition = definitions.get(command);
    if (definition == null || command.kind() != object.kind()) {
      throw new IllegalStateException("no row for " + command + " on a " + object.kind());
    }
    return (CommandDefinition<T, ?>) definition;
  }

  private boolean supported(ProtocolObject object, Command command) {
    return capabilities.containsAll(command.needs()) && mediumFits(object, command);
  }

  private static String lacking(ProtocolObject object, Command command) {
    return mediumFits(object, command) ? "platform" : "medium";
  }

  private static boolean mediumFits(ProtocolObject object, Command command) {
    return !command.telephonyOnly() || object.telephony();
  }
}
