package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.profile.Operations;
import io.github.switchhook.conformance.protocol.Capabilities;
import io.github.switchhook.conformance.protocol.Columns;
import io.github.switchhook.conformance.protocol.Commands;
import io.github.switchhook.conformance.protocol.Events;
import io.github.switchhook.conformance.protocol.FailureCodes;
import io.github.switchhook.fixtures.Protocol;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.SimulatorOptions;
import io.github.switchhook.simulator.control.Operation;
import io.github.switchhook.simulator.protocol.Capability;
import io.github.switchhook.simulator.protocol.Command;
import io.github.switchhook.simulator.protocol.EventName;
import io.github.switchhook.simulator.protocol.FailureCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Switch and kit share no code, so each has its own list of the names on the wire; here both are
 * held against each other and against PROTOCOL.md.
 */
class NamesTest {
  private static final Protocol PROTOCOL = Protocol.load();

  private static <T extends Enum<T>> List<String> of(T[] values, Function<T, String> name) {
    return Arrays.stream(values).map(name).toList();
  }

  private static Set<String> inProtocol(String pattern) {
    return Pattern.compile(pattern)
        .matcher(PROTOCOL.text())
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void commands() {
    List<String> documented =
        PROTOCOL.titles(4).stream()
            .filter(title -> title.matches("prepareSession|[a-z]+(\\.[a-z]+)+"))
            .toList();

    assertThat(Commands.ALL).containsExactlyElementsOf(documented);
    assertThat(of(Command.values(), Command::wireName)).containsExactlyElementsOf(documented);
  }

  @Test
  void events() {
    Set<String> documented = inProtocol("(?m)^\\{\"name\":\"([^\"]+)\",\"target\"");

    assertThat(Events.ALL).containsExactlyInAnyOrderElementsOf(documented);
    assertThat(of(EventName.values(), EventName::wireName))
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void failureCodes() {
    assertThat(of(FailureCode.values(), FailureCode::wireName))
        .containsExactlyInAnyOrderElementsOf(FailureCodes.ALL);
    assertThat(FailureCodes.ALL)
        .allSatisfy(code -> assertThat(PROTOCOL.text()).contains("`" + code + "`"))
        .containsAll(inProtocol("\"code\":\"([^\"]+)\""));
  }

  /**
   * A state event's data, and that of the events that tell the rest, stand in PROTOCOL's samples.
   */
  @Test
  void columns() {
    assertThat(Columns.ALL)
        .allSatisfy(column -> assertThat(PROTOCOL.text()).contains("\"" + column + "\":"))
        .containsAll(Columns.STATES);
  }

  /** The kit's names for what is done beside the protocol are those of the switch's control. */
  @Test
  void operations() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.standard())) {
      assertThat(simulator.control().operations())
          .extracting(Operation::name)
          .containsExactlyInAnyOrderElementsOf(Operations.ALL);
    }
  }

  @Test
  void capabilities() {
    assertThat(of(Capability.values(), Capability::wireName))
        .containsExactlyInAnyOrderElementsOf(Capabilities.ALL);
  }
}
