package io.github.switchhook.conformance.target;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Map;

/**
 * Where a target may spell things differently from PROTOCOL without being wrong: the one place that
 * translates.
 *
 * @param prefixedStateEvents whether the state event is called {@code <object>.state.updated}
 *     (PROTOCOL 1) and not {@code state.updated}
 * @param codes the target's failure code for each of ours that differs
 */
public record Dialect(boolean prefixedStateEvents, Map<String, String> codes) {
  /** PROTOCOL as it stands. */
  public static final Dialect PLAIN = new Dialect(false, Map.of());

  private static final String STATE_EVENT = "state.updated";

  public Dialect {
    codes = Map.copyOf(codes);
  }

  /**
   * Returns the name that the target gives an event.
   *
   * @param name the event's name in a table
   * @param object the kind of object that it is on: session, channel, interaction or conversation
   */
  public String eventName(String name, String object) {
    return prefixedStateEvents && name.equals(STATE_EVENT) ? object + "." + STATE_EVENT : name;
  }

  /** Tells whether this is the target's name of the state event, on whatever object. */
  public boolean isStateEvent(String actualName) {
    return prefixedStateEvents
        ? actualName.endsWith("." + STATE_EVENT)
        : actualName.equals(STATE_EVENT);
  }

  /** Returns the target's failure code for one of PROTOCOL's. */
  public String code(String code) {
    return codes.getOrDefault(code, code);
  }

  /** Returns where in an event's data the value of a table's column stands. */
  public JsonPointer pointer(String column) {
    return JsonPointer.compile(column.equals("member") ? "/member/address" : "/" + column);
  }
}
