package io.github.switchhook.cli.shell;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.cli.files.WholeFile;
import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.ladder.Ladder;
import io.github.switchhook.conformance.profile.Agent;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.protocol.Result;
import io.github.switchhook.conformance.scenario.ProtocolNames;
import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.ScenarioWriter;
import io.github.switchhook.conformance.stimulus.Stimulus;
import io.github.switchhook.conformance.transcript.Transcript;
import io.github.switchhook.conformance.transcript.convert.TranscriptConverter;
import io.github.switchhook.conformance.wire.MessageConnection;
import io.github.switchhook.conformance.wire.WebSocketWire;
import io.github.switchhook.conformance.wire.Wire;
import io.github.switchhook.fixtures.Spelling;
import java.io.IOException;
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
  /** The shell's own commands, each with its help. */
  static final Map<String, String> WORDS = words();

  /** The outcomes of a line that could be understood. */
  public enum Outcome {
    /** The line was carried out. */
    DONE,
    /** The switch refused the command, or did not answer. */
    REFUSED,
    /** The person wants to leave. */
    LEAVING
  }

  private final Target target;
  private final Consumer<String> out;
  private final Wire wire;
  private final ShellTranscript transcript;
  private final ExternalPartyCommands outside;
  private final Map<String, ShellAgent> agents = new LinkedHashMap<>();
  private String current = "";

  /**
   * Opens a shell with no agent logged in.
   *
   * @param out takes whole lines, on any thread
   */
  public Shell(Target target, Stimulus stimulus, Consumer<String> out) {
    this.target = target;
    this.out = out;
    this.wire = new WebSocketWire(target, false);
    this.transcript = new ShellTranscript(target, out);
    this.outside = new ExternalPartyCommands(stimulus, transcript);
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("login", "login bob                 log another agent in and type for that one");
    words.put("use", "use alice                 type for this agent");
    words.put("call", "call 5559000 alice        a customer calls an agent or a queue");
    words.put("far", "far answers               the far end: answers, hangs up, is busy, refuses");
    words.put("consulted", "consulted answers         … the consulted party");
    words.put("state", "state                     the current state");
    words.put("ladder", "ladder                    all messages until now");
    words.put("save", "save call.yaml            what was done, as a scenario file");
    words.put("help", "help                      this");
    words.put("quit", "quit                      leave; Ctrl-D too");
    return words;
  }

  /** Returns the text before the input, which names the current agent. */
  public String prompt() {
    return current + "> ";
  }

  /**
   * Carries out one line of input.
   *
   * @throws LoginException if an agent cannot log in
   * @throws IllegalArgumentException if the line cannot be understood; the message says why
   */
  public Outcome execute(String line) throws InterruptedException {
    if (line.isBlank() || line.strip().startsWith("#")) {
      return Outcome.DONE;
    }
    List<String> words = new ArrayList<>(ShellTokenizer.of(line.strip()));
    String word = words.remove(0);
    if (agents.containsKey(word) && !words.isEmpty()) {
      return command(agent(word), words.remove(0), words);
    }
    switch (word) {
      case "quit", "exit" -> {
        return Outcome.LEAVING;
      }
      case "help" -> help();
      case "login" -> logIn(one(words, "login needs an agent's name, such as login bob"));
      case "use" -> current = agent(one(words, "use needs an agent's name")).name();
      case "call" -> {
        outside.call(words, current, agents);
        settle();
      }
      case "far" -> act(ObjectRole.CONVERSATION, words);
      case "consulted" -> act(ObjectRole.CONSULT, words);
      case "state" -> StateView.of(agents.values(), transcript).forEach(out);
      case "ladder" -> out.accept(Ladder.of(transcript.lines()).text(false).stripTrailing());
      case "save" -> save(file(words));
      default -> {
        return command(agent(current), word, words);
      }
    }
    return Outcome.DONE;
  }

  private void act(ObjectRole leg, List<String> words) throws InterruptedException {
    outside.act(leg, String.join(" ", words), agent(current));
    settle();
  }

  private static Path file(List<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("save needs a file's name, such as save call.yaml");
    }
    return Path.of(String.join(" ", words));
  }

  private void help() {
    WORDS.values().forEach(text -> out.accept("  " + text));
    out.accept(
        "Anything else is a command of the protocol, whole or its last word, with its data:");
    out.accept("  dial 5550100 · hold · conversation.retrieve · release consult · bob answer");
    out.accept(
        "  setinteractiondata key=topic value=\"two words\" · complete {\"notes\":\"a note\"}");
  }

  // --- agents

  private ShellAgent agent(String name) {
    ShellAgent agent = agents.get(name);
    if (agent == null) {
      throw new IllegalArgumentException(
          "no agent called '"
              + name
              + "' is logged in"
              + (agents.isEmpty()
                  ? "; type login alice"
                  : AgentNames.IDS.contains(name)
                      ? "; type login " + name
                      : Spelling.suggestion(name, agents.keySet())));
    }
    return agent;
  }

  private void logIn(String name) throws InterruptedException {
    int index = AgentNames.IDS.indexOf(name);
    Agent agent =
        (index < 0 ? Optional.<Agent>empty() : target.agent(index))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no agent is called '"
                            + name
                            + "'"
                            + Spelling.suggestion(name, AgentNames.IDS)));
    ShellAgent old = agents.remove(name);
    if (old != null) {
      old.close();
    }
    agents.put(name, ShellAgent.logIn(name, agent, target, connect(name)));
    current = name;
  }

  private MessageConnection connect(String name) {
    try {
      return wire.connect(name, transcript.log());
    } catch (Wire.UnreachableException e) {
      throw new LoginException(name + " could not log in: " + e.getMessage(), e);
    }
  }

  // --- commands of the protocol

  private Outcome command(ShellAgent agent, String word, List<String> arguments)
      throws InterruptedException {
    String command = ShellLine.command(word, agent.allowed());
    ShellLine line = ShellLine.of(command, arguments);
    JsonNode answer = agent.command(command, line.on(), line.data(), timeout());
    if (answer.isEmpty()) {
      out.accept("no answer within " + timeout().toMillis() + " ms");
    }
    settle();
    boolean refused = answer.isEmpty() || Result.isFailure(answer);
    return refused ? Outcome.REFUSED : Outcome.DONE;
  }

  private Duration timeout() {
    return target.timeouts().response();
  }

  private void settle() throws InterruptedException {
    for (ShellAgent agent : agents.values()) {
      agent.settle(timeout());
    }
  }

  // --- what was done

  private void save(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.\\w+$", "");
    ScenarioFile scenario =
        TranscriptConverter.toScenario(
            new Transcript(transcript.lines(), false), name, file.toString());
    try {
      WholeFile.write(file, ScenarioWriter.write(scenario));
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be written: " + e.getMessage(), e);
    }
    out.accept(
        "  saved "
            + Spelling.counted(scenario.steps().size(), "step")
            + "; play it with: switchhook replay "
            + (file.toString().contains(" ") ? "'" + file + "'" : file));
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

  /**
   * Returns the commands that an agent may send now; the empty name stands for the current agent.
   */
  List<String> allowed(String name) {
    ShellAgent agent = agents.get(name.isEmpty() ? current : name);
    return agent == null ? List.of() : agent.allowed();
  }

  List<String> commands() {
    return ProtocolNames.commands();
  }

  /** Returns the numbers that can be dialled, each with what it does. */
  Map<String, String> numbers() {
    Map<String, String> numbers = new LinkedHashMap<>();
    target.numbers().forEach((role, number) -> numbers.putIfAbsent(number, role));
    for (int i = 0; i < AgentNames.IDS.size(); i++) {
      String name = AgentNames.IDS.get(i);
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
