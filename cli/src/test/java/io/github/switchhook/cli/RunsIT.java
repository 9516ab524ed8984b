package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers, shards, and what can be done with run directories. */
class RunsIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  private Launcher.Result verify(String... more) {
    String[] arguments = new String[more.length + 1];
    arguments[0] = "verify";
    System.arraycopy(more, 0, arguments, 1, more.length);
    return Launcher.switchhook(folder, arguments);
  }

  @Test
  void mergesShardsAndComparesThem() throws IOException {
    verify("--workers", "2", "--out", "whole");
    verify("--shard", "1/2", "--out", "run-1");
    verify("--shard", "2/2", "--out", "run-2");

    Launcher.Result merged =
        Launcher.switchhook(folder, "report", "merge", "run", "run-1", "run-2", "--format", "json");
    assertThat(merged.exitCode()).as(merged.out() + merged.err()).isZero();
    JsonNode json = MAPPER.readTree(merged.out());
    assertThat(json.path("verdict").asText()).isEqualTo("success");
    for (String file : new String[] {"report.html", "badge.json", "junit.xml", "wire.ndjson"}) {
      assertThat(folder.resolve("run").resolve(file)).isNotEmptyFile();
    }

    Launcher.Result same = Launcher.switchhook(folder, "diff", "whole", "run");
    assertThat(same.exitCode()).isZero();
    assertThat(same.out()).contains("No difference in ");

    Path results = folder.resolve("run-1/results.json");
    Files.writeString(
        results,
        Files.readString(results).replaceFirst("\"verdict\" : \"PASS\"", "\"verdict\" : \"FAIL\""));
    Launcher.Result worse = Launcher.switchhook(folder, "diff", "run", "run-1");
    assertThat(worse.exitCode()).isEqualTo(1);
    assertThat(worse.out()).contains("worse (1 requirement, 0 scenarios)", ": pass → fail");

    Launcher.Result matrix =
        Launcher.switchhook(folder, "matrix", "run", "run-1", "--format", "markdown");
    assertThat(matrix.exitCode()).isZero();
    assertThat(matrix.out()).contains("|---|---|---|", "| pass | fail |");

    Launcher.Result page =
        Launcher.switchhook(folder, "matrix", "run", "run-1", "--out", "matrix.html");
    assertThat(page.out()).isEqualTo("Matrix: matrix.html\n");
    assertThat(Files.readString(folder.resolve("matrix.html")))
        .startsWith("<!DOCTYPE html>")
        .contains("data-agreement=\"differ\"");

    Launcher.Result half = Launcher.switchhook(folder, "report", "merge", "half", "run-2");
    assertThat(half.err()).contains("scenarios are in none of these runs");
  }

  @Test
  void missesOnlyWhatWasMeantToBePlayed() {
    verify("--only", "SWH-HOLD-001", "--shard", "1/2", "--out", "hold-1");
    verify("--only", "SWH-HOLD-001", "--shard", "2/2", "--out", "hold-2");

    Launcher.Result both = Launcher.switchhook(folder, "report", "merge", "b", "hold-1", "hold-2");
    assertThat(both.err()).isEmpty();
    Launcher.Result one = Launcher.switchhook(folder, "report", "merge", "o", "hold-1");
    assertThat(one.err())
        .matches("(?s).*: \\d of \\d\\d? scenarios of --only SWH-HOLD-001 are in none of .*");
  }

  @Test
  void saysWhatItExpects() {
    assertThat(verify("--shard", "3/2").err()).contains("--shard: expected a shard such as 1/3");
    assertThat(verify("--workers", "0").err()).contains("--workers: expected a number from 1 to");
    Launcher.Result diff = Launcher.switchhook(folder, "diff", "a", "b");
    assertThat(diff.exitCode()).isEqualTo(2);
    assertThat(diff.err())
        .contains("expected a transcript or a run directory, got a")
        .doesNotContain("\tat ");
    Launcher.Result merge = Launcher.switchhook(folder, "report", "merge", "out", "a");
    assertThat(merge.exitCode()).isEqualTo(2);
    assertThat(merge.err()).contains("expected a run directory").doesNotContain("\tat ");
  }
}
