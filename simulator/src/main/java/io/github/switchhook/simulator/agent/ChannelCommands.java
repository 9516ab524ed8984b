package io.github.switchhook.simulator.agent;

import static io.github.switchhook.simulator.protocol.Command.CHANNEL_ACTIVATE;
import static io.github.switchhook.simulator.protocol.Command.CHANNEL_DIAL;
import static io.github.switchhook.simulator.protocol.Command.CHANNEL_GET_SCRIPTS;

import io.github.switchhook.simulator.agent.Channel.State;
import io.github.switchhook.simulator.call.Call;
import io.github.switchhook.simulator.call.Destination;
import io.github.switchhook.simulator.call.Leg;
import io.github.switchhook.simulator.call.LegState;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.Message.Response;
import io.github.switchhook.simulator.protocol.Request;
import io.github.switchhook.simulator.protocol.RequestData;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands to a channel (PROTOCOL section 5). */
final class ChannelCommands {
  private final SwitchContext context;
  private final SwitchSetup setup;

  ChannelCommands(SwitchContext context, SwitchSetup setup) {
    this.context = context;
    this.setup = setup;
  }

  List<CommandDefinition<Channel, ?>> definitions() {
    return List.of(
        CommandDefinition.<Channel>on(CHANNEL_ACTIVATE)
            .reading(this::queue)
            .when("not UNAVAILABLE", channel -> channel.state() != State.UNAVAILABLE)
            .then(this::activate),
        CommandDefinition.<Channel>on(CHANNEL_DIAL)
            .reading(ChannelCommands::destination)
            .when("ACTIVE and free", channel -> channel.unavailable().isEmpty())
            .alsoWhen(
                Variant.DIAL_INACTIVE,
                channel -> channel.state() == State.INACTIVE && !channel.busy())
            .then(this::dial),
        CommandDefinition.<Channel>on(CHANNEL_GET_SCRIPTS).answering(this::scripts));
  }

  private Optional<String> queue(RequestData data) {
    boolean required = context.is(Variant.QUEUE_REQUIRED);
    if (!required && !data.has("channeloptions")) {
      return Optional.empty();
    }
    RequestData options = data.object("channeloptions");
    Optional<String> queue =
        required ? Optional.of(options.text("queue")) : options.optionalText("queue");
    queue
        .filter(name -> !setup.queues().contains(name) && !context.is(Variant.ANY_QUEUE))
        .ifPresent(
            name -> {
              throw options.expected(
                  "queue", "one of " + setup.queues().stream().sorted().toList());
            });
    return queue;
  }

  private void activate(Channel channel, Optional<String> queue) {
    if (channel.state() == State.ACTIVE && channel.queue().equals(queue)) {
      return;
    }
    channel.activate(queue.orElse(null));
    context.rules().channelInfoChanged(channel);
    context.rules().changed(channel);
    context.distribution().freed(channel);
  }

  private static String destination(RequestData data) {
    if (data.has("extensions")) {
      data.object("extensions");
    }
    return data.text("destination");
  }

  private void dial(Channel channel, String number) {
    Destination destination = context.dialable(number);
    Call call = new Call();
    Leg own = call.add(channel.party(), LegState.INITIATED);
    Leg far = call.add(destination.party(), LegState.ALERTING);
    Interaction.dialled(channel, own, number, context);
    destination.ring(far);
  }

  private Response scripts(Channel channel, CommandDefinition.NoData none, Request request) {
    return request.success(
        Codec.object(Map.of("scripts", setup.scripts().getOrDefault(channel.type(), List.of()))));
  }
}
