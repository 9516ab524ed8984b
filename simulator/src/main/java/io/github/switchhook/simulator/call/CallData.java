package io.github.switchhook.simulator.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What agents note about a contact (PROTOCOL section 5, interaction.setinteractiondata). Belongs to
 * the call, and goes where the call goes. Engine thread only.
 */
public final class CallData {
  private final Map<String, String> values = new LinkedHashMap<>();

  /** Adds a value, or overwrites it. */
  public void put(String key, String value) {
    values.put(key, value);
  }

  /** Takes over what {@code other} has and this has not. */
  public void fillFrom(CallData other) {
    other.values.forEach(values::putIfAbsent);
  }

  /** A copy, which no longer follows the call. */
  public CallData copy() {
    CallData copy = new CallData();
    copy.fillFrom(this);
    return copy;
  }

  /** What there is now, in the order in which the keys were first set. */
  public Map<String, String> snapshot() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
