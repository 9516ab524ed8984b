package io.github.switchhook.simulator.agent;

import static io.github.switchhook.simulator.protocol.Command.INTERACTION_ACCEPT;
import static io.github.switchhook.simulator.protocol.Command.INTERACTION_ALTERNATE;
import static io.github.switchhook.simulator.protocol.Command.INTERACTION_COMPLETE;
import static io.github.switchhook.simulator.protocol.Command.INTERACTION_CONSULT;
import static io.github.switchhook.simulator.protocol.Command.INTERACTION_CONSULT_CONFERENCE;
import static io.github.switchhook.simulator.protocol.Command.INTERACTION_CONSULT_TRANSFER;
import static io.github.switchhook.simulator.protocol.Command.INTERACTION_REJECT;
import static io.github.switchhook.simulator.protocol.Command.INTERACTION_SET_DATA;
import static io.github.switchhook.simulator.protocol.Command.INTERACTION_SET_DISPOSITION;
import static io.github.switchhook.simulator.protocol.Command.RECORDING_PAUSE;
import static io.github.switchhook.simulator.protocol.Command.RECORDING_RESUME;
import static io.github.switchhook.simulator.protocol.Command.RECORDING_START;
import static io.github.switchhook.simulator.protocol.Command.RECORDING_STOP;

import io.github.switchhook.simulator.agent.Interaction.State;
import io.github.switchhook.simulator.call.Call;
import io.github.switchhook.simulator.call.Destination;
import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.LegState;
import io.github.switchhook.simulator.call.Recording;
import io.github.switchhook.simulator.protocol.RequestData;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The commands to an interaction (PROTOCOL section 5). */
final class InteractionCommands {
  private final SwitchContext context;
  private final AgentEvents rules;

  InteractionCommands(SwitchContext context) {
    this.context = context;
    this.rules = context.rules();
  }

  List<CommandDefinition<Interaction, ?>> definitions() {
    return List.of(
        CommandDefinition.<Interaction>on(INTERACTION_ACCEPT)
            .when("ALERTING", is(State.ALERTING))
            .inVainWhen(Variant.ACCEPT_AGAIN, is(State.STARTED))
            .then(Interaction::accept),
        CommandDefinition.<Interaction>on(INTERACTION_REJECT)
            .when("ALERTING", is(State.ALERTING))
            .inVainWhen(Variant.REJECT_STARTED, is(State.STARTED))
            .then(Interaction::release),
        CommandDefinition.<Interaction>on(INTERACTION_SET_DATA)
            .reading(this::dataItem)
            .notWhen(Variant.DATA_WHILE_STARTED, is(State.STARTED).negate())
            .then(this::setData),
        CommandDefinition.<Interaction>on(INTERACTION_SET_DISPOSITION)
            .reading(data -> data.anyText("disposition"))
            .notWhen(Variant.DISPOSITION_AFTER_ANSWER, is(State.ALERTING).or(is(State.DIALING)))
            .then(Interaction::dispose),
        CommandDefinition.<Interaction>on(INTERACTION_COMPLETE)
            .reading(data -> Completion.read(data, context::is))
            .when("ENDED, or STARTED without a call", Interaction::completable)
            .answering((interaction, completion, request) -> completion.of(interaction, request)),
        CommandDefinition.<Interaction>on(INTERACTION_CONSULT)
            .reading(data -> data.text("destination"))
            .when("STARTED, and without a consult", InteractionCommands::canConsult)
            .then(this::consult),
        CommandDefinition.<Interaction>on(INTERACTION_ALTERNATE)
            .when("with one conversation CONNECTED and the other HELD", this::canAlternate)
            .inVainWhen(Variant.ALTERNATE_HELD, InteractionCommands::bothHeld)
            .then(this::alternate),
        CommandDefinition.<Interaction>on(INTERACTION_CONSULT_TRANSFER)
            .when("with a consult that was answered", InteractionCommands::consultAnswered)
            .then(joining((original, consult) -> original.call().transfer(original, consult))),
        CommandDefinition.<Interaction>on(INTERACTION_CONSULT_CONFERENCE)
            .when("with a consult that was answered", InteractionCommands::consultAnswered)
            .then(joining((original, consult) -> original.call().conference(original, consult))),
        CommandDefinition.<Interaction>on(RECORDING_START)
            .when("STARTED", is(State.STARTED))
            .inVainWhen(Variant.RECORD_DIALLING, is(State.DIALING))
            .then(recording(Recording.State.ON)),
        CommandDefinition.<Interaction>on(RECORDING_STOP).then(recording(Recording.State.OFF)),
        CommandDefinition.<Interaction>on(RECORDING_PAUSE)
            .when("recorded", InteractionCommands::recorded)
            .inVainWhen(Variant.PAUSE_OFF, interaction -> !recorded(interaction))
            .then(recording(Recording.State.PAUSED)),
        CommandDefinition.<Interaction>on(RECORDING_RESUME)
            .when("recorded", InteractionCommands::recorded)
            .inVainWhen(Variant.RESUME_OFF, interaction -> !recorded(interaction))
            .then(recording(Recording.State.ON)));
  }

