package dev.memenem;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may import whom, as the root package's page says. */
class ArchitectureTest {
  private static final String ROOT = "dev.memenem";

  /** From top to bottom; those of one row may know each other, but not in a circle. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("cli"),
          Set.of("view"),
          Set.of("batch"),
          Set.of("store"),
          Set.of("job"),
          Set.of("caption", "picture"),
          Set.of("virality", "template"),
          Set.of("cache", "pace", "http"),
          Set.of("config"),
          Set.of("json"));

  /** Interfaces that stand for something outside, or for somebody who listens. */
  private static final Set<String> PORTS =
      Set.of(
          "batch.BatchListener",
          "batch.CaptionWriter",
          "batch.Illustrator",
          "batch.TemplateChoice",
          "batch.WorkerLauncher",
          "cache.Cache",
          "caption.CaptionProvider",
          "cli.Services",
          "http.Http",
          "job.JobStore",
          "pace.Pacer",
          "pace.Sleeper",
          "store.Store",
          "template.TemplateSource");

  /** Packages of a technology, and the only places that may touch it. */
  private static final Map<String, Set<String>> TECHNOLOGIES =
      Map.ofEntries(
          Map.entry("picocli", Set.of("cli", "")),
          Map.entry("com.fasterxml.jackson.core", Set.of("json")),
          Map.entry(
              "com.fasterxml.jackson.databind",
              Set.of("caption.gemini", "caption.openai", "template.imgflip", "template.reddit")),
          Map.entry("java.sql", Set.of("store.sqlite")),
          Map.entry("org.sqlite", Set.of("store.sqlite")),
          Map.entry("com.mongodb", Set.of("store.mongo")),
          Map.entry("org.bson", Set.of("store.mongo")),
          Map.entry("org.jsoup", Set.of("template.knowyourmeme")),
          Map.entry("org.jline", Set.of("view")),
          Map.entry("java.awt", Set.of("picture")),
          Map.entry("javax.imageio", Set.of("picture")),
          Map.entry("java.net.http", Set.of("http.jdk")));

  /**
   * What the outside world and the clock are reached by; {@code Main} and {@code App} alone may.
   */
  private static final Set<String> AMBIENT =
      Set.of(
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.System.in",
          "java.lang.System.exit",
          "java.lang.System.getenv",
          "java.lang.System.currentTimeMillis",
          "java.lang.Runtime.exit",
          "java.lang.Thread.sleep",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.util.concurrent.TimeUnit.sleep");

  private static JavaClasses classes;

  @BeforeAll
  static void readAllClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    assertThat(classes).hasSizeGreaterThan(40);
  }

  @Test
  void everyPackageHasItsFloor() {
    Set<String> homeless = new TreeSet<>();
    for (JavaClass each : classes) {
      if (!place(each).isEmpty() && floor(each) < 0) {
        homeless.add(each.getPackageName());
      }
    }
    assertThat(homeless).isEmpty();
  }

  @Test
  void importsOnlyPointDown() {
    assertThat(
            violations(
                dependency ->
                    !isAdapter(dependency.getTargetClass())
                        && floor(dependency.getOriginClass()) > floor(dependency.getTargetClass())))
        .isEmpty();
  }

  @Test
  void nothingGoesInACircle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void onlyTheCompositionRootKnowsAdapters() {
    assertThat(
            violations(
                dependency ->
                    isAdapter(dependency.getTargetClass())
                        && !isRoot(dependency.getOriginClass())
                        && !place(dependency.getOriginClass())
                            .equals(place(dependency.getTargetClass()))))
        .isEmpty();
  }

  @Test
  void nobodyKnowsTheCompositionRoot() {
    assertThat(
            violations(
                dependency ->
                    isRoot(dependency.getTargetClass()) && !isRoot(dependency.getOriginClass())))
        .isEmpty();
  }

  @Test
  void eachTechnologyStaysInItsPlace() {
    List<String> found = new ArrayList<>();
    TECHNOLOGIES.forEach(
        (technology, places) -> {
          for (JavaClass each : classes) {
            if (!places.contains(place(each))) {
              each.getDirectDependenciesFromSelf().stream()
                  .filter(dependency -> isOf(technology, dependency.getTargetClass()))
                  .map(Dependency::getDescription)
                  .forEach(found::add);
            }
          }
        });
    assertThat(found).isEmpty();
  }

  @Test
  void streamsEnvironmentAndClockBelongToTheCompositionRoot() {
    assertThat(
            classes.stream()
                .filter(each -> !isRoot(each))
                .flatMap(each -> each.getAccessesFromSelf().stream())
                .filter(access -> AMBIENT.contains(target(access)))
                .map(JavaAccess::getDescription))
        .isEmpty();
  }

  @Test
  void anInterfaceIsAPortOrHasTwoImplementations() {
    assertThat(
            classes.stream()
                .filter(JavaClass::isInterface)
                .filter(each -> !each.isAnnotation() && each.getEnclosingClass().isEmpty())
                .filter(each -> !each.getSimpleName().equals("package-info"))
                .filter(each -> !PORTS.contains(each.getName().substring(ROOT.length() + 1)))
                .filter(each -> implementations(each) < 2)
                .map(JavaClass::getName))
        .isEmpty();
  }

  @Test
  void everyPortIsThere() {
    assertThat(PORTS).allMatch(port -> classes.contain(ROOT + "." + port));
  }

  @Test
  void namesAreNounsOfTheUsersWorld() {
    assertThat(
            classes.stream()
                .map(JavaClass::getSimpleName)
                .filter(
                    name ->
                        Stream.of("Util", "Utils", "Manager", "Helper", "Impl", "Base")
                            .anyMatch(name::endsWith)))
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> packages = new TreeSet<>();
    classes.forEach(each -> packages.add(each.getPackageName()));
    assertThat(packages)
        .allSatisfy(
            each ->
                assertThat(
                        java.nio.file.Path.of(
                            "src/main/java", each.replace('.', '/'), "package-info.java"))
                    .exists());
  }

  private static List<String> violations(Predicate<Dependency> forbidden) {
    return classes.stream()
        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> isOf(ROOT, dependency.getTargetClass()))
        .filter(forbidden)
        .map(Dependency::getDescription)
        .sorted()
        .toList();
  }

  /** Where a class lives below our root: {@code "store.sqlite"}; empty for the root itself. */
  private static String place(JavaClass each) {
    String name = each.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }

  private static boolean isRoot(JavaClass each) {
    return place(each).isEmpty();
  }

  private static boolean isAdapter(JavaClass each) {
    return place(each).contains(".");
  }

  /** 0 at the top; the root stands above all. */
  private static int floor(JavaClass each) {
    if (isRoot(each)) {
      return -1;
    }
    String first = Arrays.asList(place(each).split("\\.")).get(0);
    for (int i = 0; i < FLOORS.size(); i++) {
      if (FLOORS.get(i).contains(first)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOf(String technology, JavaClass each) {
    String name = each.getBaseComponentType().getPackageName();
    return name.equals(technology) || name.startsWith(technology + ".");
  }

  private static long implementations(JavaClass type) {
    return type.getAllSubclasses().stream()
        .filter(each -> !each.getModifiers().contains(JavaModifier.ABSTRACT))
        .count();
  }

  private static String target(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }
}
