package io.github.switchhook.conformance.foreign;

import io.github.switchhook.conformance.target.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The profile of the foreign switch, which is all that the kit knows of it. */
public final class ForeignProfile {
  private ForeignProfile() {}

  /**
   * Reads the profile of a running switch.
   *
   * @param folder where it is written to
   * @param change what somebody has put wrong in it
   */
  public static Target load(ForeignSwitch of, Path folder, UnaryOperator<String> change)
      throws IOException {
    try (var in = ForeignProfile.class.getResourceAsStream("/targets/foreign.yaml")) {
      String text =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .replace("@PORT@", String.valueOf(of.port()))
              .replace("@LAB@", String.valueOf(of.labPort()));
      return Target.load(Files.writeString(folder.resolve("foreign.yaml"), change.apply(text)));
    }
  }
}
