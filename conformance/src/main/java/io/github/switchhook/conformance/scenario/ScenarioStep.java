package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.protocol.ObjectRole;
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
 * @param action what is done
 * @param sees what agents see of it; nothing is asserted about those who are not named
 * @param states the states that objects must have afterwards
 */
public record ScenarioStep(
    String title,
    String place,
    Action action,
    Map<String, ExpectedEvents> sees,
    List<StateCheck> states) {
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
  public record StateCheck(String agent, ObjectRole object, String column, String value) {}

  /** Returns what a step is called that has no name of its own. */
  public static String titleOf(Action action) {
    @Nullable String title = null;
    if (action instanceof Action.Send send) {
      title =
          send.agent() + " sends " + send.command() + send.to().map(to -> " to " + to).orElse("");
    } else if (action instanceof Action.Customer customer) {
      title =
          "customer " + customer.from() + " " + customer.contact().words() + " " + customer.to();
    } else if (action instanceof Action.PartyActs acts) {
      title = acts.party().words() + " " + acts.act().words();
    } else if (action instanceof Action.HasHeard heard) {
      title = heard.party().words() + " has heard " + heard.digits();
    } else if (action instanceof Action.Pass pass) {
      title = pass.time().toSeconds() + " s pass";
    } else if (action instanceof Action.WaitFor wait) {
      title = wait.agent() + " waits for " + ProtocolNames.write(wait.event());
    } else if (action instanceof Action.SetDispositions set) {
      title = "the switch asks " + set.agent() + " for a disposition";
    } else if (action instanceof Action.Disconnect gone) {
      title = gone.agent() + " loses the connection";
    } else if (action instanceof Action.TakeOver over) {
      title = over.agent() + " takes over";
    }
    return String.valueOf(title);
  }
}
