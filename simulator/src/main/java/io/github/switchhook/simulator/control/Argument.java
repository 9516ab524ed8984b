package io.github.switchhook.simulator.control;

import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.Nearest;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.protocol.RequestData;
import io.github.switchhook.simulator.text.Quote;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * An argument of a control operation.
 *
 * @param required whether the operation is refused without it
 * @param items what each element of a {@link Type#LIST} has; empty for the other types
 */
public record Argument(String name, Type type, boolean required, List<Argument> items) {
  /**
   * The types of arguments. The reader of a type, with which operations read it, refuses any other
   * value.
   */
  public enum Type {
    /** A string that is not blank. */
    TEXT(RequestData::text),
    /** A boolean. */
    FLAG(RequestData::flag),
    /** A whole number that is not negative. */
    WHOLE(RequestData::whole),
    /** A whole number that is not negative, or the string {@code all}. */
    COUNT(RequestData::countOrAll),
    /** An object of strings. */
    TEXTS(RequestData::texts),
    /** A list of objects. */
    LIST(RequestData::objects);

    @SuppressWarnings("ImmutableEnumChecker") // method references, which hold nothing
    private final BiConsumer<RequestData, String> reader;

    Type(BiConsumer<RequestData, String> reader) {
      this.reader = reader;
    }
  }

  /** Copies the list, so that the record is immutable. */
  public Argument {
    items = List.copyOf(items);
  }

  static Argument text(String name) {
    return new Argument(name, Type.TEXT, true, List.of());
  }

  static Argument flag(String name) {
    return new Argument(name, Type.FLAG, true, List.of());
  }

  static Argument whole(String name) {
    return new Argument(name, Type.WHOLE, true, List.of());
  }

  static Argument count(String name) {
    return new Argument(name, Type.COUNT, true, List.of());
  }

  static Argument texts(String name) {
    return new Argument(name, Type.TEXTS, true, List.of());
  }

  static Argument list(String name, Argument... items) {
    return new Argument(name, Type.LIST, true, List.of(items));
  }

  Argument optional() {
    return new Argument(name, type, false, items);
  }

  /**
   * Looks whether what is given is what {@code expected} allows.
   *
   * @param what the names in {@code expected} belong to, for the message
   * @throws RefusalException where it is not: unknown, missing, or of another type
   */
  static void check(String what, List<Argument> expected, RequestData given) {
    for (String name : given.names()) {
      if (expected.stream().noneMatch(each -> each.name.equals(name))) {
        throw unknown(what, expected, name);
      }
    }
    expected.forEach(each -> each.check(given));
  }

  private void check(RequestData given) {
    if (!required && !given.has(name)) {
      return;
    }
    type.reader.accept(given, name);
    if (type == Type.LIST) {
      given.objects(name).forEach(each -> check("each of " + name, items, each));
    }
  }

  private static RefusalException unknown(String what, List<Argument> expected, String name) {
    String meant = Nearest.hint(name, expected.stream().map(Argument::name).toList());
    String takes =
        expected.isEmpty()
            ? "no arguments"
            : expected.stream().map(Argument::toString).collect(Collectors.joining(", "));
    return new RefusalException(
        FailureCode.INVALID_DATA,
        "unknown argument " + Quote.plain(name) + meant + "; " + what + " takes " + takes);
  }

  /** Returns the name with its type, such as {@code agent (optional)}. */
  @Override
  public String toString() {
    return required ? name : name + " (optional)";
  }
}
