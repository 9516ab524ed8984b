package io.github.switchhook.cli.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * Writes a file named on the command line, whole or not at all: after a failure, the former content
 * stays.
 */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes the text, in UTF-8. A link is followed, because it was named; what is no file, such as
   * {@code /dev/stdout}, is written to as it is.
   *
   * @throws IOException where that fails; nothing half-written is left
   */
  public static void write(Path named, String text) throws IOException {
    if (Files.exists(named) && !Files.isRegularFile(named)) {
      Files.writeString(named, text);
      return;
    }
    Path file = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.writeString(part, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (AccessDeniedException | FileAlreadyExistsException e) {
      // The folder lets its files be changed but no new ones made, or the file is another user's.
      Files.writeString(named, text);
      return;
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    keepPermissions(file, part);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Keeps the permissions: a profile that only its owner may read, because of its password, stays
   * so.
   */
  private static void keepPermissions(Path file, Path part) throws IOException {
    PosixFileAttributeView before = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (before != null && Files.exists(file)) {
      Files.setPosixFilePermissions(part, before.readAttributes().permissions());
    }
  }
}