  private record DataItem(String key, String value) {}

  private DataItem dataItem(RequestData data) {
    boolean blank = context.is(Variant.BLANK_KEY) && data.anyText("key").isBlank();
    return new DataItem(blank ? "" : data.key("key"), data.anyText("value"));
  }

  private static Predicate<Interaction> is(State state) {
    return interaction -> interaction.state() == state;
  }

  private static boolean canConsult(Interaction interaction) {
    return interaction.state() == State.STARTED && interaction.consult().isEmpty();
  }

  private boolean canAlternate(Interaction interaction) {
    return interaction.in(LegState.CONNECTED).isPresent()
        && interaction.in(LegState.HELD).isPresent();
  }

  private static boolean bothHeld(Interaction interaction) {
    return interaction.consult().isPresent()
        && interaction.conversations().stream().allMatch(each -> each.state() == LegState.HELD);
  }

  private static boolean consultAnswered(Interaction interaction) {
    return interaction.consult().filter(consult -> consult.state().answered()).isPresent();
  }

  private static boolean recorded(Interaction interaction) {
    return interaction.recording().state() != Recording.State.OFF;
  }

  private void setData(Interaction interaction, DataItem item) {
    if (item.key().isEmpty()) {
      return;
    }
    if (!interaction.hasRoomFor(item.key(), item.value())) {
      throw SwitchContext.tooMuchCallData("data.value");
    }
    interaction.put(item.key(), item.value());
    rules.dataChanged(interaction);
    if (context.is(Variant.DATA_TOLD_TO_ALL)) {
      interaction.colleagues().forEach(rules::dataChanged);
    }
  }

  private void consult(Interaction interaction, String number) {
    Destination destination = context.dialable(number);
    interaction.in(LegState.CONNECTED).ifPresent(talking -> talking.leg().hold());
    Call call = new Call();
    if (!context.is(Variant.CONSULT_WITHOUT_DATA)) {
      call.data().fillFrom(interaction.data());
    }
    Leg own = call.add(interaction.channel().party(), LegState.INITIATED);
    Leg far = call.add(destination.party(), LegState.ALERTING);
    rules.conversationBegins(interaction.consultOver(own));
    rules.focusChanged(interaction);
    destination.ring(far);
  }

  private void alternate(Interaction interaction) {
    Conversation talking = interaction.in(LegState.CONNECTED).orElseThrow();
    Conversation held = interaction.in(LegState.HELD).orElseThrow();
    talking.leg().hold();
    held.leg().retrieve();
    rules.focusChanged(interaction);
  }

  private static BiConsumer<Interaction, CommandDefinition.NoData> joining(
      BiConsumer<Leg, Leg> deed) {
    return (interaction, none) ->
        deed.accept(
            interaction.original().orElseThrow().leg(), interaction.consult().orElseThrow().leg());
  }

  private BiConsumer<Interaction, CommandDefinition.NoData> recording(Recording.State query) {
    return (interaction, none) -> {
      if (interaction.recording().become(query, context.clock().now())) {
        rules.changed(interaction);
      }
    };
  }
}
