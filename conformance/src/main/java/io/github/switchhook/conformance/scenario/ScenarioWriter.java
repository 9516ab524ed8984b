package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.match.ExpectedEvent;
import io.github.switchhook.conformance.protocol.Json;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes scenarios as {@link ScenarioReader} reads them. */
public final class ScenarioWriter {
  private static final String SCHEMA =
      "# yaml-language-server: $schema=https://switchhook.github.io/schemas/scenario.schema.json\n";

  private final StringBuilder out = new StringBuilder();

  private ScenarioWriter() {}

  /** Returns the YAML of a scenario. */
  public static String write(ScenarioFile scenario) {
    ScenarioWriter writer = new ScenarioWriter();
    writer.file(scenario);
    return writer.out.toString();
  }

  private void file(ScenarioFile scenario) {
    out.append(SCHEMA).append("name: ").append(text(scenario.name())).append('\n');
    if (!scenario.needs().isEmpty()) {
      out.append("needs: [").append(String.join(", ", scenario.needs())).append("]\n");
    }
    out.append("agents:\n");
    scenario
        .agents()
        .forEach(
            (agent, start) ->
                out.append("  ").append(agent).append(": ").append(start.words()).append('\n'));
    if (!scenario.variables().isEmpty()) {
      out.append("variables: ").append(map(scenario.variables())).append('\n');
    }
    out.append(scenario.steps().isEmpty() ? "steps: []\n" : "steps:\n");
    scenario.steps().forEach(this::step);
  }

  private void step(ScenarioStep step) {
    action(step.action());
    if (!step.sees().isEmpty()) {
      out.append("    sees:\n");
      step.sees().forEach(this::expected);
    }
    if (!step.states().isEmpty()) {
      out.append("    state:\n");
      step.states().stream()
          .collect(Collectors.groupingBy(ScenarioStep.StateCheck::agent))
          .forEach(
              (agent, checks) -> {
                out.append("      ").append(agent).append(":\n");
                checks.forEach(
                    check ->
                        out.append("        ")
                            .append(check.object().words())
                            .append(": {")
                            .append(check.column())
                            .append(": ")
                            .append(text(check.value()))
                            .append("}\n"));
              });
    }
  }

  private void action(Action action) {
    if (action instanceof Action.Send send) {
      first("agent", send.agent());
      next("sends", text(send.command()));
      send.to().ifPresent(to -> next("to", text(to)));
      if (!send.data().isEmpty()) {
        next("with", Json.write(send.data()));
      }
      answer(send.reply());
      if (!send.keep().isEmpty()) {
        next("keep", map(send.keep()));
      }
    } else if (action instanceof Action.Customer customer) {
      first("customer", text(customer.from()));
      next(customer.contact().words(), text(customer.to()));
    } else if (action instanceof Action.PartyActs acts) {
      first("party", acts.party().words());
      acts.of().ifPresent(of -> next("of", of));
      next("does", acts.act().words());
    } else if (action instanceof Action.HasHeard heard) {
      first("party", heard.party().words());
      heard.of().ifPresent(of -> next("of", of));
      next("heard", text(heard.digits()));
    } else if (action instanceof Action.Pass pass) {
      first("pass", pass.time().toSeconds() + "s");
    } else if (action instanceof Action.WaitFor wait) {
      first("wait for", text(ProtocolNames.write(wait.event())));
      next("agent", wait.agent());
      next("within", wait.within().toMillis() + "ms");
    } else if (action instanceof Action.SetDispositions set) {
      first("dispositions", map(set.choices()));
      next("of", set.agent());
      next("required", String.valueOf(set.required()));
    } else if (action instanceof Action.Disconnect gone) {
      first("agent", gone.agent());
      next("does", "disconnects");
    } else if (action instanceof Action.TakeOver over) {
      first("agent", over.agent());
      next("does", "takes over");
    }
  }

  private void answer(ExpectedResponse reply) {
    if (reply instanceof ExpectedResponse.Refusal refusal) {
      next("answer", text(refusal.code()));
    } else if (reply instanceof ExpectedResponse.Any) {
      next("answer", "any");
    } else if (reply instanceof ExpectedResponse.Confirm confirm) {
      next(
          "answer",
          confirm.data() == null ? "confirm" : "{confirm: " + Json.write(confirm.data()) + "}");
    } else if (reply instanceof ExpectedResponse.Success success && success.data() != null) {
      next("answer", "{success: " + Json.write(success.data()) + "}");
    }
  }

  private void expected(String agent, ExpectedEvents expected) {
    out.append("      ").append(agent).append(':');
    if (expected instanceof ExpectedEvents.Exactly exactly) {
      if (exactly.events().isEmpty()) {
        out.append(" nothing\n");
      } else {
        out.append('\n');
        exactly.events().forEach(event -> event("        - ", event));
      }
    } else if (expected instanceof ExpectedEvents.Among among) {
      out.append('\n');
      if (!among.contains().isEmpty()) {
        out.append("        contains:\n");
        among.contains().forEach(event -> event("          - ", event));
      }
      if (!among.never().isEmpty()) {
        out.append("        never:\n");
        among.never().forEach(event -> event("          - ", event));
      }
    }
  }

  private void event(String indent, ExpectedEvent event) {
    out.append(indent).append(text(ProtocolNames.write(event))).append('\n');
  }

  private void first(String key, String value) {
    out.append("  - ").append(key).append(": ").append(value).append('\n');
  }

  private void next(String key, String value) {
    out.append("    ").append(key).append(": ").append(value).append('\n');
  }

  private static String map(Map<String, String> map) {
    return map.entrySet().stream()
        .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** Plain where YAML reads it back as it is, else in quotes. */
  private static String text(String text) {
    return text.matches("[A-Za-z$][\\w .$=/-]*+") && !text.endsWith(" ") && !isWord(text)
        ? text
        : Json.write(Json.object().textNode(text));
  }

  private static boolean isWord(String text) {
    return text.matches("(?i)true|false|null|yes|no|on|off|y|n");
  }
}
