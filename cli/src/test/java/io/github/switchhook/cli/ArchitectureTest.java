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
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of ARCHITECTURE.md. */
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

  /** The one place where somebody waits on purpose; it is a parameter itself. */
  private static final String SLEEPER = SWITCHHOOK + "conformance.stimulus.Waiting";

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

  static final ArchRule KIT_HAS_NO_CYCLES =
      slices().matching(SWITCHHOOK + "conformance.(*)..").should().beFreeOfCycles();

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.switchhook");

  private static final JavaClasses CULPRITS =
      new ClassFileImporter()
          .importPackages("io.github.switchhook")
          .that(JavaClass.Predicates.simpleName("Culprit"));

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

  /** The classes called Culprit, in the test sources of this module, break every rule there is. */
  @ParameterizedTest
  @MethodSource("rules")
  void saysNoToACulprit(ArchRule rule) {
    assertThat(rule.evaluate(CULPRITS).hasViolation()).isTrue();
  }
}
