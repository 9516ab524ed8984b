package io.github.switchhook.simulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {
  @Test
  void leavesShortTextAlone() {
    assertThat(Quote.of("channel.dail")).isEqualTo("\"channel.dail\"");
    assertThat(Quote.plain("Grüße, 😀")).isEqualTo("Grüße, 😀");
  }

  @Test
  void quotesSixtyCodePoints() {
    assertThat(Quote.plain("x".repeat(60))).isEqualTo("x".repeat(60));
    assertThat(Quote.plain("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
    assertThat(Quote.plain("😀".repeat(60_000))).isEqualTo("😀".repeat(60) + "…");
  }

  @ParameterizedTest
  @CsvSource({
    "000a", "000d", "0000", "001b", "007f", "0085", "2028", "2029", "202e", "2066", "200b", "feff",
    "061c", "d800", "dfff"
  })
  void makesVisibleWhatIsNot(String hex) {
    String text = "a" + (char) Integer.parseInt(hex, 16) + "b";

    assertThat(Quote.plain(text)).isEqualTo("a\\u" + hex + "b");
  }

  @Test
  void makesInvisibleLettersOfOtherPlanesVisible() {
    assertThat(Quote.plain(Character.toString(0xE0041))).isEqualTo("\\u{e0041}");
  }
}
