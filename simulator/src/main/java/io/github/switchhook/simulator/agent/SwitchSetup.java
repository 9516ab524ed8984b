package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.protocol.Capability;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a switch is set up with.
 *
 * @param capabilities what the platform can do, until control says otherwise
 * @param ringTimeout how long a customer's call rings at one agent before it goes to the next
 * @param scripts what channel.request.incontact.getscripts returns for a channel of each type
 */
public record SwitchSetup(
    List<AgentAccount> agents,
    Set<String> queues,
    Set<Capability> capabilities,
    Duration ringTimeout,
    Map<ChannelType, List<Script>> scripts) {

  /** A script of the InContact platform, as it stands in the answer. */
  public record Script(String scriptId, String scriptName) {}

  /** Copies that nobody can change. */
  public SwitchSetup {
    agents = List.copyOf(agents);
    queues = Set.copyOf(queues);
    capabilities = Set.copyOf(capabilities);
    scripts = Map.copyOf(scripts);
  }

  /** Four agents (alice to dave at 7001 to 7004), two queues, and all that the switch can do. */
  public static SwitchSetup standard() {
    return new SwitchSetup(
        List.of(
            new AgentAccount("alice", "secret", "7001"),
            new AgentAccount("bob", "secret", "7002"),
            new AgentAccount("carol", "secret", "7003"),
            new AgentAccount("dave", "secret", "7004")),
        Set.of("sales", "service"),
        EnumSet.complementOf(EnumSet.of(Capability.MULTIMEDIA)),
        Duration.ofSeconds(30),
        Map.of(
            ChannelType.TELEPHONY,
            List.of(
                new Script("1001", "Inbound greeting"), new Script("1002", "Outbound call back")),
            ChannelType.CHAT,
            List.of(new Script("2001", "Chat greeting")),
            ChannelType.EMAIL,
            List.of(new Script("3001", "Email answer"))));
  }
}
