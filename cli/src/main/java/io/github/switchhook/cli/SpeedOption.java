package io.github.switchhook.cli;

import picocli.CommandLine.Option;

/** {@code --speed}: the speed at which calls are played. */
public final class SpeedOption {
  @Option(
      names = "--speed",
      defaultValue = "max",
      paramLabel = "1x|max",
      converter = Speed.Converter.class,
      completionCandidates = Speed.Words.class,
      description =
          "How fast calls are played: 1x lets time pass as it does, or did when it was recorded; max"
              + " waits for nothing that can be had at once (${DEFAULT-VALUE}).")
  private Speed speed = Speed.MAX;

  public Speed speed() {
    return speed;
  }
}
