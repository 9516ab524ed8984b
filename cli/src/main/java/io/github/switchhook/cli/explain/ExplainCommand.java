package io.github.switchhook.cli.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.cli.JsonOption;
import io.github.switchhook.cli.completion.Candidates;
import io.github.switchhook.conformance.Kit;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.catalogue.Step;
import io.github.switchhook.conformance.verdict.ExitCode;
import io.github.switchhook.fixtures.Protocol;
import io.github.switchhook.fixtures.ProtocolTopic;
import io.github.switchhook.fixtures.Requirement;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchhook explain}: prints a topic of the protocol, a command, or a requirement. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Explain a topic of the protocol, a command, or a requirement.",
      "A command is shown as PROTOCOL.md has it, with request, response, every failure and the"
          + " events as JSON to paste into a client; then come its requirements.",
      "A requirement: what is required, where it comes from, the exact events, and the scenarios"
          + " that prove it.",
      "",
      "Topics: marks, messages, targets, session, states, call data, rules, commands, events, bad"
          + " input, limits, numbers, situations, sources."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  switchhook explain rules",
      "  switchhook explain bad input",
      "  switchhook explain channel.dial",
      "  switchhook explain SWH-DIAL-001",
      "  switchhook explain SWH-DIAL --format json | jq '.requirements[].events'",
      "  switchhook explain channel.dial --format json | jq -c '.samples[].steps[].request'"
    })
public final class ExplainCommand implements Callable<Integer> {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final int COMMAND_LEVEL = 4;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "TOPIC-COMMAND-OR-ID",
      description =
          "A topic, a command, a requirement id, or the beginning of one. Without any, the topics"
              + " are listed.",
      completionCandidates = Candidates.Explained.class)
  private List<String> words = List.of();

  @Mixin private final JsonOption format = new JsonOption();

  @Override
  public Integer call() throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    String word = String.join(" ", words);
    Optional<ProtocolTopic> topic = ProtocolTopic.find(word);
    if (word.isEmpty()) {
      listTopics(out);
    } else if (topic.isPresent()) {
      print(Optional.of(topic.get().of(Protocol.load())), "topic", word, Optional.empty(), out);
    } else {
      Catalogue catalogue = Kit.load().catalogue();
      List<Requirement> chosen = catalogue.select(List.of(word));
      Protocol protocol = Protocol.load();
      Optional<Protocol> section =
          protocol.titles(COMMAND_LEVEL).contains(word) ? protocol.section(word) : Optional.empty();
      if (chosen.isEmpty() && section.isEmpty()) {
        throw unknown(word);
      }
      print(section, "command", word, Optional.of(new Requirements(catalogue, chosen)), out);
    }
    out.flush();
    return ExitCode.OK;
  }

  private ParameterException unknown(String word) {
    return new ParameterException(
        spec.commandLine(),
        "expected a topic, a command, a requirement id or the beginning of one, got "
            + word
            + Requirements.meant(word, new Candidates.Explained())
            + " (switchhook explain lists the topics, switchhook list the rest)");
  }

  private void listTopics(PrintWriter out) throws JsonProcessingException {
    if (format.isJson()) {
      ObjectNode topics = MAPPER.createObjectNode();
      for (ProtocolTopic each : ProtocolTopic.values()) {
        topics.put(each.word(), each.summary());
      }
      out.println(MAPPER.writeValueAsString(MAPPER.createObjectNode().set("topics", topics)));
      return;
    }
    out.println("Topics of the protocol:");
    for (ProtocolTopic each : ProtocolTopic.values()) {
      out.printf("  %-11s %s%n", each.word(), each.summary());
    }
    out.println();
    out.println("switchhook explain TOPIC prints one; explain COMMAND, such as channel.dial, a");
    out.println("command with its JSON; explain ID, such as SWH-DIAL-001, a requirement.");
  }

  private void print(
      Optional<Protocol> section,
      String kind,
      String word,
      Optional<Requirements> requirements,
      PrintWriter out)
      throws JsonProcessingException {
    Optional<ProtocolSamples> samples = section.map(ProtocolSamples::new);
    if (format.isJson()) {
      ObjectNode all = MAPPER.createObjectNode();
      samples.ifPresent(
          shown -> {
            all.put(kind, word).put("text", shown.text());
            all.set("samples", shown.json());
          });
      requirements.ifPresent(chosen -> all.set("requirements", chosen.explained()));
      out.println(MAPPER.writeValueAsString(all));
      return;
    }
    samples.ifPresent(shown -> out.println(shown.text() + System.lineSeparator()));
    requirements.ifPresent(
        chosen -> chosen.chosen().forEach(each -> explain(each, chosen.catalogue(), out)));
  }

  private static void explain(Requirement requirement, Catalogue catalogue, PrintWriter out) {
    out.println(requirement.id() + "  " + requirement.level() + "  " + requirement.sentence());
    out.println("  source      " + Requirements.source(requirement));
    if (requirement.command() != null) {
      out.println("  command     " + requirement.command());
    }
    if (requirement.capability() != null) {
      out.println("  capability  " + requirement.capability());
    }
    List<Scenario> scenarios = catalogue.provedBy(requirement.id());
    Requirements.events(scenarios).forEach(table -> events(table, out));
    out.println("  proved by");
    scenarios.forEach(scenario -> out.println("    " + Requirements.title(scenario)));
    out.println();
  }

  private static void events(Step table, PrintWriter out) {
    out.println("  " + table.text());
    for (List<String> row : table.table()) {
      out.println("    " + String.join("  ", pad(row, table.table())));
    }
  }

  private static List<String> pad(List<String> row, List<List<String>> table) {
    return IntStream.range(0, row.size())
        .mapToObj(
            column -> {
              int width =
                  table.stream().mapToInt(other -> other.get(column).length()).max().orElse(1);
              return String.format("%-" + Math.max(1, width) + "s", row.get(column));
            })
        .toList();
  }
}
