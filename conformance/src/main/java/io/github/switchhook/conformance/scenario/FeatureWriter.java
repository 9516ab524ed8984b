package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.protocol.ObjectRole;
import io.github.switchhook.conformance.text.Escape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes scenarios as a Gherkin feature in the kit's sentences. A feature tells every event of
 * every step, so only a scenario that does can be written as one; a transcript always can.
 */
public final class FeatureWriter {
  /** Who a customer is, as the sentences call him. */
  private static final Map<String, String> CUSTOMERS =
      Map.of("5559000", "a customer", "5559001", "another customer");

  private static final Map<String, String> CALLERS =
      Map.of("5559000", "$caller", "5559001", "$otherCaller");

  private static final List<String> QUEUES = List.of("sales", "service");

  /** Commands whose success does not repeat their data. */
  private static final Set<String> WITHOUT_DATA = Set.of("session.start", "session.request.logout");

  private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z][A-Za-z0-9]*+)(?![.\\w])");

  private final StringBuilder out = new StringBuilder();

  /** Whether something was written that does not stand in one line, or steers it. */
  private boolean hides;

  private final ScenarioFile scenario;

  private FeatureWriter(ScenarioFile scenario) {
    this.scenario = scenario;
  }

  /**
   * Returns the text of a feature.
   *
   * @throws ScenarioFormatException if a step cannot be said in a feature; the message says which,
   *     and why
   */
  public static String write(String name, List<ScenarioFile> scenarios) {
    StringBuilder out = new StringBuilder("Feature: " + Escape.line(name.strip()) + "\n");
    for (ScenarioFile scenario : scenarios) {
      FeatureWriter writer = new FeatureWriter(scenario);
      writer.write();
      out.append('\n').append(writer.out);
    }
    return out.toString();
  }

  private void write() {
    out.append("  Scenario: ").append(Escape.line(scenario.name().strip())).append('\n');
    scenario
        .agents()
        .forEach((agent, start) -> line("Given", capitalized(agent) + " is " + start.words()));
    for (ScenarioStep step : scenario.steps()) {
      if (!step.states().isEmpty()) {
        throw cannot(step, "it looks at states, a feature looks at events only");
      }
      boolean heard = step.action() instanceof Action.HasHeard;
      action(step);
      if (!heard || step.sees().values().stream().anyMatch(FeatureWriter::isTold)) {
        sees(step);
      }
      if (hides) {
        throw cannot(step, "it has characters that nobody sees; a scenario file can hold them");
      }
    }
  }

  // --- what is done

  private void action(ScenarioStep step) {
    Action action = step.action();
    if (action instanceof Action.Send send) {
      send(step, send);
    } else if (action instanceof Action.Customer customer) {
      line("When", customer(step, customer));
    } else if (action instanceof Action.PartyActs acts) {
      line("When", "the " + acts.party().words() + " " + acts.act().words());
    } else if (action instanceof Action.HasHeard heard) {
      line(
          "Then", "the " + heard.party().words() + " has heard \"" + filled(heard.digits()) + "\"");
    } else if (action instanceof Action.Pass pass) {
      long seconds = pass.time().toSeconds();
      line("When", seconds + (seconds == 1 ? " second passes" : " seconds pass"));
    } else if (action instanceof Action.SetDispositions set) {
      dispositions(set);
    } else if (action instanceof Action.Disconnect gone) {
      line("When", capitalized(gone.agent()) + "'s connection drops");
    } else if (action instanceof Action.TakeOver over) {
      takeOver(capitalized(over.agent()));
    } else {
      throw cannot(step, "it waits, and a feature does not; it can let time pass");
    }
  }

  private void send(ScenarioStep step, Action.Send send) {
    if (!send.keep().isEmpty()) {
      throw cannot(step, "it keeps variables, and a feature has none");
    }
    String to =
        send.to()
            .map(
                words ->
                    ObjectRole.of(words)
                        .map(a -> " to the " + words)
                        .orElse(" to \"" + filled(words) + "\""))
            .orElse("");
    String with = send.data().isEmpty() ? "" : " with " + filled(Json.write(send.data()));
    line("When", capitalized(send.agent()) + " sends " + send.command() + to + with);
    line("Then", answer(step, send));
  }

  private String answer(ScenarioStep step, Action.Send send) {
    if (send.reply() instanceof ExpectedResponse.Refusal refusal) {
      return "it is refused as " + refusal.code();
    }
    if (send.reply() instanceof ExpectedResponse.Confirm confirm) {
      return "it must be confirmed"
          + (confirm.data() == null ? "" : " with " + filled(Json.write(confirm.data())));
    }
    if (send.reply() instanceof ExpectedResponse.Success success) {
      return WITHOUT_DATA.contains(send.command())
          ? "it succeeds without data"
          : "it succeeds with "
              + (success.data() == null ? "{}" : filled(Json.write(success.data())));
    }
    throw cannot(step, "it takes any answer, and a feature says which");
  }

  private String customer(ScenarioStep step, Action.Customer customer) {
    String who = CUSTOMERS.get(filled(customer.from()));
    if (who == null) {
      throw cannot(
          step,
          "a feature's customers have the numbers 5559000 and 5559001, not " + customer.from());
    }
    String to = customer.to();
    if (!ScenarioFile.AGENTS.contains(to) && !QUEUES.contains(to)) {
      throw cannot(step, "a feature's queues are sales and service, not " + to);
    }
    return who
        + " "
        + customer.contact().words()
        + " "
        + (QUEUES.contains(to) ? "the queue " + to : capitalized(to));
  }

  private void dispositions(Action.SetDispositions set) {
    String kind = set.required() ? "required" : "optional";
    line("When", capitalized(set.agent()) + "'s channel gets " + kind + " dispositions:");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("id", "name"));
    set.choices().forEach((id, name) -> rows.add(List.of(id, name)));
    table(rows);
  }

  private void takeOver(String agent) {
    line("When", agent + " logs in elsewhere with override");
    line("Then", "it succeeds with {}");
    line("And", "no event follows");
    line("When", agent + " sends session.start");
    line("Then", "it succeeds without data");
  }

  // --- what comes of it

  private void sees(ScenarioStep step) {
    for (String agent : scenario.agents().keySet()) {
      if (!(step.sees().get(agent) instanceof ExpectedEvents.Exactly)) {
        throw cannot(step, "it does not tell all that " + agent + " sees, and a feature has to");
      }
    }
    String word = step.action() instanceof Action.Send ? "And" : "Then";
    if (step.sees().values().stream().noneMatch(FeatureWriter::isTold)) {
      line(word, "no event follows");
      return;
    }
    for (Map.Entry<String, ExpectedEvents> entry : step.sees().entrySet()) {
      if (entry.getValue() instanceof ExpectedEvents.Exactly exactly && isTold(exactly)) {
        line(word, capitalized(entry.getKey()) + " sees:");
        table(rows(exactly.events()));
        word = "And";
      }
    }
  }

  private static boolean isTold(ExpectedEvents expected) {
    return !(expected instanceof ExpectedEvents.Exactly exactly && exactly.events().isEmpty());
  }

  private List<List<String>> rows(List<ExpectedEvent> events) {
    Set<String> columns = new LinkedHashSet<>();
    events.forEach(event -> columns.addAll(event.cells().keySet()));
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("event", "on"));
    head.addAll(columns);
    rows.add(head);
    for (ExpectedEvent event : events) {
      List<String> row = new ArrayList<>(List.of(event.name(), event.on()));
      columns.forEach(
          column ->
              row.add(Optional.ofNullable(event.cells().get(column)).map(this::cell).orElse("")));
      rows.add(row);
    }
    return rows;
  }

  private String cell(String value) {
    String filled = filled(value);
    return CALLERS.getOrDefault(filled, filled);
  }

  private void table(List<List<String>> rows) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("      |");
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(each -> escaped(each.get(at)).length()).max().orElse(0);
        String cell = escaped(row.get(column));
        hides |= !Escape.line(cell).equals(cell);
        line.append(' ').append(cell).append(" ".repeat(width - cell.length())).append(" |");
      }
      out.append(line).append('\n');
    }
  }

  private static String escaped(String cell) {
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n");
  }

  /** A feature has no variables of its own: their values stand in their places. */
  private String filled(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    scenario.variables().getOrDefault(match.group(1), match.group())));
  }

  private void line(String keyword, String text) {
    hides |= !Escape.line(text).equals(text);
    out.append("    ").append(keyword).append(' ').append(text).append('\n');
  }

  private static String capitalized(String agent) {
    return agent.substring(0, 1).toUpperCase(Locale.ROOT) + agent.substring(1);
  }

  private static ScenarioFormatException cannot(ScenarioStep step, String why) {
    return new ScenarioFormatException(
        step.place() + ": '" + step.title() + "' cannot be said in a feature: " + why);
  }
}
