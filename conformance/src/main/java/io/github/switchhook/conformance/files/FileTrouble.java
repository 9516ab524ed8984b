package io.github.switchhook.conformance.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An error of a file operation. Only this class turns Java's exceptions about files into sentences
 * for users; the message is that sentence.
 */
public final class FileTrouble extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  private FileTrouble(String message, IOException cause) {
    super(message, cause);
  }

  /**
   * Says why a file or a folder cannot be written.
   *
   * @param where the one that was to be written
   */
  public static FileTrouble writing(Path where, IOException cause) {
    return new FileTrouble(sentence("write", where.toString(), folder(where), cause), cause);
  }

  /** Says what an exception means whose file only the exception names, in reading or writing. */
  public static String describe(IOException cause) {
    String file = cause instanceof FileSystemException known ? known.getFile() : null;
    if (file == null) {
      return sentence("use", "what was asked for", "the disk that was written to", cause);
    }
    Path folder = Path.of(folder(Path.of(file)));
    return cause instanceof NoSuchFileException && Files.isDirectory(folder)
        ? "there is no file " + file
        : sentence("use", file, folder.toString(), cause);
  }

  private static String sentence(String operation, String file, String folder, IOException cause) {
    if (isFull(cause)) {
      return "no space left on " + folder + ": " + file + " cannot be written";
    }
    String named = cause instanceof FileSystemException known ? known.getFile() : null;
    return "cannot " + operation + " " + file + why(cause, folder, named == null ? file : named);
  }

  private static String why(IOException cause, String folder, String named) {
    if (cause instanceof NoSuchFileException) {
      return ": there is no folder " + folder;
    }
    if (cause instanceof AccessDeniedException || says(cause, "permission denied")) {
      return ": permission denied";
    }
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return ": " + named + " is a file, not a folder";
    }
    if (says(cause, "not a directory")) {
      return ": " + folder + " is not a folder";
    }
    if (says(cause, "is a directory")) {
      return ": it is a folder, not a file";
    }
    if (says(cause, "read-only")) {
      return ": " + folder + " is read-only";
    }
    if (says(cause, "name too long")) {
      return ": the name is too long";
    }
    return cause instanceof CharacterCodingException ? ": some of it cannot be encoded" : "";
  }

  /** Tells whether there is no space left. */
  public static boolean isFull(IOException cause) {
    return says(cause, "no space left") || says(cause, "quota exceeded");
  }

  private static boolean says(IOException cause, String words) {
    return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains(words);
  }

  private static String folder(Path file) {
    @Nullable Path parent = file.toAbsolutePath().normalize().getParent();
    return String.valueOf(parent == null ? file : parent);
  }
}
