package io.github.switchhook.simulator.agent;

import java.time.Instant;

/**
 * A customer in a queue whom no agent is offered.
 *
 * @param queue its name
 * @param type of what the customer began
 * @param from the customer's number or address
 * @param since when the customer came, on the switch's clock
 */
public record QueuedContact(String queue, ChannelType type, String from, Instant since) {}
