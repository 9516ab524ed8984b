package io.github.switchhook.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTokenizerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          dial  5550100                                | dial; 5550100
          setinteractiondata key=topic value="a  b"    | setinteractiondata; key=topic; value=a  b
          setdisposition 'Call back'                   | setdisposition; Call back
          save "it's mine.yaml"                        | save; it's mine.yaml
          save calls\\new.yaml                         | save; calls\\new.yaml
          complete {"notes":"a  b"}                    | complete; {"notes":"a  b"}
          bob complete { "notes" : "say \\"hi  you\\"" } | bob; complete; { "notes" : "say \\"hi  you\\"" }
          setdisposition "not {json}  here" {"a":1}    | setdisposition; not {json}  here; {"a":1}
          setdisposition "a {b"                        | setdisposition; a {b
          """)
  void holdsTogetherWhatIsQuoted(String line, String words) {
    assertThat(String.join("; ", ShellTokenizer.of(line))).isEqualTo(words);
  }

  @Test
  void saysThatAQuoteIsOpen() {
    assertThatThrownBy(() -> ShellTokenizer.of("setdisposition 'Call back"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a closing quote, found none in: setdisposition 'Call back");
  }

  @Test
  void keepsTheBlanksOfJson() {
    List<String> words = ShellTokenizer.of("complete {\"notes\":\"a  b\"}");

    assertThat(ShellLine.of("interaction.complete", words.subList(1, words.size())).data())
        .hasToString("{\"notes\":\"a  b\"}");
  }

  /**
   * A hundred thousand opening braces in quotes would take minutes if the line were read once for
   * each.
   */
  @Test
  @Timeout(20)
  void readsALineOnce() {
    String line = "setdisposition '" + " {".repeat(100_000) + "'";

    assertThat(ShellTokenizer.of(line)).hasSize(2);
  }
}
