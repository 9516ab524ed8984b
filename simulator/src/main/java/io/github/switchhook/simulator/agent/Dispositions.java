package io.github.switchhook.simulator.agent;

import java.util.List;

/**
 * The external dispositions of a channel: what an agent may, or must, choose from when completing
 * an interaction (PROTOCOL section 5, interaction.complete).
 *
 * @param required whether completing without a choice is refused
 * @param choices none where the channel has no external dispositions
 */
public record Dispositions(boolean required, List<Choice> choices) {
  /** Stands for no external dispositions: none required, none to choose. */
  public static final Dispositions NONE = new Dispositions(false, List.of());

  /** One disposition that the agent can choose, by its id. */
  public record Choice(String id, String name) {}

  /** Copies the list, so that the record is immutable. */
  public Dispositions {
    choices = List.copyOf(choices);
  }

  /** Tells whether {@code id} can be chosen. */
  public boolean has(String id) {
    return choices.stream().anyMatch(choice -> choice.id().equals(id));
  }
}
