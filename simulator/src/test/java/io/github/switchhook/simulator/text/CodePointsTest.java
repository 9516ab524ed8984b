package io.github.switchhook.simulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodePointsTest {
  @Test
  void cutsNoPairInTwo() {
    assertThat(CodePoints.first("a😀b", 2)).isEqualTo("a😀");
    assertThat(CodePoints.first("😀😀", 1)).isEqualTo("😀");
    assertThat(CodePoints.first("😀😀", 2)).isEqualTo("😀😀");
    assertThat(CodePoints.first("😀", 0)).isEmpty();
  }

  @Test
  void countsHalfAPairAsOne() {
    assertThat(CodePoints.first("\ude00\ud83dx", 2)).isEqualTo("\ude00\ud83d");
  }

  @Test
  void tellsTheLengthOfWhatItShortens() {
    assertThat(CodePoints.shortened("abc", 3)).isEqualTo("abc");
    assertThat(CodePoints.shortened("😀".repeat(5000), 2)).isEqualTo("😀😀… (5000 characters)");
  }

  @Test
  void knowsHalfAPair() {
    assertThat(CodePoints.isWhole("a😀")).isTrue();
    assertThat(CodePoints.isWhole("a\ud83d")).isFalse();
    assertThat(CodePoints.isWhole("\ude00\ud83d")).isFalse();
  }
}
