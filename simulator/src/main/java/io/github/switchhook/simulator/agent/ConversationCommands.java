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
import io.github.switchhook.simulator.protocol.RequestData;
import java.util.List;
import java.util.Optional;
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
            .inVainWhen(Variant.ANSWER_HELD, is(LegState.HELD))
            .then(conversation -> conversation.leg().call().answer(conversation.leg())),
        CommandDefinition.<Conversation>on(CONVERSATION_RELEASE).then(Conversation::release),
        CommandDefinition.<Conversation>on(CONVERSATION_HOLD)
            .when("CONNECTED", is(LegState.CONNECTED))
            .inVainWhen(Variant.HOLD_AGAIN, is(LegState.HELD))
            .then(conversation -> conversation.leg().hold()),
        CommandDefinition.<Conversation>on(CONVERSATION_RETRIEVE)
            .when("HELD, and the other one, if any, HELD too", ConversationCommands::canRetrieve)
            .inVainWhen(Variant.RETRIEVE_AGAIN, is(LegState.CONNECTED))
            .alsoWhen(Variant.RETRIEVE_SWAPS, ConversationCommands::canSwap)
            .then(this::retrieve),
        CommandDefinition.<Conversation>on(CONVERSATION_MUTE)
            .when("CONNECTED", is(LegState.CONNECTED))
            .alsoWhen(Variant.MUTE_HELD, is(LegState.HELD))
            .notWhen(Variant.MUTE_ONCE, conversation -> conversation.leg().muted())
            .then(mute(true)),
        CommandDefinition.<Conversation>on(CONVERSATION_UNMUTE)
            .when("CONNECTED", is(LegState.CONNECTED))
            .alsoWhen(Variant.UNMUTE_HELD, is(LegState.HELD))
            .notWhen(Variant.UNMUTE_ONCE, conversation -> !conversation.leg().muted())
            .then(mute(false)),
        CommandDefinition.<Conversation>on(CONVERSATION_SEND_DTMF)
            .reading(this::digits)
            .when("CONNECTED", is(LegState.CONNECTED))
            .inVainWhen(Variant.DIGITS_HELD, is(LegState.HELD))
            .then(this::sendDigits),
        CommandDefinition.<Conversation>on(CONVERSATION_BLIND_TRANSFER)
            .reading(data -> data.text("destination"))
            .when("answered", conversation -> conversation.state().answered())
            .then(this::blindTransfer),
        CommandDefinition.<Conversation>on(CONVERSATION_BLIND_CONFERENCE)
            .reading(data -> data.text("destination"))
            .when("CONNECTED", is(LegState.CONNECTED))
            .alsoWhen(Variant.CONFERENCE_HELD, is(LegState.HELD))
            .then(this::blindConference));
  }

  private static Predicate<Conversation> is(LegState state) {
    return conversation -> conversation.state() == state;
  }

  private static boolean canRetrieve(Conversation conversation) {
    return conversation.interaction().conversations().stream()
        .allMatch(each -> each.state() == LegState.HELD);
  }

  private static boolean canSwap(Conversation conversation) {
    return conversation.state() == LegState.HELD
        && conversation.interaction().in(LegState.CONNECTED).isPresent();
  }

  private void retrieve(Conversation conversation) {
    Interaction interaction = conversation.interaction();
    Optional<Conversation> talking = interaction.in(LegState.CONNECTED);
    talking.ifPresent(other -> other.leg().hold());
    conversation.leg().retrieve();
    if (talking.isPresent()) {
      context.rules().focusChanged(interaction);
    }
  }

  private String digits(RequestData data) {
    data.text("digits");
    try {
      return data.digits("digits");
    } catch (RefusalException refusal) {
      if (context.is(Variant.ANY_DIGITS)) {
        return "";
      }
      throw refusal;
    }
  }

  private void sendDigits(Conversation conversation, String digits) {
    boolean crowd = conversation.members().size() > 1;
    if (!digits.isEmpty() && !(crowd && context.is(Variant.DIGITS_TO_ONE))) {
      conversation.sendDigits(digits);
    }
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
