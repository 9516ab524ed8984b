package io.github.switchhook.simulator.fuzz;

import io.github.switchhook.simulator.protocol.Command;
import io.github.switchhook.simulator.protocol.ObjectKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Makes random messages: good ones, so that there is something to disturb; some with one to three
 * mistakes; and any text at all. Seeded.
 */
final class MessageMaker {
  private static final int MAX_NAME = 40_000;
  private static final List<String> NUMBERS =
      List.of("5550100", "5550110", "5550120", "5550130", "5550140", "5550205", "7001", "7002");

  private final Random chance;
  private final Predicate<String> live;
  private final Nasty nasty;

  /**
   * Creates a maker of random messages.
   *
   * @param live tells whether there is an object of that target now
   */
  MessageMaker(Random chance, Predicate<String> live) {
    this.chance = chance;
    this.live = live;
    this.nasty = new Nasty(chance);
  }

  /** Returns the next message that {@code from} sends. */
  String next(Station from) {
    int kind = chance.nextInt(100);
    if (kind < 30) {
      return Json.write(good(from), chance);
    } else if (kind < 78) {
      Json.Obj request = good(from);
      for (int i = chance.nextInt(3); i >= 0; i--) {
        disturb(request, 0);
      }
      return Json.write(request, chance);
    } else if (kind < 88) {
      return nasty.spoil(Json.write(good(from), chance));
    } else if (kind < 94) {
      return Json.write(nasty.value(0), chance);
    } else if (kind < 99) {
      return nasty.text(chance.nextInt(60));
    }
    Json.Obj request = good(from);
    put(request, nasty.one(List.of("command", "target", "data")));
    return Json.write(request, chance);
  }

  private void put(Json.Obj request, String name) {
    if (chance.nextInt(4) == 0) {
      request.put(nasty.text(1).repeat(1 + chance.nextInt(MAX_NAME)), "long name");
    } else if (request.get(name) instanceof Json.Obj data && !data.members().isEmpty()) {
      replace(data, chance.nextInt(data.members().size()), nasty.huge());
    } else {
      request.members().removeIf(member -> member.name().equals(name));
      request.put(name, nasty.huge());
    }
  }

  private Json.Obj good(Station from) {
    Command command = command(from);
    Json.Obj request = Json.object().put("command", command.wireName());
    if (command.kind() != ObjectKind.SERVICE) {
      request.put("target", target(from, command.kind()));
    }
    return request.put("data", data(from, command));
  }

  /** Returns a command, mostly one to an object that exists. */
  private Command command(Station from) {
    boolean loggedIn = !live(from, ObjectKind.SESSION).isEmpty();
    if (chance.nextInt(100) < (loggedIn ? 1 : 75)) {
      return Command.PREPARE_SESSION;
    }
    if (loggedIn && live(from, ObjectKind.CHANNEL).isEmpty() && chance.nextBoolean()) {
      return Command.SESSION_START;
    }
    List<Command> likely =
        Arrays.stream(Command.values())
            .filter(command -> command != Command.SESSION_LOGOUT || chance.nextInt(8) == 0)
            .filter(command -> chance.nextInt(8) == 0 || !live(from, command.kind()).isEmpty())
            .toList();
    return likely.isEmpty() ? Command.PREPARE_SESSION : nasty.one(likely);
  }

  private List<String> live(Station from, ObjectKind kind) {
    return from.targets(kind).stream().filter(live).toList();
  }

  private String target(Station from, ObjectKind kind) {
    List<String> known = chance.nextInt(8) == 0 ? from.targets(kind) : live(from, kind);
    if (known.isEmpty() || chance.nextInt(12) == 0) {
      return nasty.one(List.of("s", "a.b", "__proto__", "s.ch.i.c"));
    }
    return chance.nextInt(3) == 0 ? nasty.one(known) : known.get(known.size() - 1);
  }

  private Json data(Station from, Command command) {
    Json.Obj data = Json.object();
    return switch (command) {
      case PREPARE_SESSION ->
          data.put("model", "fuzz")
              .put("override", new Json.Raw(chance.nextInt(4) == 0 ? "false" : "true"))
              .put("agent", Json.object().put("id", from.agent).put("password", "secret"));
      case SESSION_ADD_CHANNEL ->
          data.put(
              "channel",
              Json.object()
                  .put("endpoint", nasty.text(4))
                  .put("type", nasty.one(List.of("Telephony", "Chat", "Email"))));
      case CHANNEL_ACTIVATE ->
          chance.nextBoolean()
              ? data
              : data.put("channeloptions", Json.object().put("queue", "sales"));
      case CHANNEL_DIAL,
          INTERACTION_CONSULT,
          CONVERSATION_BLIND_TRANSFER,
          CONVERSATION_BLIND_CONFERENCE ->
          data.put("destination", nasty.one(NUMBERS));
      case INTERACTION_SET_DATA ->
          data.put("key", "k" + nasty.text(1)).put("value", nasty.text(chance.nextInt(20)));
      case INTERACTION_SET_DISPOSITION -> data.put("disposition", nasty.text(4));
      case INTERACTION_COMPLETE ->
          chance.nextInt(3) > 0
              ? data
              : data.put("dispositionId", "1").put("notes", nasty.text(chance.nextInt(20)));
      case CONVERSATION_SEND_DTMF -> data.put("digits", "12*#A");
      default -> data;
    };
  }

  /** Does one thing to the object, or to one in it. */
  private void disturb(Json.Obj object, int depth) {
    List<Json.Member> members = object.members();
    if (members.isEmpty()) {
      object.put(nasty.name(), nasty.value(depth));
      return;
    }
    int at = chance.nextInt(members.size());
    Json.Member member = members.get(at);
    if (member.value() instanceof Json.Obj inner && chance.nextInt(3) > 0) {
      disturb(inner, depth + 1);
      return;
    }
    switch (chance.nextInt(8)) {
      case 0 -> members.remove(at);
      case 1 -> members.add(chance.nextInt(members.size() + 1), member);
      case 2 -> object.put(member.name(), nasty.value(depth));
      case 3 -> object.put(nasty.name(), nasty.value(depth));
      case 4 -> members.set(at, new Json.Member(nasty.name(), member.value()));
      case 5 -> object.put("__proto__", nasty.object(depth));
      default -> replace(object, at, replacement(member.value(), depth));
    }
  }

  private static void replace(Json.Obj object, int at, Json value) {
    object.members().set(at, new Json.Member(object.members().get(at).name(), value));
  }

  private Json replacement(Json value, int depth) {
    if (value instanceof Json.Text text && chance.nextInt(3) == 0) {
      return new Json.Text(nasty.spoil(text.value()));
    }
    return chance.nextInt(10) == 0
        ? new Json.Array(new ArrayList<>(List.of(value)))
        : nasty.value(depth);
  }
}
