package io.github.switchhook.cli.shell;

import io.github.switchhook.conformance.scenario.ScenarioFile;
import io.github.switchhook.conformance.scenario.Vocabulary;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes from what is up now: agents, commands that are allowed, objects, numbers. */
public final class ShellCompleter implements Completer {
  private final Shell shell;

  /** Completes for one shell. */
  public ShellCompleter(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<String> words = line.words().subList(0, line.wordIndex());
    boolean addressed = !words.isEmpty() && shell.agentNames().contains(words.get(0));
    List<String> before = addressed ? words.subList(1, words.size()) : words;
    if (before.isEmpty()) {
      commands(candidates, addressed);
    } else {
      arguments(before.get(0), candidates);
    }
  }

  private void commands(List<Candidate> candidates, boolean addressed) {
    List<String> allowed = shell.allowed();
    allowed.forEach(command -> add(candidates, command, "allowed now", ""));
    allowed.forEach(
        command ->
            add(
                candidates,
                command.substring(command.lastIndexOf('.') + 1),
                "allowed now",
                command));
    if (!addressed) {
      Shell.WORDS.keySet().forEach(word -> add(candidates, word, "shell", ""));
      shell.agentNames().forEach(name -> add(candidates, name, "agents", ""));
    }
    shell.commands().stream()
        .filter(command -> !allowed.contains(command))
        .forEach(command -> add(candidates, command, "not now", ""));
  }

  private void arguments(String word, List<Candidate> candidates) {
    switch (word) {
      case "login", "use" ->
          ScenarioFile.AGENTS.forEach(name -> add(candidates, name, "agents", ""));
      case "call" -> shell.agentNames().forEach(name -> add(candidates, name, "agents", ""));
      case "far", "consulted" ->
          List.of("answers", "hangs up", "is busy", "refuses", "does not answer")
              .forEach(act -> add(candidates, act, "acts", ""));
      default -> {
        boolean dials =
            ShellLine.BARE.entrySet().stream()
                .filter(entry -> entry.getValue().equals("destination"))
                .anyMatch(
                    entry -> entry.getKey().equals(word) || entry.getKey().endsWith("." + word));
        if (dials) {
          shell.numbers().forEach((number, what) -> add(candidates, number, "numbers", what));
        } else {
          Vocabulary.OBJECTS.forEach(object -> add(candidates, object, "objects", ""));
        }
      }
    }
  }

  private static void add(
      List<Candidate> candidates, String value, String group, String description) {
    candidates.add(
        new Candidate(
            value, value, group, description.isEmpty() ? null : description, null, null, true));
  }
}
