package io.github.switchhook.simulator.fuzz;

import java.util.List;
import java.util.Random;

/** Values and texts that are hard to handle. Seeded. */
final class Nasty {
  private static final int MAX_MESSAGE = 256 * 1024;
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\0",
          "\uFEFF",
          "\uFEFF{}",
          "\uD800",
          "\uDC00\uD800",
          "a\uDBFF",
          "😀",
          "\n\r\t\u0085\u2028\u2029",
          "\u202Eright to left",
          "\u001B[2J",
          "\u007F\uFFFE\uFFFF",
          "</script><!--",
          "__proto__",
          "constructor",
          "null",
          "true",
          "\\",
          "\\\\\\\\u0070assword",
          "\"",
          "password",
          "..",
          "a.b.c.d.e.f.g",
          "ß\u0130\u0131ſK",
          "%s%n${jndi:x}",
          "../../etc/passwd",
          "5550100",
          "7001",
          "sales",
          "alice");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "1.10",
          "1e999",
          "-1e-999",
          "1e400000",
          "1e999999999",
          "1e-999999999",
          "1e2147483648",
          "1e99999999999999999999",
          "2147483648",
          "9223372036854775808",
          "123456789012345678901234567890",
          "0.1e1",
          "1e2147483647");
  private static final List<String> NO_JSON =
      List.of("NaN", "-Infinity", "0x1", "01", "1.", ".5", "+1", "undefined", "'x'", "");

  private final Random chance;

  Nasty(Random chance) {
    this.chance = chance;
  }

  <T> T one(List<T> of) {
    return of.get(chance.nextInt(of.size()));
  }

  /** Returns a random value of any type, nested to {@code depth}. */
  Json value(int depth) {
    return switch (chance.nextInt(depth > 3 ? 6 : 10)) {
      case 0 ->
          new Json.Raw(
              one(chance.nextInt(20) == 0 ? NO_JSON : List.of("null", "true", "false", "[]")));
      case 1 -> new Json.Raw(one(NUMBERS));
      case 2 -> new Json.Raw(Integer.toString(chance.nextInt()));
      case 3, 4 -> new Json.Text(one(TEXTS));
      case 5 -> new Json.Text(text(chance.nextInt(30)));
      case 6, 7 -> object(depth + 1);
      case 8 -> array(depth + 1);
      default -> chance.nextInt(20) == 0 ? deep() : new Json.Text(text(chance.nextInt(300)));
    };
  }

  /** Returns an object with names that may be there twice. */
  Json.Obj object(int depth) {
    Json.Obj object = Json.object();
    for (int i = chance.nextInt(5); i > 0; i--) {
      object.put(name(), value(depth));
    }
    return object;
  }

  private Json array(int depth) {
    return new Json.Array(
        new java.util.ArrayList<>(
            java.util.stream.Stream.generate(() -> value(depth))
                .limit(chance.nextInt(5))
                .toList()));
  }

  /** Returns the name of a property. */
  String name() {
    return switch (chance.nextInt(4)) {
      case 0 -> one(List.of("command", "target", "data", "original", "id", "password", "key"));
      case 1 -> text(chance.nextInt(12));
      default -> one(TEXTS);
    };
  }

  /** Returns a nested value, about as deep as is allowed, or far deeper. */
  private Json deep() {
    int levels = one(List.of(55, 62, 63, 64, 65, 200, 5000));
    boolean lists = chance.nextBoolean();
    return new Json.Raw(
        (lists ? "[" : "{\"a\":").repeat(levels) + "1" + (lists ? "]" : "}").repeat(levels));
  }

  /** Returns any code points, including halves of surrogate pairs. */
  String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      switch (chance.nextInt(6)) {
        case 0, 1 -> text.append((char) (' ' + chance.nextInt(95)));
        case 2 -> text.append((char) chance.nextInt(0x20));
        case 3 -> text.append((char) chance.nextInt(0x10000));
        case 4 -> text.append((char) (0xD800 + chance.nextInt(0x800)));
        default -> text.appendCodePoint(chance.nextInt(Character.MAX_CODE_POINT + 1));
      }
    }
    return text.toString();
  }

  /** Returns a long value, up to the limit of a message. */
  Json huge() {
    int size = chance.nextInt(MAX_MESSAGE);
    return switch (chance.nextInt(7)) {
      case 0 -> new Json.Text("x".repeat(size));
      case 1 -> new Json.Text(one(TEXTS).repeat(size / 64));
      case 2 -> new Json.Raw("9".repeat(one(List.of(999, 1000, 1001, size))));
      case 3 -> new Json.Raw("\"" + "\\u0001".repeat(size / 6) + "\"");
      case 4 -> new Json.Raw("[" + "1e5,".repeat(size / 4) + "0]");
      case 5 -> {
        Json.Obj many = Json.object();
        for (int i = 0; i < size / 16; i++) {
          many.put("k" + i, new Json.Raw("{}"));
        }
        yield many;
      }
      default -> new Json.Text("\\".repeat(size / 6));
    };
  }

  /** Returns the text with something done to it that has nothing to do with JSON. */
  String spoil(String text) {
    if (text.isEmpty()) {
      return text(3);
    }
    int at = chance.nextInt(text.length());
    int to = at + chance.nextInt(text.length() - at + 1);
    return switch (chance.nextInt(8)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(at);
      case 2 -> text.substring(0, at) + text.substring(to);
      case 3 -> text.substring(0, to) + text.substring(at);
      case 4 -> text.substring(0, at) + text(2) + text.substring(at);
      case 5 -> text + one(List.of(" ", "\n", "\0", "{}", ",", "}", "//", "\uFEFF"));
      case 6 -> one(List.of(" ", "\n", "\0", "\uFEFF", "{", "[", "/* */")) + text;
      default -> text.substring(0, at) + one(TEXTS) + text.substring(at);
    };
  }
}
