package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code switchhook shell}, from a pipe and at a pseudo-terminal. */
@Timeout(240)
class ShellIT {
  private static final String TYPED =
      """
      call 5559000 alice
      answer
      holdd
      hold
      state
      save call.yaml
      quit
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void takesCommandsFromAPipeAndSavesThem() throws IOException {
    Files.writeString(folder.resolve("typed.txt"), TYPED);

    Launcher.Result result = sh("'" + Launcher.ROOT.resolve("switchhook") + "' shell < typed.txt");

    assertThat(result.exitCode()).as("a line was not understood" + result.err()).isEqualTo(2);
    assertThat(result.out())
        .contains("5559000 calls 7001", "ok conversation.answer")
        .contains("unknown command 'holdd', did you mean 'hold'?")
        .contains("conversation      HELD with 5559000", "may: release retrieve", "saved 3 steps");
    assertThat(Launcher.switchhook(folder, "replay", "call.yaml").exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "call 5559000 alice/answer, '', 0",
    "call 5559000 alice/hold/answer, '', 1",
    "use nobody/hold/call 5559000 alice, '', 2",
    "setdisposition 'Call back, '', 2",
    "state, --agent alise, 2",
    "state, --target nobody-there.yaml, 3"
  })
  void theWorstLineOfAPipeTells(String lines, String options, int exitCode) throws IOException {
    Files.writeString(
        folder.resolve("nobody-there.yaml"),
        """
        name: nobody
        url: ws://127.0.0.1:1/agent
        agents:
          - {id: alice, password: secret, extension: "7001"}
        """);
    Files.writeString(folder.resolve("typed.txt"), lines.replace('/', '\n') + "\nstate\n");

    Launcher.Result result =
        sh("'" + Launcher.ROOT.resolve("switchhook") + "' shell " + options + " < typed.txt");

    assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
    assertThat(result.out()).as("the rest is tried").containsAnyOf("channel", "no agent is logged");
  }

  @Test
  void saysWhereWhatIsAllowedWasToldBeforeAConsult() throws IOException {
    Files.writeString(
        folder.resolve("typed.txt"),
        "login bob\nuse alice\ncall 5559000 alice\nanswer\nstate\nconsult 7002\nstate\n");

    String out = sh("'" + Launcher.ROOT.resolve("switchhook") + "' shell < typed.txt").out();

    int consulting = out.indexOf("ok interaction.consult");
    assertThat(out.substring(0, consulting))
        .contains("may: setinteractiondata setdisposition consult")
        .doesNotContain("told before");
    assertThat(out.substring(consulting))
        .contains("may (told before its last change): setinteractiondata setdisposition consult");
  }

  @Test
  void keepsBlanksInNotesAndData() throws IOException {
    Files.writeString(
        folder.resolve("typed.txt"),
        """
        call 5559000 alice
        answer
        setinteractiondata key=topic value="two  words"
        setinteractiondata {"key":"note","value":"a  {b}"}
        save call.yaml
        """);

    sh("'" + Launcher.ROOT.resolve("switchhook") + "' shell < typed.txt");

    assertThat(Files.readString(folder.resolve("call.yaml"))).contains("two  words", "a  {b}");
  }

  @Test
  void worksAtATerminal() throws IOException {
    assumeTrue(
        Launcher.run(folder, List.of("sh", "-c", "script -qec true /dev/null </dev/null"))
                .exitCode()
            == 0,
        "there is no script (util-linux) here to make a pseudo-terminal");
    Files.writeString(folder.resolve("typed.txt"), TYPED);

    Launcher.Result result =
        sh(
            "script -qec \"stty cols 100 rows 40; '"
                + Launcher.ROOT.resolve("switchhook")
                + "' shell\" /dev/null < typed.txt");

    assertThat(result.exitCode()).as("a person sees what went wrong").isZero();
    assertThat(result.out()).contains("alice> ", "conversation HELD", "saved 3 steps");
  }

  private Launcher.Result sh(String command) {
    return Launcher.run(folder, List.of("sh", "-c", command));
  }
}
