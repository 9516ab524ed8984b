package io.github.switchhook.conformance.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waivers that are added to a profile's text. */
class ProfileWaiversTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Waiver NEW =
      new Waiver("SWH-HOLD-001", "says \"no\"", null, LocalDate.of(2100, 1, 1));
  private static final String SECTION =
      "waivers:\n  - id: SWH-HOLD-001\n    reason: \"says \\\"no\\\"\"\n    expires: \"2100-01-01\"\n";

  @ParameterizedTest
  @ValueSource(strings = {"name: x # é😀\n", "name: x\nwaivers: []\n", "name: x\nwaivers:\n", ""})
  void writesTheSectionWhereThereIsNone(String profile) {
    String once = add(profile);

    assertThat(once).endsWith(SECTION);
    assertThat(add(once)).as("the second time nothing is new").isEqualTo(once);
  }

  @Test
  void keepsOthersAndReplacesWhatIsOver() {
    String profile =
        """
        waivers:
        - {id: SWH-DIAL-001, reason: a, expires: 2100-01-01}
        - {id: SWH-HOLD-001, reason: old, expires: 2020-01-01}

        # the name
        name: x
        """;

    assertThat(add(profile))
        .startsWith("waivers:\n  - id: SWH-DIAL-001\n    reason: \"a\"\n")
        .contains(SECTION.substring("waivers:\n".length()) + "\n# the name\nname: x\n")
        .doesNotContain("old");
  }

  @Test
  void saysWhatItCannotAddTo() {
    assertThatThrownBy(() -> ProfileWaivers.in("a: [")).hasMessageContaining("expected a profile");
    assertThatThrownBy(() -> ProfileWaivers.in("{a: b}")).hasMessageContaining("start of a line");
  }

  private static String add(String profile) {
    ProfileWaivers waivers = ProfileWaivers.in(profile);
    return waivers.with(waivers.missing(List.of(NEW), TODAY));
  }
}
