package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address at which a running switch is controlled, and the token for it. {@code serve} leaves
 * it in a file that its owner alone can read, so that commands in another terminal find the switch
 * started last.
 *
 * @param control such as {@code http://127.0.0.1:8018/control}
 * @param token a secret
 */
record ControlEndpoint(URI control, String token) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?>[] AS_THE_FOLDER = {};

  /** Returns the path of this user's file, whether it exists or not. */
  static Path file(Map<String, String> environment) {
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    return runtime.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".switchhook", "control.json")
        : Path.of(runtime, "switchhook-control.json");
  }

  /** Writes the file, whole or not at all. */
  void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    ObjectNode json = MAPPER.createObjectNode().put("control", control.toString());
    json.put("token", token);
    // On Windows the folders of a home are private, and there are no such permissions.
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Path whole =
        posix
            ? Files.createTempFile(folder, "control", ".tmp", OWNER_ONLY)
            : Files.createTempFile(folder, "control", ".tmp", AS_THE_FOLDER);
    Files.writeString(whole, json.toString());
    Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Reads the file; empty where there is no file, or it has no endpoint in it. */
  static Optional<ControlEndpoint> read(Path file) {
    try {
      JsonNode json = MAPPER.readTree(file.toFile());
      return of(json.path("control").textValue(), json.path("token").textValue());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<ControlEndpoint> of(@Nullable String control, @Nullable String token) {
    return control == null || token == null
        ? Optional.empty()
        : Optional.of(new ControlEndpoint(URI.create(control), token));
  }

  /** Removes the file, unless another switch has written its own there since. */
  void remove(Path file) throws IOException {
    if (read(file).filter(this::equals).isPresent()) {
      try {
        Files.delete(file);
      } catch (NoSuchFileException e) {
        // Another process has removed it already.
      }
    }
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "control at " + control;
  }
}
