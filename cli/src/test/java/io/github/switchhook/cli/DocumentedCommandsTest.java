package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that README.md and the pages in docs show existing commands, also where these cannot be
 * run as they stand (ReadmeIT runs the others), and link to existing files and headings.
 */
class DocumentedCommandsTest {
  private static final String PROGRAM = "./switchhook ";
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)");

  static Stream<String> commands() throws IOException {
    return DocumentPage.all().stream()
        .flatMap(
            page ->
                Stream.concat(
                    page.lines("console").stream()
                        .filter(line -> line.startsWith("$ "))
                        .map(line -> line.substring(2)),
                    page.inline().stream()))
        .filter(command -> command.startsWith(PROGRAM));
  }

  static Stream<DocumentPage> pages() throws IOException {
    return Stream.concat(
        DocumentPage.all().stream(),
        Stream.of("ARCHITECTURE.md", "CONTRIBUTING.md", "PROTOCOL.md")
            .map(name -> new DocumentPage(Launcher.ROOT.resolve(name))));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void areUnderstood(String command) {
    assertThatCode(() -> parse(command)).doesNotThrowAnyException();
  }

  @Test
  void aCommandThatThereIsNotIsFound() {
    assertThatThrownBy(() -> parse("./switchhook certify")).hasMessageContaining("certify");
    assertThatThrownBy(() -> parse("./switchhook serve --clok real > log"))
        .hasMessageContaining("--clok");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(DocumentPage page) {
    List<String> links = LINK.matcher(page.text()).results().map(m -> m.group(1)).toList();

    assertThat(links)
        .isNotEmpty()
        .allSatisfy(link -> assertThat(leadsSomewhere(page, link)).isTrue());
  }

  @Test
  void aLinkThatLeadsNowhereIsFound() {
    assertThat(leadsSomewhere(DocumentPage.README, "docs/nothing.md")).isFalse();
    assertThat(leadsSomewhere(DocumentPage.README, "docs/ci.md#nothing")).isFalse();
    assertThat(leadsSomewhere(DocumentPage.README, "docs/ci.md#exit-codes")).isTrue();
  }

  private static boolean leadsSomewhere(DocumentPage page, String link) {
    if (link.startsWith("https://")) {
      return true;
    }
    String[] parts = link.split("#", 2);
    Path file =
        parts[0].isEmpty()
            ? page.file()
            : Objects.requireNonNull(page.file().getParent()).resolve(parts[0]);
    return Files.exists(file)
        && (parts.length == 1
            || new DocumentPage(file)
                .text()
                .lines()
                .filter(line -> line.startsWith("#"))
                .anyMatch(line -> anchor(line).equals(parts[1])));
  }

  /** Returns the anchor that GitHub makes of a heading. */
  private static String anchor(String heading) {
    return heading
        .replaceFirst("#+ ", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\w -]", "")
        .replace(' ', '-');
  }

  private static void parse(String command) {
    String arguments = command.substring(PROGRAM.length()).replaceFirst(" [<>] .*", "");
    Matcher words = WORD.matcher(arguments);
    String[] split =
        words
            .results()
            .map(word -> word.group(1) == null ? word.group() : word.group(1))
            .toArray(String[]::new);
    Main.commandLine().parseArgs(split);
  }
}
