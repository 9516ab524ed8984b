package io.github.switchhook.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.engine.Engine;
import io.github.switchhook.simulator.engine.Journal;
import io.github.switchhook.simulator.engine.Journal.ConnectedClient;
import io.github.switchhook.simulator.engine.Journal.EntryKind;
import io.github.switchhook.simulator.engine.SwitchClock;
import io.github.switchhook.simulator.fault.Faults;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.Nearest;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.protocol.RequestData;
import io.github.switchhook.simulator.text.Quote;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Steers a switch. An operation has taken effect, and what it caused has been sent, when it
 * returns. Operations are rows of a table, so that in-process callers, HTTP and scenario steps
 * share one meaning; openapi.json beside the HTTP server describes them. Thread-safe.
 */
public final class Control {
  private final Engine engine;
  private final Journal journal;
  private final Map<String, Operation> table = new TreeMap<>();

  /**
   * Creates the control of {@code theSwitch}, which runs each operation as a turn of its engine.
   */
  public Control(
      Switch theSwitch, Engine engine, SwitchClock clock, Journal journal, Faults faults) {
    this.engine = engine;
    this.journal = journal;
    Operation reset =
        Operation.act("reset")
            .does(
                given -> {
                  theSwitch.reset();
                  faults.reset();
                });
    Stream.of(
            List.of(reset),
            new SwitchOperations(theSwitch, clock).operations(),
            new FarEndOperations(theSwitch).operations(),
            new FaultOperations(faults).operations(),
            new JournalOperations(journal, engine).operations())
        .flatMap(List::stream)
        .forEach(operation -> table.put(operation.name(), operation));
  }

  /** Returns all operations, in the order of the alphabet. */
  public List<Operation> operations() {
    return List.copyOf(table.values());
  }

  /** Tells whether there is an operation of that name. */
  public boolean can(String operation) {
    return table.containsKey(operation);
  }

  /** Tells whether an operation of that name blocks its caller. */
  public boolean waits(String operation) {
    Operation row = table.get(operation);
    return row != null && row.kind() == Operation.OperationKind.WAIT;
  }

  /**
   * Performs one operation on the switch and waits for its report. Thread-safe.
   *
   * @param name that of an operation
   * @param arguments an object with what the operation takes, and nothing else
   * @return what the operation reports; an empty object for most
   * @throws RefusalException where the arguments are wrong, or the switch is in no state for it
   */
  public JsonNode perform(String name, JsonNode arguments) {
    Operation operation = table.get(name);
    if (operation == null) {
      throw unknown(name);
    }
    if (!(arguments instanceof ObjectNode)) {
      throw new RefusalException(
          FailureCode.INVALID_DATA, name + ": expected an object of arguments");
    }
    RequestData given = new RequestData(name, arguments);
    Argument.check(name, operation.arguments(), given);
    return switch (operation.kind()) {
      case WAIT -> operation.deed().apply(given);
      case QUESTION -> engine.ask(() -> operation.deed().apply(given));
      case ACT -> {
        String shown = Codec.text(arguments);
        yield engine.ask(
            () -> {
              journal.begin(ConnectedClient.CONTROL, EntryKind.CONTROL, name, shown);
              return operation.deed().apply(given);
            });
      }
    };
  }

  private RefusalException unknown(String name) {
    String meant = Nearest.hint(name, table.keySet());
    return new RefusalException(
        FailureCode.UNKNOWN_COMMAND,
        "unknown operation "
            + Quote.plain(name)
            + meant
            + "; there are "
            + String.join(", ", table.keySet()));
  }

  /** Returns the entries of the journal, oldest first. */
  public List<Journal.Entry> journal() {
    return engine.ask(journal::entries);
  }
}
