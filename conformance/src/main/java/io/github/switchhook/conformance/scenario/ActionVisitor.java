package io.github.switchhook.conformance.scenario;

/**
 * Handles each kind of action. A class that implements this handles all of them, or does not
 * compile.
 *
 * @param <R> the type of the result
 */
public interface ActionVisitor<R> {
  R send(Action.Send send);

  R disconnect(Action.Disconnect disconnect);

  R takeOver(Action.TakeOver takeOver);

  R customer(Action.Customer customer);

  R partyActs(Action.PartyActs acts);

  R hasHeard(Action.HasHeard heard);

  R pass(Action.Pass pass);

  R waitFor(Action.WaitFor wait);

  R setDispositions(Action.SetDispositions set);
}
