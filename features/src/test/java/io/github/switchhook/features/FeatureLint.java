package io.github.switchhook.features;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleTag;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.MagicNumber;
import io.github.switchhook.fixtures.MagicNumbers;
import io.github.switchhook.fixtures.Register;
import io.github.switchhook.fixtures.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rules that every feature keeps. Collects what is wrong, as sentences that begin with the
 * place.
 */
final class FeatureLint {

  private static final Set<String> TARGETS =
      Set.of("session", "group", "channel", "interaction", "conversation", "consult");
  private static final Set<String> AGENT_FIELDS =
      Set.of("id", "password", "extension", "chat", "email");
  private static final Set<String> USUAL = Set.of("caller", "otherCaller", "spare");
  private static final Pattern JSON = Pattern.compile("(?: with | message )(\\{.*})");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$([A-Za-z][A-Za-z0-9]*(?:\\.[a-z]+)?)");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Register register;
  private final Set<String> roles =
      MagicNumbers.load().stream().map(MagicNumber::role).collect(Collectors.toUnmodifiableSet());
  private final Set<String> proved = new HashSet<>();
  private final Set<String> problems = new LinkedHashSet<>();

  FeatureLint(Register register) {
    this.register = register;
  }

  /** Checks one file and returns everything that is wrong with the files so far. */
  List<String> check(FeatureFile file) {
    file.errors().forEach(e -> problem(file.path(), "is not Gherkin: " + e));
    if (file.errors().isEmpty()) {
      checkPlace(file);
      checkNames(file);
      file.pickles().forEach(p -> checkScenario(file.path() + ", '" + p.getName() + "'", p));
    }
    return List.copyOf(problems);
  }

  /** Checks that the files so far cover the register; to be called after the last file. */
  List<String> checkCoverage() {
    for (Requirement requirement : register.all()) {
      String id = requirement.id();
      boolean untestable = register.untestable(id).isPresent();
      if (untestable && proved.contains(id)) {
        problem(id, "is untestable, says the register, but a scenario carries it");
      }
      if (!untestable && !proved.contains(id) && requirement.level() != Level.MAY) {
        problem(
            id, "is a " + requirement.level() + " without a scenario: " + requirement.sentence());
      }
    }
    return List.copyOf(problems);
  }

  private void checkPlace(FeatureFile file) {
    if (file.description().isBlank()) {
      problem(file.path(), "has no description below its title");
    }
    if (FeatureFile.OF_NO_COMMAND.contains(file.folder())) {
      return;
    }
    String command = file.command();
    if (register.all().stream().noneMatch(r -> command.equals(r.command()))) {
      problem(file.path(), "is named after '" + command + "', which is no command of the register");
    }
    String object =
        command.equals("prepareSession") ? "session" : command.replaceFirst("\\..*", "");
    if (!file.folder().equals(object)) {
      problem(file.path(), "belongs into the folder " + object);
    }
    if (!file.title().equals(command)) {
      problem(file.path(), "has the title '" + file.title() + "' but is the file of " + command);
    }
  }

  private void checkNames(FeatureFile file) {
    Set<String> seen = new HashSet<>();
    file.names().stream()
        .filter(name -> !seen.add(name))
        .forEach(name -> problem(file.path(), "has two scenarios named '" + name + "'"));
  }

  private void checkScenario(String place, Pickle pickle) {
    checkTags(
        place, pickle.getTags().stream().map(PickleTag::getName).map(t -> t.substring(1)).toList());
    for (PickleStep step : pickle.getSteps()) {
      String text = step.getText();
      Optional<Sentences> sentence = Sentences.of(text);
      if (sentence.isEmpty()) {
        problem(place, "has a step that is none of the sentences: " + text);
      } else if (!sentence.get().fits(step)) {
        problem(place, "has a step behind the wrong keyword: " + text);
      }
      checkJson(place, text);
      checkPlaceholders(place, text);
      if (sentence.equals(Optional.of(Sentences.TABLE))) {
        checkTable(place, EventTable.of(step));
      }
      if (sentence.equals(Optional.of(Sentences.ALLOWED))) {
        checkCommands(place, step);
      }
    }
    StepOrder.problems(pickle.getSteps()).forEach(what -> problem(place, what));
  }

  private void checkTags(String place, List<String> tags) {
    List<Level> levels = new ArrayList<>();
    List<Requirement> requirements = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String tag : tags) {
      if (!seen.add(tag)) {
        problem(place, "carries @" + tag + " twice");
      }
      Optional<Requirement> requirement = register.find(tag);
      if (requirement.isPresent()) {
        requirements.add(requirement.get());
        proved.add(tag);
      } else if (tag.matches("MUST|SHOULD|MAY")) {
        levels.add(Level.valueOf(tag));
      } else {
        problem(place, "carries @" + tag + ", which the register does not know");
      }
    }
    Optional<Level> strongest =
        requirements.stream().map(Requirement::level).min(Comparator.naturalOrder());
    if (strongest.isEmpty()) {
      problem(place, "carries no requirement");
    } else if (!levels.equals(List.of(strongest.get()))) {
      problem(place, "must carry exactly the level @" + strongest.get() + " but carries " + levels);
    }
  }

  private void checkJson(String place, String step) {
    Matcher matcher = JSON.matcher(step);
    if (matcher.find() && !step.contains(" sends the text ")) {
      try {
        MAPPER.readTree(matcher.group(1));
      } catch (JsonProcessingException e) {
        problem(place, "has broken JSON: " + matcher.group(1));
      }
    }
  }

  private void checkPlaceholders(String place, String text) {
    PLACEHOLDER
        .matcher(text)
        .results()
        .map(r -> Objects.requireNonNull(r.group(1)))
        .filter(name -> !knownPlaceholder(name))
        .forEach(name -> problem(place, "has the unknown placeholder $" + name));
  }

  private boolean knownPlaceholder(String name) {
    String first = name.replaceFirst("\\..*", "");
    String rest = name.contains(".") ? name.substring(first.length() + 1) : "";
    return switch (first) {
      case "agent" -> AGENT_FIELDS.contains(rest);
      case "alice", "bob", "carol", "dave" -> AGENT_FIELDS.contains(rest) || TARGETS.contains(rest);
      // An object's target may have more segments behind it, such as $session.nosuch.
      default ->
          TARGETS.contains(first)
              || (rest.isEmpty() && (roles.contains(first) || USUAL.contains(first)));
    };
  }

  private void checkTable(String place, EventTable table) {
    table.problems().forEach(what -> problem(place, what));
    table.cells().forEach(cell -> checkPlaceholders(place, cell));
  }

  /** Checks the table of what an object allows: one command of its kind in each row. */
  private void checkCommands(String place, PickleStep step) {
    String object = step.getText().replaceFirst("^\\w+'s (.*) allows:$", "$1");
    for (List<String> row : EventTable.of(step).rows()) {
      String command = row.get(0);
      if (row.size() != 1 || register.all().stream().noneMatch(r -> command.equals(r.command()))) {
        problem(place, "has a row that is no command, in '" + step.getText() + "': " + row);
      } else if (!command.startsWith(EventTable.kindOf(object) + ".")) {
        problem(place, "has " + command + " among what the " + object + " allows");
      }
    }
  }

  private void problem(String place, String what) {
    problems.add(place + " " + what + (what.endsWith(".") ? "" : "."));
  }
}
