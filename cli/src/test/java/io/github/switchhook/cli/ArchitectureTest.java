package io.github.switchhook.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the arrows of ARCHITECTURE.md: which package may use which. */
class ArchitectureTest {
  private static final String SWITCHHOOK = "io.github.switchhook.";
  private static final String[] WEB_SOCKET = {
    "org.glassfish..", "jakarta.websocket..", "java.net.http.."
  };

  static final ArchRule SIMULATOR_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage(SWITCHHOOK + "simulator..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              SWITCHHOOK + "conformance..", SWITCHHOOK + "fixtures..", SWITCHHOOK + "cli..");

  static final ArchRule KIT_KNOWS_NO_SIMULATOR =
      noClasses()
          .that()
          .resideInAPackage(SWITCHHOOK + "conformance..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SWITCHHOOK + "simulator..", SWITCHHOOK + "cli..");

  static final ArchRule FIXTURES_KNOW_NOBODY =
      noClasses()
          .that()
          .resideInAPackage(SWITCHHOOK + "fixtures..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.github.switchhook..")
                  .and(resideOutsideOfPackages(SWITCHHOOK + "fixtures..")));

  static final ArchRule CALLS_ARE_A_PURE_MODEL =
      classes()
          .that()
          .resideInAPackage(SWITCHHOOK + "simulator.call..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", SWITCHHOOK + "simulator.call..");

  static final ArchRule SOCKETS_STAY_IN_THEIR_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              SWITCHHOOK + "simulator.transport.tyrus..",
              SWITCHHOOK + "simulator.transport.http..",
              SWITCHHOOK + "conformance.wire..",
              SWITCHHOOK + "conformance.stimulus..",
              SWITCHHOOK + "cli.remote..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(WEB_SOCKET);

  static final ArchRule TWO_CLASSES_OF_THE_KIT_KNOW_TYRUS =
      noClasses()
          .that()
          .resideInAPackage(SWITCHHOOK + "conformance..")
          .and()
          .haveNameNotMatching(".*\\.conformance\\.wire\\.Tyrus(Protocol|Opening)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.glassfish..", "jakarta.websocket..");

  static final ArchRule CUCUMBER_STAYS_IN_THE_KIT =
      noClasses()
          .that()
          .resideOutsideOfPackage(SWITCHHOOK + "conformance..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.cucumber..");

  static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage(SWITCHHOOK + "cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  /** The one place that waits on purpose; it is a parameter itself. */
  private static final String SLEEPER = SWITCHHOOK + "conformance.stimulus.Sleeper";

  static final ArchRule TIME_IDS_AND_CHANCE_ARE_PARAMETERS =
      classes()
          .that()
          .doNotHaveFullyQualifiedName(SLEEPER)
          .should(never(callMethod(System.class, "currentTimeMillis")))
          .andShould(never(callMethod(UUID.class, "randomUUID")))
          .andShould(never(callMethod(Math.class, "random")))
          .andShould(never(callMethod(Thread.class, "sleep", long.class)));

  static final ArchRule SIMULATOR_HAS_NO_CYCLES =
      slices().matching(SWITCHHOOK + "simulator.(**)").should().beFreeOfCycles();

  static final ArchRule CUCUMBER_STAYS_IN_GLUE_AND_RUNNER =
      noClasses()
          .that()
          .resideInAPackage(SWITCHHOOK + "conformance..")
          .and()
          .resideOutsideOfPackages(
              SWITCHHOOK + "conformance.steps..", SWITCHHOOK + "conformance.runner..")
          .and()
          .haveNameNotMatching(".*\\.catalogue\\.Catalogue(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.cucumber..");

  static final ArchRule CUCUMBERS_INSIDES_STAY_IN_THE_RUNNER =
      noClasses()
          .that()
          .resideInAPackage(SWITCHHOOK + "conformance..")
          .and()
          .resideOutsideOfPackage(SWITCHHOOK + "conformance.runner..")
          .and()
          .haveNameNotMatching(".*\\.(catalogue\\.Catalogue|steps\\.GlueObjectFactory)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.cucumber.core..");

  /**
   * The packages of the kit, each with those that it may use, from the bottom to the top; the last
   * one is the root, which is the API.
   */
  private static final String KIT =
      """
      text         :
      files        :
      catalogue    :
      protocol     : text
      profile      : text catalogue protocol
      wire         : text protocol profile
      stimulus     : text protocol profile wire
      match        : text protocol profile
      ladder       : text protocol profile wire match
      scenario     : text catalogue protocol profile match
      session      : text protocol profile wire match
      verdict      : catalogue profile wire match
      report       : text files catalogue protocol profile wire match scenario verdict
      transcript   : text files catalogue protocol profile wire match ladder scenario
      execution    : text catalogue protocol profile wire stimulus match scenario session verdict
      steps        : profile protocol match scenario session verdict execution
      runner       : text catalogue profile wire stimulus scenario session verdict execution steps
      diagnosis    : text catalogue protocol profile wire stimulus match scenario session verdict execution
      conformance  : catalogue profile wire stimulus scenario session verdict execution report runner diagnosis
      """;

  private record Arrow(String from, List<String> to) {
    private static Arrow of(String line) {
      String[] sides = line.split(":", -1);
      return new Arrow(
          sides[0].strip(), Stream.of(sides[1].split(" ")).filter(to -> !to.isEmpty()).toList());
    }

    private static String packages(String name) {
      return SWITCHHOOK + (name.equals("conformance") ? name : "conformance." + name + "..");
    }

    ArchRule rule() {
      return classes()
          .that()
          .resideInAPackage(packages(from))
          .should()
          .onlyDependOnClassesThat(
              resideOutsideOfPackages(SWITCHHOOK + "conformance..")
                  .or(
                      resideInAnyPackage(
                          Stream.concat(Stream.of(from), to.stream())
                              .map(Arrow::packages)
                              .toArray(String[]::new))))
          .as("what " + from + " uses of the kit");
    }

    Stream<Arrow> withoutOne() {
      return to.stream()
          .map(one -> new Arrow(from, to.stream().filter(each -> !each.equals(one)).toList()));
    }

    @Override
    public String toString() {
      return from + " -> " + String.join(", ", to);
    }
  }

  static Stream<Arrow> kit() {
    return KIT.lines().map(Arrow::of);
  }

  static Stream<Arrow> kitWithoutOneArrow() {
    return kit().flatMap(Arrow::withoutOne);
  }

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.switchhook");

  private static final JavaClasses VIOLATIONS =
      new ClassFileImporter()
          .importPackages("io.github.switchhook")
          .that(JavaClass.Predicates.simpleName("ArchitectureViolation"));

  static Stream<Named<ArchRule>> rules() {
    return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
        .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
        .map(
            field -> {
              try {
                return Named.of(field.getName(), (ArchRule) field.get(null));
              } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(OURS);
  }

  /**
   * Shows that each rule can fail: the classes called Culprit, in the test sources of this module,
   * break every one.
   */
  @ParameterizedTest
  @MethodSource("rules")
  void saysNoToAViolation(ArchRule rule) {
    assertThat(rule.evaluate(VIOLATIONS).hasViolation()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("kit")
  void theKitsArrowsGoDown(Arrow arrow) {
    arrow.rule().check(OURS);
  }

  /** Shows that the rule can fail, and that the table has no arrow that nothing uses. */
  @ParameterizedTest
  @MethodSource("kitWithoutOneArrow")
  void theKitNeedsEachOfItsArrows(Arrow arrow) {
    assertThat(arrow.rule().evaluate(OURS).hasViolation()).isTrue();
  }

  @Test
  void aPackageWithoutArrowsUsesNoOther() {
    assertThat(Arrow.of("text :").rule().evaluate(VIOLATIONS).hasViolation()).isTrue();
  }

  @Test
  void thePackagesOfTheKitStandInTheTableInOrder() {
    List<String> order = kit().map(Arrow::from).toList();

    assertThat(kit())
        .allSatisfy(
            arrow ->
                assertThat(order.subList(0, order.indexOf(arrow.from()))).containsAll(arrow.to()));
    assertThat(OURS.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
        .filteredOn(name -> name.startsWith(SWITCHHOOK + "conformance"))
        .extracting(name -> name.replaceFirst(".*\\.conformance\\.?([^.]*).*", "$1"))
        .extracting(name -> name.isEmpty() ? "conformance" : name)
        .contains("text", "conformance")
        .isSubsetOf(order);
  }
}
