package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The completion script, in a bash that calls it as it does when Tab is pressed. */
@Timeout(120)
class CompletionIT {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void completesCommandsOptionsAndWords() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
    Launcher.Result script = Launcher.switchhook(folder, "generate-completion");
    assertThat(script.exitCode()).as(script.err()).isZero();
    Files.writeString(folder.resolve("completion.sh"), script.out());

    assertThat(completions("")).contains("verify", "replay", "serve", "convert", "shell", "far");
    assertThat(completions("conv")).containsExactly("convert");
    assertThat(completions("replay", "--w")).containsExactly("--watch");
    assertThat(completions("replay", "--speed", "")).contains("1x", "max");
    assertThat(completions("convert", "--as", "")).contains("scenario", "feature");
    assertThat(completions("serve", "--tr")).containsExactly("--transcript");
    assertThat(completions("ladder", "--as", "")).contains("text", "svg", "mermaid");
    assertThat(completions("serve", "--fault", "dro")).containsExactly("drop");
    assertThat(completions("serve", "--clock", "")).containsExactly("real", "virtual", "auto");
    assertThat(completions("serve", "--platform", "b")).containsExactly("basic");
    assertThat(completions("fault", "dup")).containsExactly("duplicate");
    assertThat(completions("control", "jour")).containsExactly("journal");
    assertThat(completions("capability", "recording.")).containsExactly("recording.pause");
    assertThat(completions("capability", "conference", "")).contains("on", "off");
    assertThat(completions("verify", "--only", "SWH-HOLD")).contains("SWH-HOLD", "SWH-HOLD-001");
    assertThat(completions("explain", "channel.di")).containsExactly("channel.dial");
    assertThat(completions("list", "SWH-RETR")).contains("SWH-RETRIEVE");
    assertThat(completions("replay", "consult-and-t")).containsExactly("consult-and-transfer");
    assertThat(completions("no-such-command", "--w")).doesNotContain("--watch");
  }

  private List<String> completions(String... words) {
    String line =
        "source completion.sh; COMP_WORDS=(switchhook \"$@\"); COMP_CWORD=$#;"
            + " _complete_switchhook; printf '%s\\n' \"${COMPREPLY[@]}\"";
    List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", line, "bash"));
    command.addAll(List.of(words));
    Launcher.Result result = Launcher.run(folder, command);
    return result.out().lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
  }
}
