package io.github.switchhook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, read from the sources.
 *
 * @param file the Markdown file
 */
record DocumentPage(Path file) {
  static final DocumentPage README = new DocumentPage(Launcher.ROOT.resolve("README.md"));

  private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern INLINE = Pattern.compile("`([^`\n]+)`");

  /** Returns README.md, then the pages in docs by name. */
  static List<DocumentPage> all() throws IOException {
    List<DocumentPage> pages = new ArrayList<>(List.of(README));
    try (Stream<Path> docs = Files.list(Launcher.ROOT.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(DocumentPage::new)
          .forEach(pages::add);
    }
    return pages;
  }

  String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the lines of all blocks of a language, without comments and empty lines. */
  List<String> lines(String language) {
    List<String> lines = new ArrayList<>();
    Matcher block = BLOCK.matcher(text());
    while (block.find()) {
      if (block.group(1).equals(language)) {
        block
            .group(2)
            .lines()
            .map(line -> line.replaceFirst("\\s+#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .forEach(lines::add);
      }
    }
    return lines;
  }

  /** Returns what stands between back quotes in the running text. */
  List<String> inline() {
    return INLINE
        .matcher(BLOCK.matcher(text()).replaceAll(""))
        .results()
        .map(m -> m.group(1))
        .toList();
  }
}
