package io.github.switchhook.simulator.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The notes of agents about a contact, as keys and values (PROTOCOL section 5,
 * interaction.setinteractiondata). They belong to the call, and go where the call goes. In a turn
 * only.
 */
public final class CallData {
  /** The largest number of keys. */
  public static final int MAX_KEYS = 1000;

  /**
   * The largest number of characters of all keys and values together: each change is told whole, in
   * one message, to an agent who may have many calls.
   */
  public static final int MAX_CHARACTERS = 32 * 1024;

  private final Map<String, String> values = new LinkedHashMap<>();
  private int characters;

  /** Tells whether there is room for a value, which may overwrite the one that is there. */
  public boolean hasRoomFor(String key, String value) {
    String old = values.get(key);
    int freed = old == null ? 0 : key.length() + old.length();
    return (old != null || values.size() < MAX_KEYS)
        && characters - freed + key.length() + value.length() <= MAX_CHARACTERS;
  }

  /**
   * Adds a value, or overwrites it.
   *
   * @throws IllegalArgumentException where there is no room: the caller has to check first
   */
  public void put(String key, String value) {
    if (!hasRoomFor(key, value)) {
      throw new IllegalArgumentException("no room for more call data");
    }
    String old = values.put(key, value);
    characters += value.length() + (old == null ? key.length() : -old.length());
  }

  /** Adds the keys of {@code other} that are missing here, as far as there is room. */
  public void fillFrom(CallData other) {
    other.values.forEach(
        (key, value) -> {
          if (!values.containsKey(key) && hasRoomFor(key, value)) {
            put(key, value);
          }
        });
  }

  /** Returns a copy, which no longer follows the call. */
  public CallData copy() {
    CallData copy = new CallData();
    copy.fillFrom(this);
    return copy;
  }

  /** Returns a copy of the data as it is now, in the order in which the keys were first set. */
  public Map<String, String> snapshot() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
