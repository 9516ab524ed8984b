package io.github.switchhook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The content of the released jar: every part with its licence, and nothing that is not needed. */
class JarIT {
  private static final String LICENSES = "META-INF/licenses/";
  private static final Pattern PART = Pattern.compile("([^:|]+:[^:|]+:[^:|]+) \\| ([^|]+) \\| .*");
  private static final Pattern PROPERTIES =
      Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");

  /** The beginning and the end of the whole text of each licence. */
  private static final Map<String, List<String>> WHOLE =
      Map.of(
          "Apache-2.0", List.of("TERMS AND CONDITIONS FOR USE", "END OF TERMS AND CONDITIONS"),
          "MIT", List.of("Permission is hereby granted, free", "WITH THE SOFTWARE"),
          "BSD-3-Clause", List.of("Redistribution and use in source", "SUCH DAMAGE"),
          "EDL-1.0", List.of("Redistribution and use in source", "SUCH DAMAGE"),
          "EPL-2.0", List.of("Eclipse Public License - v 2.0", "Exhibit A"),
          "GPL-2.0 WITH Classpath-exception-2.0",
              List.of("GNU General Public License", "CLASSPATH EXCEPTION"));

  @SuppressWarnings("NullAway.Init") // set before each test
  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(Launcher.ROOT.resolve("cli/target/switchhook.jar").toFile(), false);
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void hasALicenceForEveryPart() throws IOException {
    Map<String, List<String>> listed = listed(text(LICENSES + "THIRD-PARTY.txt"));

    assertThat(unlisted(parts(), listed)).isEmpty();
    assertThat(listed)
        .hasSizeGreaterThan(40)
        .allSatisfy(
            (part, licences) ->
                assertThat(licences)
                    .as(part)
                    .isNotEmpty()
                    .allSatisfy(
                        licence -> assertThat(hasText(part, licence)).as(licence).isTrue()));
    assertThat(listed.keySet())
        .as("parts that bring no pom.properties")
        .anyMatch(part -> part.startsWith("info.picocli:picocli:"));
  }

  @Test
  void saysNoToAPartWithoutALicence() throws IOException {
    Map<String, List<String>> listed = listed(text(LICENSES + "THIRD-PARTY.txt"));

    assertThat(unlisted(List.of("org.example:foreign:1.0"), listed))
        .containsExactly("org.example:foreign:1.0");
    assertThat(unlisted(List.of("org.yaml:snakeyaml:0.1"), listed))
        .as("of another version")
        .hasSize(1);
    assertThat(hasText("org.example:foreign:1.0", "WTFPL")).isFalse();
    assertThat(listed("org.example:foreign:1.0 | Unknown license | x\n").values())
        .containsExactly(List.of("Unknown license"));
  }

  @Test
  void hasTheNoticesThatPartsAskFor() throws IOException {
    for (String part :
        List.of(
            "jackson-core",
            "jackson-databind",
            "tyrus-client",
            "tyrus-core",
            "jakarta.websocket-api")) {
      assertThat(entries())
          .as(part)
          .anyMatch(name -> name.matches(LICENSES + Pattern.quote(part) + "-[0-9][^/]*/NOTICE.*"));
    }
    assertThat(text("META-INF/NOTICE")).contains("THIRD-PARTY.txt").doesNotContain("Apache");
    assertThat(text("META-INF/LICENSE")).contains("END OF TERMS AND CONDITIONS");
  }

  /**
   * Each part is there once: a scanner that finds another version's properties reports a version
   * that is not used.
   */
  @Test
  void hasEachPartOnce() throws IOException {
    Map<String, String> versions = new HashMap<>();
    for (String part : parts()) {
      String[] words = part.split(":", -1);
      assertThat(versions.put(words[0] + ":" + words[1], words[2])).as(part).isNull();
      if (words[0].startsWith("com.fasterxml.jackson")) {
        assertThat(words[2]).as(part).startsWith("2.22");
      }
    }
    assertThat(versions.get("com.fasterxml.jackson.core:jackson-core"))
        .isEqualTo(com.fasterxml.jackson.core.json.PackageVersion.VERSION.toString());
    assertThat(entries()).doesNotHaveDuplicates();
  }

  @Test
  void hasNothingThatIsNotNeeded() {
    assertThat(entries())
        .noneMatch(name -> name.endsWith("module-info.class"))
        .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)"))
        .noneMatch(name -> name.matches("(?i).*jline.*(ssh|telnet|builtins).*"))
        .noneMatch(name -> name.startsWith("META-INF/INDEX.LIST"));
  }

  private List<String> entries() {
    return jar.stream().map(JarEntry::getName).filter(name -> !name.endsWith("/")).toList();
  }

  /** Returns the parts that name themselves, except our own. */
  private List<String> parts() throws IOException {
    List<String> parts = new ArrayList<>();
    for (String name : entries()) {
      Matcher properties = PROPERTIES.matcher(name);
      if (properties.matches() && !properties.group(1).equals("io.github.switchhook")) {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
          Properties said = new Properties();
          said.load(in);
          parts.add(
              properties.group(1) + ":" + properties.group(2) + ":" + said.getProperty("version"));
        }
      }
    }
    return parts;
  }

  private static Map<String, List<String>> listed(String thirdParty) {
    Map<String, List<String>> listed = new TreeMap<>();
    thirdParty
        .lines()
        .map(PART::matcher)
        .filter(Matcher::matches)
        .forEach(line -> listed.put(line.group(1), List.of(line.group(2).split(" OR ", -1))));
    return listed;
  }

  private static List<String> unlisted(List<String> parts, Map<String, List<String>> listed) {
    return parts.stream().filter(part -> !listed.containsKey(part)).toList();
  }

  /**
   * Tells whether the licence's text is there, whole: in the part's own folder, or under its name.
   */
  private boolean hasText(String part, String licence) {
    List<String> sentences = WHOLE.getOrDefault(licence, List.of());
    String[] words = part.split(":", -1);
    String folder = LICENSES + words[1] + "-" + words[2] + "-jar/";
    return !sentences.isEmpty()
        && Stream.concat(
                entries().stream().filter(name -> name.startsWith(folder + "LICENSE")),
                entries().stream().filter((LICENSES + licence + ".txt")::equals))
            .map(this::text)
            .anyMatch(text -> sentences.stream().allMatch(flat(text)::contains));
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private String text(String name) {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }
}
