package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.protocol.Capability;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The agents, queues and capabilities that a switch begins with; immutable.
 *
 * @param capabilities what the platform can do, until control says otherwise
 * @param ringTimeout how long a customer's call rings at one agent before it goes to the next
 * @param scripts what channel.request.incontact.getscripts returns for a channel of each type
 * @param addressBooks what session.request.incontact.addressbook returns
 * @param variants what it does otherwise than the standard switch, where the contract leaves a
 *     choice
 */
public record SwitchSetup(
    List<AgentAccount> agents,
    Set<String> queues,
    Set<Capability> capabilities,
    Duration ringTimeout,
    Map<ChannelType, List<Script>> scripts,
    List<AddressBook> addressBooks,
    Set<Variant> variants) {

  /** A script of the InContact platform, as it stands in the answer. */
  public record Script(String scriptId, String scriptName) {}

  /** An address book of the InContact platform, as it stands in the answer (PROTOCOL section 5). */
  public record AddressBook(String name, List<String> groups, List<AddressBookEntry> entries) {
    /**
     * A contact of the address book.
     *
     * @param type external, agent or skill
     */
    public record AddressBookEntry(
        String name,
        String type,
        List<ContactNumber> destinations,
        Map<String, String> properties) {}

    /** A labelled number of a contact. */
    public record ContactNumber(String label, String value) {}
  }

  /** Copies the collections, so that the set-up is immutable. */
  public SwitchSetup {
    agents = List.copyOf(agents);
    queues = Set.copyOf(queues);
    capabilities = Set.copyOf(capabilities);
    scripts = Map.copyOf(scripts);
    addressBooks = List.copyOf(addressBooks);
    variants = Set.copyOf(variants);
  }

  /** Returns the ids and extensions of all agents. */
  public List<String> agentNames() {
    return agents.stream().flatMap(agent -> Stream.of(agent.id(), agent.extension())).toList();
  }

  /**
   * Returns the standard set-up: four agents (alice to dave at 7001 to 7004), two queues, and all
   * capabilities.
   */
  public static SwitchSetup standard() {
    return standard(Platform.FULL);
  }

  /** Returns the standard switch on a platform that may be able to do less. */
  public static SwitchSetup standard(Platform platform) {
    return new SwitchSetup(
        List.of(
            new AgentAccount("alice", "secret", "7001"),
            new AgentAccount("bob", "secret", "7002"),
            new AgentAccount("carol", "secret", "7003"),
            new AgentAccount("dave", "secret", "7004")),
        Set.of("sales", "service"),
        platform.capabilities(),
        Duration.ofSeconds(30),
        Map.of(
            ChannelType.TELEPHONY,
            List.of(
                new Script("1001", "Inbound greeting"), new Script("1002", "Outbound call back")),
            ChannelType.CHAT,
            List.of(new Script("2001", "Chat greeting")),
            ChannelType.EMAIL,
            List.of(new Script("3001", "Email answer"))),
        List.of(
            new AddressBook(
                "Company",
                List.of("Sales", "Service"),
                List.of(
                    entry("Front desk", "external", "Phone", "5550100"),
                    entry("Bob", "agent", "Extension", "7002"),
                    entry("Service", "skill", "Queue", "service")))),
        Set.of());
  }

  /** Returns the same switch with other choices where the contract leaves them. */
  public SwitchSetup withVariants(Set<Variant> chosen) {
    Set<String> all = new TreeSet<>(queues);
    if (chosen.contains(Variant.QUEUE_REQUIRED)) {
      all.add("general");
    }
    return new SwitchSetup(agents, all, capabilities, ringTimeout, scripts, addressBooks, chosen);
  }

  /** Tells whether the switch makes this choice. */
  public boolean is(Variant variant) {
    return variants.contains(variant);
  }

  private static AddressBook.AddressBookEntry entry(
      String name, String type, String label, String value) {
    return new AddressBook.AddressBookEntry(
        name, type, List.of(new AddressBook.ContactNumber(label, value)), Map.of());
  }
}
