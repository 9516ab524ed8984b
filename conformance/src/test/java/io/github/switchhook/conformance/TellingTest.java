package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.switchhook.conformance.files.FileTrouble;
import io.github.switchhook.conformance.profile.Dialect;
import io.github.switchhook.conformance.profile.Ordering;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.session.Limits;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A listener of a run may fail, as on a full disk: the run ends and throws its exception. */
@Timeout(60)
class TellingTest {
  private static final Target TARGET = KitFixture.target(new Ordering.ByBarrier(), Dialect.PLAIN);
  private final FileTrouble full =
      FileTrouble.writing(Path.of("/run/wire"), new IOException("No space left on device"));

  @Test
  void anExceptionOfTheProgressListenerEndsTheRunAndIsThrown() {
    AtomicInteger told = new AtomicInteger();

    assertThatThrownBy(
            () ->
                run(
                    result -> {
                      told.incrementAndGet();
                      throw full;
                    },
                    Optional.empty()))
        .isSameAs(full);
    assertThat(told).as("no other scenario is played").hasValue(1);
  }

  @Test
  void anExceptionOfTheMessagesListenerDoesToo() {
    assertThatThrownBy(
            () ->
                run(
                    result -> {},
                    Optional.of(
                        lines -> {
                          throw full;
                        })))
        .isSameAs(full);
  }

  private static void run(Consumer<ScenarioResult> progress, Optional<Consumer<String>> messages) {
    KitFixture.run(
        FakeSwitch.faultless(),
        TARGET,
        new RunOptions(List.of(), Shard.WHOLE, false, 0, progress, messages, Limits.DEFAULT));
  }
}
