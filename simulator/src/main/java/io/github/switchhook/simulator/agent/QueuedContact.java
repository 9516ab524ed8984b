package io.github.switchhook.simulator.agent;

import java.time.Instant;

/**
 * A contact that waits in a queue and is not being offered to an agent.
 *
 * @param queue the name of the queue
 * @param type the medium of the contact
 * @param from the customer's number or address
 * @param since when the customer came, on the switch's clock
 */
public record QueuedContact(String queue, ChannelType type, String from, Instant since) {}
