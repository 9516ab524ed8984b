package io.github.switchhook.cli.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.ladder.Ladder;
import io.github.switchhook.conformance.ladder.Rung;
import io.github.switchhook.conformance.ladder.Rungs;
import io.github.switchhook.conformance.match.Alias;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioWriter;
import io.github.switchhook.conformance.scenario.Vocabulary;
import io.github.switchhook.conformance.target.Agent;
import io.github.switchhook.conformance.target.Stimulus;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.transcript.Conversion;
import io.github.switchhook.conformance.transcript.Interpreter;
import io.github.switchhook.conformance.transcript.Transcript;
import io.github.switchhook.conformance.wire.Json;
import io.github.switchhook.conformance.wire.TyrusWire;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.conformance.wire.WireLine;
import io.github.switchhook.conformance.wire.WireLine.Direction;
import io.github.switchhook.conformance.wire.WireLog;
import io.github.switchhook.fixtures.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries out what a person types. Events are told through the output as they come, on any thread;
 * {@link #execute} is called by one thread.
 */
public final class Shell implements AutoCloseable {
  /** What the shell itself understands, with what it is for. */
  static final Map<String, String> WORDS = words();

  private static final String CUSTOMER = "5559000";

  private final Target target;
  private final Stimulus stimulus;
  private final Consumer<String> out;
  private final Wire wire;
  private final WireLog log;
  private final long began = System.nanoTime();
  private final List<WireLine> done = new ArrayList<>();
  private final Interpreter interpreter;
  private final Rungs rungs = new Rungs();
  private final Map<String, ShellAgent> agents = new LinkedHashMap<>();
  private String current = "";
  private String caller = CUSTOMER;

  /**
   * Opens a shell where nobody is logged in.
   *
   * @param out takes whole lines, on any thread
   */
  public Shell(Target target, Stimulus stimulus, Consumer<String> out) {
    this.target = target;
    this.stimulus = stimulus;
    this.out = out;
    this.interpreter = new Interpreter(target);
    this.wire = new TyrusWire(target, false);
    this.log = new WireLog(this::micros, target.secrets(), this::note);
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("login", "login bob                 log another agent in and type for that one");
    words.put("use", "use alice                 type for this agent");
    words.put("call", "call 5559000 alice        a customer calls an agent or a queue");
    words.put("far", "far answers               the far end: answers, hangs up, is busy, refuses");
    words.put("consulted", "consulted answers         … the consulted party");
    words.put("state", "state                     what is up");
    words.put("ladder", "ladder                    who said what until now");
    words.put("save", "save call.yaml            what was done, as a scenario file");
    words.put("help", "help                      this");
    words.put("quit", "quit                      leave; Ctrl-D too");
    return words;
  }

  /** Returns what stands before the input: who is typed for. */
  public String prompt() {
    return current + "> ";
  }

  /**
   * Carries out one line.
   *
   * @return false if the person wants to leave
   * @throws IllegalArgumentException if the line cannot be understood; the message says why
   */
  public boolean execute(String line) throws InterruptedException {
    List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+")));
    String word = words.remove(0);
    if (word.isEmpty() || word.startsWith("#")) {
      return true;
    }
    if (agents.containsKey(word) && !words.isEmpty()) {
      command(agent(word), words.remove(0), words);
      return true;
    }
    switch (word) {
      case "quit", "exit" -> {
        return false;
      }
      case "help" -> help();
      case "login" -> logIn(one(words, "login needs an agent's name, such as login bob"));
      case "use" -> current = agent(one(words, "use needs an agent's name")).name();
      case "call" -> call(words);
      case "far" -> act("far", words);
      case "consulted" -> act("consulted", words);
      case "state" -> state();
      case "ladder" -> out.accept(Ladder.of(lines()).text(false).stripTrailing());
      case "save" -> save(Path.of(one(words, "save needs a file's name")));
      default -> command(agent(current), word, words);
    }
    return true;
  }

  private void help() {
    WORDS.values().forEach(text -> out.accept("  " + text));
    out.accept(
        "Anything else is a command of the protocol, whole or its last word, with its data:");
    out.accept("  dial 5550100 · hold · conversation.retrieve · release consult · bob answer");
    out.accept(
        "  setinteractiondata key=topic value=billing · interaction.complete {\"notes\":\"x\"}");
  }

  // --- agents

  private ShellAgent agent(String name) {
    ShellAgent agent = agents.get(name);
    if (agent == null) {
      throw new IllegalArgumentException(
          "nobody called '"
              + name
              + "' is logged in"
              + (agents.isEmpty()
                  ? "; type login alice"
                  : Spelling.suggestion(name, agents.keySet())));
    }
    return agent;
  }

  private void logIn(String name) throws InterruptedException {
    int index = ScenarioFile.AGENTS.indexOf(name);
    Agent who =
        (index < 0 ? Optional.<Agent>empty() : target.agent(index))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no agent is called '"
                            + name
                            + "'"
                            + Spelling.suggestion(name, ScenarioFile.AGENTS)));
    ShellAgent old = agents.remove(name);
    if (old != null) {
      old.close();
    }
    agents.put(name, ShellAgent.logIn(name, who, target, wire.connect(name, log)));
    current = name;
  }

  // --- commands of the protocol

  private void command(ShellAgent agent, String word, List<String> arguments)
      throws InterruptedException {
    String command = ShellLine.command(word, agent.allowed());
    ShellLine line = ShellLine.of(command, arguments);
    JsonNode answer = agent.command(command, line.on(), line.data(), timeout());
    if (answer.isEmpty()) {
      out.accept("no answer within " + timeout().toMillis() + " ms");
    }
    settle();
  }

  private Duration timeout() {
    return target.timeouts().response();
  }

  private void settle() throws InterruptedException {
    for (ShellAgent agent : agents.values()) {
      agent.settle(timeout());
    }
  }

  // --- what happens outside

  private void call(List<String> words) throws InterruptedException {
    caller = words.size() > 1 ? words.remove(0) : CUSTOMER;
    String to = words.isEmpty() ? current : words.get(0);
    ShellAgent called = agents.get(to);
    perform(
        "call",
        Json.object().put("from", caller).put("to", called == null ? to : called.extension()));
  }

  private void act(String who, List<String> words) throws InterruptedException {
    String act = String.join(" ", words);
    Map<String, String> operations =
        Map.of(
            "answers",
            "answer",
            "hangs up",
            "hangup",
            "is busy",
            "busy",
            "refuses",
            "refuse",
            "does not answer",
            "noanswer");
    String operation = operations.get(act);
    if (operation == null) {
      throw new IllegalArgumentException(
          "unknown act '" + act + "'" + Spelling.suggestion(act, operations.keySet()));
    }
    ShellAgent agent = agent(current);
    Alias leg = who.equals("far") ? Alias.CONVERSATION : Alias.CONSULT;
    perform(
        operation,
        Json.object()
            .put("agent", agent.extension())
            .put("address", address(agent, leg).orElse(caller)));
  }

  /** Finds the number at the other end of a leg in what the agent was told. */
  private Optional<String> address(ShellAgent agent, Alias leg) {
    return lines().stream()
        .filter(line -> line.agent().equals(agent.name()) && line.direction() == Direction.IN)
        .flatMap(line -> Json.parse(line.text()).stream())
        .filter(event -> event.path("name").asText().equals("conversation.member.added"))
        .filter(
            event -> agent.target(leg).filter(event.path("target").asText()::equals).isPresent())
        .map(event -> event.path("data").path("member").path("address").asText())
        .reduce((first, last) -> last);
  }

  private void perform(String operation, ObjectNode arguments) throws InterruptedException {
    if (!stimulus.can(operation)) {
      throw new IllegalArgumentException("this target cannot be made to: " + operation);
    }
    log.add(
        Direction.ACT, "", 0, Json.write(Json.object().put("act", operation).setAll(arguments)));
    try {
      stimulus.perform(operation, arguments);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
    settle();
  }

  // --- what is shown

  private void note(WireLine said) {
    interpreter.read(said).ifPresent(this::show);
  }

  private void show(WireLine line) {
    Optional<Rung> rung;
    synchronized (done) {
      done.add(line);
      rung = rungs.add(line);
    }
    rung.filter(row -> row.kind() != Rung.Kind.REQUEST)
        .ifPresent(
            row ->
                out.accept(
                    String.format(
                        "  %-9s %s",
                        row.from().equals(Rungs.SWITCH) ? row.to() : row.from(), row.label())));
  }

  private List<WireLine> lines() {
    synchronized (done) {
      return List.copyOf(done);
    }
  }

  private long micros() {
    return (System.nanoTime() - began) / 1_000;
  }

  private void state() {
    if (agents.isEmpty()) {
      out.accept("  nobody is logged in; type login alice");
    }
    for (ShellAgent agent : agents.values()) {
      out.accept("  " + agent.name() + " (" + agent.extension() + ")");
      for (Alias alias : Alias.values()) {
        agent.value(alias, "state").ifPresent(state -> out.accept(row(agent, alias, state)));
      }
      if (!agent.allowed().isEmpty()) {
        out.accept("    allowed now   " + String.join(" ", agent.allowed()));
      }
    }
  }

  private static String row(ShellAgent agent, Alias alias, String state) {
    StringBuilder row = new StringBuilder(String.format("    %-13s %s", alias.words(), state));
    agent.value(alias, "busy").filter("true"::equals).ifPresent(busy -> row.append(" busy"));
    agent.value(alias, "muted").filter("true"::equals).ifPresent(muted -> row.append(" muted"));
    agent
        .value(alias, "recording")
        .filter(recording -> !recording.equals("OFF"))
        .ifPresent(recording -> row.append(" recording ").append(recording));
    return row.toString();
  }

  private void save(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.\\w+$", "");
    ScenarioFile scenario =
        Conversion.toScenario(new Transcript(lines(), false), name, file.toString());
    try {
      Files.writeString(file, ScenarioWriter.write(scenario));
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be written: " + e.getMessage(), e);
    }
    out.accept(
        "  saved " + scenario.steps().size() + " steps; play them with: switchhook replay " + file);
  }

  private static String one(List<String> words, String needed) {
    if (words.size() != 1) {
      throw new IllegalArgumentException(needed);
    }
    return words.get(0);
  }

  // --- for completion

  List<String> agentNames() {
    return List.copyOf(agents.keySet());
  }

  List<String> allowed() {
    ShellAgent agent = agents.get(current);
    return agent == null ? List.of() : agent.allowed();
  }

  List<String> commands() {
    return Vocabulary.commands();
  }

  /** Returns the numbers that can be dialled, each with what it does. */
  Map<String, String> numbers() {
    Map<String, String> numbers = new LinkedHashMap<>();
    target.numbers().forEach((role, number) -> numbers.putIfAbsent(number, role));
    for (int i = 0; i < ScenarioFile.AGENTS.size(); i++) {
      String name = ScenarioFile.AGENTS.get(i);
      target.agent(i).ifPresent(agent -> numbers.putIfAbsent(agent.extension(), name));
    }
    return numbers;
  }

  @Override
  public void close() {
    agents.values().forEach(ShellAgent::close);
    wire.close();
  }
}
