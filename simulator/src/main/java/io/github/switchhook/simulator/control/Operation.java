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
 * @param deed what it does; in a turn, except for a {@link Kind#WAIT}
 */
public record Operation(
    String name,
    Kind kind,
    List<Argument> arguments,
    List<String> returns,
    Function<RequestData, ObjectNode> deed) {

  /** The kinds of operations, by their effect on the switch. */
  public enum Kind {
    /** Changes something: the journal keeps it. */
    ACT,
    /** It reports something and changes nothing. */
    QUESTION,
    /** It changes nothing, and blocks its caller while the switch goes on. */
    WAIT
  }

  static Draft act(String name) {
    return new Draft(name, Kind.ACT, List.of(), List.of());
  }

  static Draft question(String name) {
    return new Draft(name, Kind.QUESTION, List.of(), List.of());
  }

  static Draft wait(String name) {
    return new Draft(name, Kind.WAIT, List.of(), List.of());
  }

  /** An operation without its handler yet. */
  record Draft(String name, Kind kind, List<Argument> arguments, List<String> returns) {
    Draft takes(Argument... taken) {
      return new Draft(name, kind, List.of(taken), returns);
    }

    Draft reports(String... reported) {
      return new Draft(name, kind, arguments, List.of(reported));
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
