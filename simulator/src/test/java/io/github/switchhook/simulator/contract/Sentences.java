package io.github.switchhook.simulator.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of {@code > Situation:} and {@code > Then:}, and what they do. */
final class Sentences {
  private static final String CUSTOMER = "5551234";
  private static final Map<String, String> EXTENSIONS =
      Map.of("alice", "7001", "bob", "7002", "carol", "7003", "dave", "7004");
  private static final Map<String, String> DEEDS =
      Map.of(
          "answers", "answer",
          "hangs up", "hangup",
          "is busy", "busy",
          "refuses", "refuse",
          "does not answer", "noanswer");

  private record Rule(Pattern sentence, Consumer<MatchResult> deed) {}

  private final Connections connections;
  private final Set<String> loggedIn = new HashSet<>();
  private final Set<String> ready = new HashSet<>();
  private final List<Rule> rules;

  Sentences(Connections connections) {
    this.connections = connections;
    this.rules =
        List.of(
            rule("(\\w+) is connected", m -> connect(name(m))),
            rule("(\\w+) has prepared a session", m -> prepare(name(m), false)),
            rule("(\\w+) is logged in", m -> login(name(m))),
            rule("(\\w+) is ready", m -> ready(name(m), "{}")),
            rule(
                "(\\w+) is ready in queue (\\w+)",
                m -> ready(name(m), "{\"channeloptions\":{\"queue\":\"" + m.group(2) + "\"}}")),
            rule(
                "(\\w+) (?:dials|talks to) (\\d+)",
                m -> {
                  ready(name(m), "{}");
                  send(name(m), "channel.dial", "channel", destination(m.group(2)));
                }),
            rule("(\\w+) talks to (\\w+)", m -> connect(name(m), m.group(2))),
            rule(
                "(\\w+) consults (\\d+)",
                m -> send(name(m), "interaction.consult", "interaction", destination(m.group(2)))),
            rule(
                "(\\w+) sends ([a-z.]+)(?: to the ([a-z ]+?))?(?: with (\\{.*\\}))?",
                m ->
                    send(
                        name(m),
                        m.group(2),
                        m.group(3) == null
                            ? m.group(2).substring(0, m.group(2).indexOf('.'))
                            : m.group(3),
                        m.group(4) == null ? "{}" : m.group(4))),
            rule(
                "(\\w+) sends a binary frame of (\\d+) bytes",
                m -> connections.sendBinary(name(m), Integer.parseInt(m.group(2)))),
            rule(
                "(\\w+) sends a message of ([\\d,]+) bytes",
                m ->
                    connections.sendTooMuch(
                        name(m), Integer.parseInt(m.group(2).replace(",", "")))),
            rule("(\\w+)'s connection breaks", m -> connections.lose(name(m))),
            rule("(\\w+) connects again", m -> connect(name(m) + "-2")),
            rule(
                "(\\w+) has taken over on a new connection",
                m -> {
                  connect(name(m) + "-2");
                  connections.send(name(m) + "-2", prepareSession(name(m), true));
                  connections.settle();
                }),
            rule(
                "(\\w+) has a (chat|email) channel",
                m -> {
                  login(name(m));
                  send(
                      name(m),
                      "session.request.addchannel",
                      "session",
                      "{\"channel\":{\"endpoint\":\"%s-%s\",\"type\":\"%s\"}}"
                          .formatted(
                              name(m), m.group(2), m.group(2).equals("chat") ? "Chat" : "Email"));
                  send(name(m), "channel.activate", m.group(2) + " channel", "{}");
                }),
            rule("A customer calls (?:queue )?(\\w+)", m -> customer("call", m.group(1), Map.of())),
            rule(
                "A customer calls (\\w+) with the data (\\w+) = (\\w+)",
                m -> customer("call", m.group(1), Map.of(m.group(2), m.group(3)))),
            rule(
                "A customer begins a chat with (\\w+)",
                m -> customer("chat", m.group(1), Map.of())),
            rule(
                "A customer writes an email to (\\w+)",
                m -> customer("email", m.group(1), Map.of())),
            rule(
                "The customer leaves (\\w+)",
                m -> connections.control("leave", Map.of("to", name(m)))),
            rule(
                "(The customer|\\d+) (answers|hangs up|is busy|refuses|does not answer)",
                m ->
                    connections.control(
                        DEEDS.getOrDefault(m.group(2), ""), Map.of("address", address(m)))),
            rule(
                "(\\d+) seconds pass",
                m ->
                    connections.control(
                        "advance", Map.of("seconds", Integer.parseInt(m.group(1))))),
            rule(
                "The platform lacks ([a-z.]+)",
                m -> connections.control("capability", Map.of("name", m.group(1), "on", false))),
            rule(
                "(\\w+)'s agent leg cannot be connected",
                m -> connections.control("agentleg", Map.of("agent", name(m), "fails", true))),
            rule(
                "(\\w+)'s channel (offers|requires one of) the dispositions 1 = Sold and"
                    + " 2 = Call back",
                m ->
                    connections.control(
                        "dispositions",
                        Map.of(
                            "agent",
                            name(m),
                            "required",
                            m.group(2).startsWith("requires"),
                            "dispositions",
                            List.of(
                                Map.of("id", "1", "name", "Sold"),
                                Map.of("id", "2", "name", "Call back"))))));
  }

