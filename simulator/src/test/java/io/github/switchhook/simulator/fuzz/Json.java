package io.github.switchhook.simulator.fuzz;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * JSON to be written as text, as no library writes it: names that are there twice, numbers of any
 * length, escapes where none are needed. Mutable.
 */
sealed interface Json {
  /** Appends the text; {@code chance} decides what is escaped. */
  void write(Random chance, StringBuilder out);

  /** Written as it is: a number, a literal, or no JSON at all. */
  record Raw(String text) implements Json {
    @Override
    public void write(Random chance, StringBuilder out) {
      out.append(text);
    }
  }

  /** A string. */
  record Text(String value) implements Json {
    @Override
    public void write(Random chance, StringBuilder out) {
      writeText(value, chance, out);
    }
  }

  /** A list. */
  record Array(List<Json> items) implements Json {
    @Override
    public void write(Random chance, StringBuilder out) {
      out.append('[');
      for (int i = 0; i < items.size(); i++) {
        out.append(i == 0 ? "" : ",");
        items.get(i).write(chance, out);
      }
      out.append(']');
    }
  }

  /** An object, with its properties in their order. */
  record Obj(List<Member> members) implements Json {
    Obj put(String name, Json value) {
      members.add(new Member(name, value));
      return this;
    }

    Obj put(String name, String value) {
      return put(name, new Text(value));
    }

    @Override
    public void write(Random chance, StringBuilder out) {
      out.append('{');
      for (int i = 0; i < members.size(); i++) {
        out.append(i == 0 ? "" : ",");
        writeText(members.get(i).name, chance, out);
        out.append(':');
        members.get(i).value.write(chance, out);
      }
      out.append('}');
    }

    @Nullable Json get(String name) {
      return members.stream()
          .filter(member -> member.name.equals(name))
          .map(member -> member.value)
          .findFirst()
          .orElse(null);
    }
  }

  /** A property of an object. */
  record Member(String name, Json value) {}

  /** Returns a new object without properties. */
  static Obj object() {
    return new Obj(new ArrayList<>());
  }

  /** Returns the text; {@code chance} decides what is escaped. */
  static String write(Json json, Random chance) {
    StringBuilder out = new StringBuilder();
    json.write(chance, out);
    return out.toString();
  }

  private static void writeText(String text, Random chance, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Half a surrogate pair can come over a wire as an escape only.
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c) || chance.nextInt(64) == 0) {
        out.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
