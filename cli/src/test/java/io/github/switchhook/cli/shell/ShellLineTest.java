package io.github.switchhook.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.switchhook.conformance.protocol.ObjectRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellLineTest {
  @ParameterizedTest
  @CsvSource({
    "hold, conversation.hold",
    "conversation.hold, conversation.hold",
    "dial, channel.dial",
    "pause, interaction.request.recording.pause"
  })
  void findsTheCommandThatAWordMeans(String word, String command) {
    assertThat(ShellLine.command(word, List.of())).isEqualTo(command);
  }

  @Test
  void takesTheOneThatIsAllowedNow() {
    assertThatThrownBy(() -> ShellLine.command("start", List.of()))
        .hasMessage(
            "'start' can be interaction.request.recording.start or session.start; type it whole");
    assertThat(ShellLine.command("start", List.of("interaction.request.recording.start")))
        .isEqualTo("interaction.request.recording.start");
  }

  @Test
  void saysWhatWasMeant() {
    assertThatThrownBy(() -> ShellLine.command("anwser", List.of()))
        .hasMessage("unknown command 'anwser', did you mean 'answer'?");
  }

  @Test
  void readsObjectsValuesAndJson() {
    assertThat(ShellLine.of("conversation.release", List.of("consult")).on())
        .isEqualTo(ObjectRole.CONSULT);
    assertThat(ShellLine.of("channel.dial", List.of("5550100")).data())
        .hasToString("{\"destination\":\"5550100\"}");
    assertThat(ShellLine.of("interaction.complete", List.of("skipDisposition=true")).data())
        .hasToString("{\"skipDisposition\":true}");
    assertThat(ShellLine.of("interaction.complete", List.of("{\"notes\":", "\"x\"}")).data())
        .hasToString("{\"notes\":\"x\"}");
    assertThatThrownBy(() -> ShellLine.of("conversation.hold", List.of("now")))
        .hasMessage("expected key=value or a JSON object after conversation.hold, got now");
  }
}
