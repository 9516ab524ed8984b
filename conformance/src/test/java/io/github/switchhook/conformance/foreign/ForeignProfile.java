package io.github.switchhook.conformance.foreign;

import io.github.switchhook.conformance.Kit;
import io.github.switchhook.conformance.RunOptions;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.stimulus.StimulusFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The profile of the foreign switch; the kit knows nothing else of that switch. */
public final class ForeignProfile {
  private ForeignProfile() {}

  /** Plays the scenarios that prove these requirements, all without any, one after the other. */
  public static Report play(Target target, String... only) {
    return Kit.load()
        .run(
            target,
            StimulusFactory.open(target, Optional.empty()),
            new RunOptions(List.of(only), true, 0, result -> {}));
  }

  /**
   * Reads the profile of a running switch.
   *
   * @param folder where it is written to
   * @param change puts a mistake into the text of the profile
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
