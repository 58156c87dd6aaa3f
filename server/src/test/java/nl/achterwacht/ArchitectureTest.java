package nl.achterwacht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the code to its structure, and each rule to a planted breach. */
class ArchitectureTest {
  private static final String ROOT = "nl.achterwacht";
  private static final String PLANTED = ROOT + ".planted";

  private static final JavaClasses EVERYTHING =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/planted/"))
          .importPackages(ROOT);
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);
  private static final JavaClasses BREACHES = new ClassFileImporter().importPackages(PLANTED);

  @Test
  void modulesUseOnlyThoseBelow() {
    ArchitectureRules.direction(ROOT).check(PRODUCT);
  }

  @Test
  void timeAndChanceComeFromOutside() {
    ArchitectureRules.TIME_AND_CHANCE_COME_FROM_OUTSIDE.check(EVERYTHING);
  }

  @Test
  void namesSaySomething() {
    ArchitectureRules.NAMES_SAY_SOMETHING.check(EVERYTHING);
  }

  @Test
  void nothingIsMocked() {
    ArchitectureRules.NO_MOCKS.check(EVERYTHING);
  }

  @Test
  void theWholeProductIsLookedAt() {
    assertThat(PRODUCT.size()).isGreaterThan(100);
    assertThat(EVERYTHING.size()).isGreaterThan(PRODUCT.size());
  }

  @Test
  void aModuleThatCallsUpIsFound() {
    assertThatThrownBy(() -> ArchitectureRules.direction(PLANTED).check(BREACHES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("CallsUp");
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void aPlantedBreachIsFound(String name) {
    JavaClass breach = BREACHES.get(name);
    assertThatThrownBy(
            () -> {
              var only = new ClassFileImporter().importClasses(breach.reflect());
              ArchitectureRules.TIME_AND_CHANCE_COME_FROM_OUTSIDE.check(only);
              ArchitectureRules.NAMES_SAY_SOMETHING.check(only);
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(breach.getSimpleName());
  }

  static List<String> breaches() {
    return BREACHES.stream()
        .map(JavaClass::getName)
        .filter(name -> name.startsWith(PLANTED + ".Breaches$"))
        .toList();
  }
}