  private static Rule rule(String sentence, Consumer<MatchResult> deed) {
    return new Rule(Pattern.compile(sentence, Pattern.CASE_INSENSITIVE), deed);
  }

  /**
   * Does what the sentences say, one after the other; what the last one causes is left to be read.
   *
   * @throws IllegalArgumentException where one means nothing here
   */
  void perform(String text) {
    for (String sentence : text.split("(?<=\\.)\\s+", -1)) {
      connections.settle();
      performOne(sentence.replaceFirst("\\.$", ""));
    }
  }

  private void performOne(String sentence) {
    for (Rule rule : rules) {
      Matcher matcher = rule.sentence().matcher(sentence);
      if (matcher.matches()) {
        rule.deed().accept(matcher);
        return;
      }
    }
    throw new IllegalArgumentException("no sentence of a situation: " + sentence);
  }

  private void customer(String operation, String to, Map<String, String> data) {
    String from = operation.equals("call") ? CUSTOMER : "customer";
    connections.control(
        operation, Map.of("from", from, "to", to.toLowerCase(Locale.ROOT), "data", data));
  }

  private void connect(String name, String other) {
    String callee = other.toLowerCase(Locale.ROOT);
    ready(name, "{}");
    ready(callee, "{}");
    send(name, "channel.dial", "channel", destination(EXTENSIONS.getOrDefault(callee, "")));
    send(callee, "conversation.answer", "conversation", "{}");
  }

  private void connect(String name) {
    if (!connections.has(name)) {
      connections.connect(name);
    }
  }

  private void prepare(String name, boolean override) {
    connect(name);
    connections.send(name, prepareSession(name, override));
    connections.settle();
  }

  private static String prepareSession(String agent, boolean override) {
    return ("{\"command\":\"prepareSession\",\"data\":{\"model\":\"document\",\"override\":%s,"
            + "\"agent\":{\"id\":\"%s\",\"password\":\"secret\"}}}")
        .formatted(override, agent);
  }

  private void login(String name) {
    if (loggedIn.add(name)) {
      prepare(name, false);
      send(name, "session.start", "session", "{}");
    }
  }

  private void ready(String name, String options) {
    if (ready.add(name)) {
      login(name);
      send(name, "channel.activate", "channel", options);
    }
  }

  /** Sends, and reads what came before that. */
  private void send(String name, String command, String object, String data) {
    connections.settle();
    connections.send(name, command, object, data);
  }

  private static String destination(String number) {
    return "{\"destination\":\"" + number + "\"}";
  }

  private static String name(MatchResult match) {
    return match.group(1).toLowerCase(Locale.ROOT);
  }

  private static String address(MatchResult match) {
    return match.group(1).matches("\\d+") ? match.group(1) : CUSTOMER;
  }
}
