package io.github.switchhook.cli.remote;

import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The token of control: {@code --token-file}, {@code $SWITCHHOOK_TOKEN}, or {@code --token}, which
 * every user of the machine can read in the list of processes.
 */
public final class TokenOption {
  /** The environment variable that has the token if no option has it. */
  static final String VARIABLE = "SWITCHHOOK_TOKEN";

  // A token has to fit into a header, and must not need quoting in a shell.
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,1024}+");
  private static final int MAX_FILE_BYTES = 4096;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "Token of control. Others can read it in the list of processes: --token-file and"
              + " $SWITCHHOOK_TOKEN keep it out of there.")
  private @Nullable String token;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "File that has the token in it and nothing else; else $SWITCHHOOK_TOKEN.")
  private @Nullable Path file;

  /**
   * Returns the token that was given, by option or in the environment.
   *
   * @throws RemoteControlException where it is malformed, or two are given
   */
  public Optional<String> given(Map<String, String> environment) {
    if (token != null && file != null) {
      throw wrong("--token-file", "expected it without --token");
    }
    if (file != null) {
      return Optional.of(checked("--token-file", content(file).strip()));
    }
    if (token != null) {
      return Optional.of(checked("--token", token));
    }
    String variable = environment.getOrDefault(VARIABLE, "").strip();
    return variable.isEmpty() ? Optional.empty() : Optional.of(checked("$" + VARIABLE, variable));
  }

  private static String content(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_FILE_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw wrong("--token-file", "expected a file that can be read, got " + file);
    }
  }

  /** Returns a token that control can accept; the message of a refusal does not show it. */
  private static String checked(String where, String token) {
    if (!TOKEN.matcher(token).matches()) {
      throw wrong(where, "expected a token of letters, digits and . _ ~ + / = - only");
    }
    return token;
  }

  private static RemoteControlException wrong(String where, String what) {
    return new RemoteControlException(ExitCode.USAGE, where + ": " + what);
  }
}
