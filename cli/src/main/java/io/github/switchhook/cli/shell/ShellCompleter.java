package io.github.switchhook.cli.shell;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.scenario.ProtocolNames;
import io.github.switchhook.conformance.text.Escape;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Completes from the current state: agents, commands that are allowed, objects, numbers. */
public final class ShellCompleter implements Completer {
  private final Shell shell;

  /** Creates the completer of one shell. */
  public ShellCompleter(Shell shell) {
    this.shell = shell;
  }

  /** Returns how the reader has to split a line, so that words here are those of the shell. */
  public static Parser parser() {
    return ShellTokenizer.forCompletion();
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<String> words = line.words().subList(0, line.wordIndex());
    boolean addressed = !words.isEmpty() && shell.agentNames().contains(words.get(0));
    List<String> before = addressed ? words.subList(1, words.size()) : words;
    if (before.isEmpty()) {
      commands(candidates, addressed ? words.get(0) : "");
    } else {
      arguments(before, candidates);
    }
  }

  private void commands(List<Candidate> candidates, String addressed) {
    List<String> allowed = shell.allowed(addressed).stream().map(Escape::line).toList();
    allowed.forEach(command -> add(candidates, command, "allowed now", ""));
    allowed.forEach(
        command ->
            add(
                candidates,
                command.substring(command.lastIndexOf('.') + 1),
                "allowed now",
                command));
    if (addressed.isEmpty()) {
      Shell.WORDS.keySet().forEach(word -> add(candidates, word, "shell", ""));
      shell.agentNames().forEach(name -> add(candidates, name, "agents", ""));
    }
    shell.commands().stream()
        .filter(command -> !allowed.contains(command))
        .forEach(command -> add(candidates, command, "not now", ""));
  }

  private void arguments(List<String> before, List<Candidate> candidates) {
    String word = before.get(0);
    switch (word) {
      case "login", "use" -> AgentNames.IDS.forEach(name -> add(candidates, name, "agents", ""));
      case "call" -> shell.agentNames().forEach(name -> add(candidates, name, "agents", ""));
      case "far", "consulted" -> rest(before).forEach(act -> add(candidates, act, "acts", ""));
      default -> {
        boolean dials =
            ShellLine.BARE.entrySet().stream()
                .filter(entry -> entry.getValue().equals("destination"))
                .anyMatch(
                    entry -> entry.getKey().equals(word) || entry.getKey().endsWith("." + word));
        if (dials) {
          shell.numbers().forEach((number, what) -> add(candidates, number, "numbers", what));
        } else {
          ProtocolNames.OBJECTS.forEach(object -> add(candidates, object, "objects", ""));
        }
      }
    }
  }

  /** Returns the rest of the actions that begin with the words typed. */
  private static List<String> rest(List<String> before) {
    String typed = before.stream().skip(1).map(word -> word + " ").collect(Collectors.joining());
    return ExternalPartyCommands.ACTS.stream()
        .filter(act -> act.startsWith(typed))
        .map(act -> act.substring(typed.length()))
        .toList();
  }

  private static void add(
      List<Candidate> candidates, String value, String group, String description) {
    candidates.add(
        new Candidate(
            value, value, group, description.isEmpty() ? null : description, null, null, true));
  }
}
