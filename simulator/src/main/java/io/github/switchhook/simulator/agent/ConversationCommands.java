package io.github.switchhook.simulator.agent;

import static io.github.switchhook.simulator.protocol.Command.CONVERSATION_ANSWER;
import static io.github.switchhook.simulator.protocol.Command.CONVERSATION_BLIND_CONFERENCE;
import static io.github.switchhook.simulator.protocol.Command.CONVERSATION_BLIND_TRANSFER;
import static io.github.switchhook.simulator.protocol.Command.CONVERSATION_HOLD;
import static io.github.switchhook.simulator.protocol.Command.CONVERSATION_MUTE;
import static io.github.switchhook.simulator.protocol.Command.CONVERSATION_RELEASE;
import static io.github.switchhook.simulator.protocol.Command.CONVERSATION_RETRIEVE;
import static io.github.switchhook.simulator.protocol.Command.CONVERSATION_SEND_DTMF;
import static io.github.switchhook.simulator.protocol.Command.CONVERSATION_UNMUTE;

import io.github.switchhook.simulator.call.Destination;
import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.LegState;
import io.github.switchhook.simulator.protocol.RefusalException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The commands to a conversation (PROTOCOL section 5). */
final class ConversationCommands {
  private final SwitchContext context;

  ConversationCommands(SwitchContext context) {
    this.context = context;
  }

  List<CommandDefinition<Conversation, ?>> definitions() {
    return List.of(
        CommandDefinition.<Conversation>on(CONVERSATION_ANSWER)
            .when("ALERTING", is(LegState.ALERTING))
            .then(conversation -> conversation.leg().call().answer(conversation.leg())),
        CommandDefinition.<Conversation>on(CONVERSATION_RELEASE).then(Conversation::release),
        CommandDefinition.<Conversation>on(CONVERSATION_HOLD)
            .when("CONNECTED", is(LegState.CONNECTED))
            .then(conversation -> conversation.leg().hold()),
        CommandDefinition.<Conversation>on(CONVERSATION_RETRIEVE)
            .when("HELD, and the other one, if any, HELD too", ConversationCommands::canRetrieve)
            .then(conversation -> conversation.leg().retrieve()),
        CommandDefinition.<Conversation>on(CONVERSATION_MUTE)
            .when("CONNECTED", is(LegState.CONNECTED))
            .then(mute(true)),
        CommandDefinition.<Conversation>on(CONVERSATION_UNMUTE)
            .when("CONNECTED", is(LegState.CONNECTED))
            .then(mute(false)),
        CommandDefinition.<Conversation>on(CONVERSATION_SEND_DTMF)
            .reading(data -> data.digits("digits"))
            .when("CONNECTED", is(LegState.CONNECTED))
            .then(Conversation::sendDigits),
        CommandDefinition.<Conversation>on(CONVERSATION_BLIND_TRANSFER)
            .reading(data -> data.text("destination"))
            .when("answered", conversation -> conversation.state().answered())
            .then(this::blindTransfer),
        CommandDefinition.<Conversation>on(CONVERSATION_BLIND_CONFERENCE)
            .reading(data -> data.text("destination"))
            .when("CONNECTED", is(LegState.CONNECTED))
            .then(this::blindConference));
  }

  private static Predicate<Conversation> is(LegState state) {
    return conversation -> conversation.state() == state;
  }

  private static boolean canRetrieve(Conversation conversation) {
    return conversation.interaction().conversations().stream()
        .allMatch(each -> each.state() == LegState.HELD);
  }

  private BiConsumer<Conversation, CommandDefinition.NoData> mute(boolean on) {
    return (conversation, none) -> {
      if (conversation.leg().muted() != on) {
        conversation.leg().mute(on);
        context.rules().changed(conversation);
      }
    };
  }

  private void blindTransfer(Conversation conversation, String number) {
    Destination destination;
    try {
      destination = context.reachable(number);
    } catch (RefusalException refusal) {
      // PROTOCOL section 5, conversation.blindtransfer: the agent is disconnected regardless of
      // whether it is successful.
      conversation.release();
      throw refusal;
    }
    Leg leg = conversation.leg();
    destination.ring(leg.call().redirect(leg, destination.party()));
  }

  private void blindConference(Conversation conversation, String number) {
    Destination destination = context.reachable(number);
    destination.ring(conversation.leg().call().join(destination.party()));
  }
}
