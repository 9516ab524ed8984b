package io.github.switchhook.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.switchhook.fixtures.LawfulVariant;
import io.github.switchhook.fixtures.Mark;
import io.github.switchhook.fixtures.Register;
import io.github.switchhook.fixtures.Requirement;
import io.github.switchhook.fixtures.Variants;
import io.github.switchhook.fixtures.WithoutVariant;
import io.github.switchhook.simulator.agent.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract leaves open is nobody's fault: the table of variants, and a sample of it. */
class VariantsTest {
  private static final Variants TABLE = Variants.load();

  private static LawfulVariant named(String name) {
    return TABLE.variants().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyChoiceOfOursIsInTheTable() {
    List<String> choices =
        Register.load().all().stream()
            .filter(requirement -> requirement.source().mark() == Mark.C)
            .map(Requirement::id)
            .toList();
    List<String> inTable =
        Stream.concat(
                TABLE.variants().stream().map(LawfulVariant::requirements),
                TABLE.without().stream().map(WithoutVariant::requirements))
            .flatMap(List::stream)
            .distinct()
            .toList();

    assertThat(inTable).containsExactlyInAnyOrderElementsOf(choices);
  }

  @Test
  void theSwitchHasEachVariant() {
    assertThat(TABLE.variants())
        .extracting(LawfulVariant::name)
        .containsExactly(
            Arrays.stream(Variant.values()).map(Variant::wireName).toArray(String[]::new))
        .hasSizeGreaterThan(40);
  }

  @Test
  void theMatrixHasARowForEach() throws IOException {
    String matrix = Files.readString(Path.of("../docs/variants.md"));

    assertThat(TABLE.variants())
        .allSatisfy(each -> assertThat(matrix).contains("\n| " + each.name() + " | "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "queue-required chat-at-start notes-required no-groups ring-longer one-code more-data context-always",
        "active-at-start lost-is-logout short-ids hold-again skip-false-refused",
        "two-lines any-queue takeover-newest-first digits-held"
      })
  void theKitBlamesNobodyForThem(String names) throws IOException {
    List<LawfulVariant> variants =
        Arrays.stream(names.split(" ")).map(VariantsTest::named).toList();

    assertThat(VariantRun.play(variants, List.of()).problems()).isEmpty();
  }

  @Test
  void whatIsBlamedIsSeen() throws IOException {
    LawfulVariant honest = named("hold-again");
    LawfulVariant accused =
        new LawfulVariant(
            honest.name(),
            honest.sentence(),
            List.of("SWH-MUTE-004"),
            false,
            JsonNodeFactory.instance.objectNode());

    VariantRun run = VariantRun.play(List.of(accused), List.of("conversation.hold"));

    assertThat(run.fair()).isFalse();
    assertThat(run.problems())
        .anyMatch(problem -> problem.startsWith("WARN SWH-HOLD-004: "))
        .contains("no scenario notices hold-again, so it shows nothing");
    assertThat(run.row()).startsWith("| hold-again | ").doesNotEndWith(" 0 |");
  }
}
