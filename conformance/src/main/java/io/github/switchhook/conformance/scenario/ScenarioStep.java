package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.match.Alias;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step: something is done, and this is what must come of it.
 *
 * @param title what it is called in ladders and reports
 * @param place file and line
 * @param deed what is done
 * @param sees what agents see of it; nothing is asserted about those who are not named
 * @param states the states that objects must have afterwards
 */
public record ScenarioStep(
    String title, String place, Deed deed, Map<String, Sight> sees, List<StateCheck> states) {
  public ScenarioStep {
    sees = Collections.unmodifiableMap(new LinkedHashMap<>(sees));
    states = List.copyOf(states);
  }

  /**
   * An object's state as its last events told it.
   *
   * @param agent whose object
   * @param object which one
   * @param column {@code state}, {@code muted}, {@code recording} or {@code busy}
   * @param value what it must be
   */
  public record StateCheck(String agent, Alias object, String column, String value) {}

  /** Returns what a step is called that has no name of its own. */
  public static String titleOf(Deed deed) {
    @Nullable String title = null;
    if (deed instanceof Deed.Send send) {
      title =
          send.agent() + " sends " + send.command() + send.to().map(to -> " to " + to).orElse("");
    } else if (deed instanceof Deed.Customer customer) {
      title =
          "customer " + customer.from() + " " + customer.contact().words() + " " + customer.to();
    } else if (deed instanceof Deed.PartyActs acts) {
      title = acts.party().words() + " " + acts.act().words();
    } else if (deed instanceof Deed.HasHeard heard) {
      title = heard.party().words() + " has heard " + heard.digits();
    } else if (deed instanceof Deed.Pass pass) {
      title = pass.time().toSeconds() + " s pass";
    } else if (deed instanceof Deed.WaitFor wait) {
      title = wait.agent() + " waits for " + Vocabulary.write(wait.event());
    } else if (deed instanceof Deed.SetDispositions set) {
      title = "the switch asks " + set.agent() + " for a disposition";
    } else if (deed instanceof Deed.Disconnect gone) {
      title = gone.agent() + " loses the connection";
    } else if (deed instanceof Deed.TakeOver over) {
      title = over.agent() + " takes over";
    }
    return String.valueOf(title);
  }
}
