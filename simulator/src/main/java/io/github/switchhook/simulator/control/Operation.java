package io.github.switchhook.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.RequestData;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A row of control's table: what an operation takes, what it reports, and what it does. Written
 * {@code act("call").takes(…).does(…)}, {@code question("heard").takes(…).reports(…).by(…)}.
 *
 * @param returns the names of what it reports; some may be absent from a report
 * @param deed what it does; in a turn, except for a {@link OperationKind#WAIT}
 */
public record Operation(
    String name,
    OperationKind kind,
    List<Argument> arguments,
    List<String> returns,
    Function<RequestData, ObjectNode> deed) {

  /** The kinds of operations, by their effect on the switch. */
  public enum OperationKind {
    /** Changes something: the journal keeps it. */
    ACT,
    /** It reports something and changes nothing. */
    QUESTION,
    /** It changes nothing, and blocks its caller while the switch goes on. */
    WAIT
  }

  static OperationDraft act(String name) {
    return new OperationDraft(name, OperationKind.ACT, List.of(), List.of());
  }

  static OperationDraft question(String name) {
    return new OperationDraft(name, OperationKind.QUESTION, List.of(), List.of());
  }

  static OperationDraft wait(String name) {
    return new OperationDraft(name, OperationKind.WAIT, List.of(), List.of());
  }

  /** An operation without its handler yet. */
  record OperationDraft(
      String name, OperationKind kind, List<Argument> arguments, List<String> returns) {
    OperationDraft takes(Argument... taken) {
      return new OperationDraft(name, kind, List.of(taken), returns);
    }

    OperationDraft reports(String... reported) {
      return new OperationDraft(name, kind, arguments, List.of(reported));
    }

    Operation by(Function<RequestData, ObjectNode> deed) {
      return new Operation(name, kind, arguments, returns, deed);
    }

    Operation does(Consumer<RequestData> deed) {
      return by(
          given -> {
            deed.accept(given);
            return Codec.object();
          });
    }
  }
}
