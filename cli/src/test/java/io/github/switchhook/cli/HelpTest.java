package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** Every command teaches: what it does, what each option means, and at least one example. */
class HelpTest {
  /** The commands that picocli brings, whose help is not ours. */
  private static final Set<String> PICOCLI = Set.of("help", "generate-completion");

  static Stream<CommandLine> commands() {
    List<CommandLine> all = new ArrayList<>();
    collect(Main.commandLine(), all);
    return all.stream();
  }

  private static void collect(CommandLine command, List<CommandLine> all) {
    if (!PICOCLI.contains(command.getCommandName())) {
      all.add(command);
      command.getSubcommands().values().stream().distinct().forEach(sub -> collect(sub, all));
    }
  }

  @Command(name = "silent", description = "Says what it does, and shows nothing.")
  private static final class Silent {}

  @Test
  void saysNoToACommandWithoutAnExample() {
    assertThatThrownBy(() -> teaches(new CommandLine(new Silent())))
        .hasMessageContaining("silent: examples");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void teaches(CommandLine command) {
    var usage = command.getCommandSpec().usageMessage();
    String name = command.getCommandSpec().qualifiedName();

    assertThat(usage.description()).as(name + ": what it does").isNotEmpty();
    // The list of commands shows nothing but the first element.
    assertThat(usage.description()[0]).as(name + ": a whole sentence").endsWith(".");
    assertThat(usage.footerHeading()).as(name + ": examples").contains("Example");
    assertThat(Arrays.asList(usage.footer()))
        .as(name + ": an example")
        .anyMatch(line -> line.strip().startsWith(name));
    for (OptionSpec option : command.getCommandSpec().options()) {
      assertThat(option.description()).as(name + " " + option.longestName()).isNotEmpty();
    }
  }
}
