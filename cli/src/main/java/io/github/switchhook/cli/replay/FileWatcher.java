package io.github.switchhook.cli.replay;

import io.github.switchhook.cli.ShutdownSignal;
import io.github.switchhook.fixtures.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notices when files change, by looking at them at intervals. This also sees editors that replace a
 * file by a new one, and works on every file system.
 */
final class FileWatcher {
  private static final Duration EVERY = Duration.ofMillis(250);

  /** The files that a scenario file may include or take its data from. */
  private static final Pattern BESIDE = Pattern.compile("[^.].*\\.(ya?ml|csv|feature)");

  private static final int MAX_FILES = 2_000;

  /** Each folder, and how many levels of it count. */
  private final Map<Path, Integer> roots;

  private final List<Path> singles;
  private Map<Path, String> seen = Map.of();

  private FileWatcher(Map<Path, Integer> roots, List<Path> singles) {
    this.roots = roots;
    this.singles = singles;
  }

  /** Watches what is played, the files beside it that it may include, and the target's profile. */
  static FileWatcher over(List<String> sources, @Nullable Path target) {
    Map<Path, Integer> roots = new LinkedHashMap<>();
    List<Path> singles = new ArrayList<>(target == null ? List.of() : List.of(target));
    for (String source : sources) {
      Path path = Path.of(source);
      if (Files.isDirectory(path)) {
        roots.put(path, Integer.MAX_VALUE);
      } else if (Files.exists(path)) {
        singles.add(path);
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Transcripts.isTranscript(path)) {
          roots.putIfAbsent(folder, 1);
        }
      }
    }
    return new FileWatcher(roots, List.copyOf(singles));
  }

  /** Remembers how the files are now. */
  void look() {
    seen = now();
  }

  /**
   * Waits until a file is not as it was at the last look.
   *
   * @return false if interrupted
   */
  boolean awaitChange(ShutdownSignal shutdown) throws InterruptedException {
    while (!shutdown.await(EVERY)) {
      if (!now().equals(seen)) {
        return true;
      }
    }
    return false;
  }

  private Map<Path, String> now() {
    Map<Path, String> files = new TreeMap<>();
    singles.forEach(file -> files.put(file.toAbsolutePath(), state(file)));
    roots.forEach((root, depth) -> files.putAll(now(root, depth)));
    return files;
  }

  private static Map<Path, String> now(Path root, int depth) {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> beside = Files.walk(root, depth)) {
      beside
          .filter(file -> BESIDE.matcher(String.valueOf(file.getFileName())).matches())
          .limit(MAX_FILES)
          .forEach(file -> files.put(file.toAbsolutePath(), state(file)));
    } catch (IOException | UncheckedIOException e) {
      files.put(root, "unreadable");
    }
    return files;
  }

  private static String state(Path file) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, new LinkOption[0]);
      return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
    } catch (IOException e) {
      return "absent";
    }
  }

  /** Says how many files are watched. */
  @Override
  public String toString() {
    return Spelling.counted(seen.size(), "file");
  }
}
