package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.ladder.Ladder;
import io.github.switchhook.conformance.ladder.LadderRow;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.scenario.ScenarioReader;
import io.github.switchhook.conformance.wire.WireLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The picture in README.md is the ladder of the call that stands beside it, played on the built-in
 * switch. {@code mvn -pl conformance -am test -Dtest=ReadmePictureTest -Dreadme.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false} draws it anew.
 */
class ReadmePictureTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Path PICTURE = Path.of("..", "docs", "ladder.svg");
  private static final Pattern CALL = Pattern.compile("```yaml\n(name: .*?)```", Pattern.DOTALL);
  // They differ from run to run, or do not show in a picture on a page.
  private static final Pattern TIMES_AND_TOOLTIPS =
      Pattern.compile("<text class=\"time\".*?</text>|<title>.*?</title>", Pattern.DOTALL);

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void isTheLadderOfTheCallBesideIt() throws IOException {
    Matcher call = CALL.matcher(Files.readString(README));
    assertThat(call.find()).as("README.md shows a scenario file").isTrue();
    List<WireLine> lines = Collections.synchronizedList(new ArrayList<>());
    Report report =
        ReplayTest.play(
            ScenarioReader.load(Files.writeString(folder.resolve("call.yaml"), call.group(1))),
            List.of(),
            new Replay.Listener() {
              @Override
              public void line(WireLine line) {
                lines.add(line);
              }
            });
    assertThat(report.exitCode()).as(report.pretty(false)).isZero();

    String picture = picture(lines);
    if (Boolean.getBoolean("readme.write")) {
      Files.writeString(PICTURE, picture);
    }
    assertThat(PICTURE).hasContent(picture);
    assertThat(Files.readString(README).contains("(docs/ladder.svg)"))
        .as("README.md shows it")
        .isTrue();
  }

  /** Draws the call without the login, which begins every call and tells nothing of this one. */
  private static String picture(List<WireLine> lines) {
    Ladder whole = Ladder.of(lines);
    List<LadderRow> call =
        whole.rows().stream().dropWhile(row -> row.kind() != LadderRow.RowKind.ACT).toList();
    Ladder ladder = new Ladder(whole.columns(), call, Optional.empty());
    return TIMES_AND_TOOLTIPS.matcher(ladder.svg()).replaceAll("");
  }
}
