package io.rhyton.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules for packages in {@code docs/architecture.md}, for all modules. */
class ArchitectureTest {
  private static final int MOST_FILES = 60;
  private static final Path ROOT = Path.of("..");
  private static final Pattern EXPORT = Pattern.compile("\\bexports ([\\w.]+)(;| to\\b)");

  /** The files of each package. */
  private static final Map<String, List<SourceFile>> PACKAGES =
      SourceFile.main().stream()
          .filter(file -> !file.typeName().equals("module-info"))
          .collect(
              Collectors.groupingBy(SourceFile::packageName, TreeMap::new, Collectors.toList()));

  /** The types of the main code, as paths. */
  private static final Set<String> MAIN_TYPES =
      SourceFile.main().stream()
          .map(file -> file.packageName().replace('.', '/') + "/" + file.typeName())
          .collect(Collectors.toSet());

  /** A model contains layers, and a layer can be a model: both packages count as one. */
  private static final class Packages implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return SliceIdentifier.of(name.equals("io.rhyton.model.layer") ? "io.rhyton.model" : name);
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }

  private static JavaClasses classes() {
    return new ClassFileImporter()
        .withImportOption(ArchitectureTest::isMain)
        .importPackages("io.rhyton");
  }

  @Test
  void nativeCodeIsLoadedInOneWay() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.rhyton.runtime")
        .should()
        .callConstructor("org.tensorflow.Graph")
        .orShould()
        .callMethod("org.tensorflow.EagerSession", "create")
        .because("NativeRuntime sets what JavaCPP reads when its first class is loaded")
        .check(classes());
  }

  @Test
  void nativeCodeIsRunInOneWay() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.rhyton.runtime", "io.rhyton.examples..")
        .should()
        .callMethod("org.tensorflow.Session$Runner", "run")
        .orShould()
        .callMethod("org.tensorflow.Session", "run", "java.lang.String")
        .orShould()
        .callMethod("org.tensorflow.Session", "run", "org.tensorflow.op.Op")
        .because("NativeRuntime holds runs back while the JVM ends")
        .check(classes());
  }

  @Test
  void packagesDoNotDependOnEachOther() {
    ArchConfiguration.get().setProperty("cycles.maxNumberOfDependenciesPerEdge", "3");
    JavaClasses classes = classes();
    slices()
        .assignedFrom(new Packages())
        .should()
        .beFreeOfCycles()
        .because("move the type that looks back up to the package that needs it")
        .check(classes);
  }

  /** Whether a class file, in a folder or a jar, is of main code. */
  private static boolean isMain(Location location) {
    String path = location.asURI().toString();
    int start = path.lastIndexOf("io/rhyton/");
    return start >= 0 && MAIN_TYPES.contains(path.substring(start).replaceAll("[$.].*", ""));
  }

  @Test
  void packagesAreSmall() {
    Set<String> large = Set.of("io.rhyton.model.layer", "io.rhyton.keras.codec");
    assertThat(PACKAGES.keySet())
        .filteredOn(name -> !large.contains(name))
        .filteredOn(name -> PACKAGES.get(name).size() > MOST_FILES)
        .as("packages of more than %s files; find the parts of them", MOST_FILES)
        .isEmpty();
  }

  @Test
  void everyPackageIsDescribed() {
    assertThat(PACKAGES.keySet())
        .filteredOn(
            name ->
                PACKAGES.get(name).stream()
                    .noneMatch(
                        file ->
                            file.typeName().equals("package-info")
                                && file.text().startsWith("/**")))
        .as("packages without a package-info.java that begins with Javadoc")
        .isEmpty();
  }

  @Test
  void noTwoPublicTypesShareASimpleName() {
    Map<String, Long> types =
        SourceFile.main().stream()
            .filter(SourceFile::isPublicType)
            .collect(Collectors.groupingBy(SourceFile::typeName, Collectors.counting()));
    assertThat(types.entrySet())
        .filteredOn(type -> type.getValue() > 1)
        .as("names of several public types; rename all but one")
        .isEmpty();
  }

  @Test
  void internalPackagesAreThoseThatNoModuleExportsToAll() throws IOException {
    Set<String> internal = internalPackages();
    Pattern paths = documentedByTypeOnly();
    assertThat(packages(name -> paths.matcher("/" + name.replace('.', '/') + "/").find()))
        .as("packages whose methods need no Javadoc, by .mvn/checkstyle.xml")
        .isEqualTo(internal);
    assertThat(packages(name -> description(name).contains("<p>Internal: exported to")))
        .as("packages with '<p>Internal: exported to …' in their package-info.java")
        .isEqualTo(internal);
    assertThat(packages(name -> description(name).contains("exported to {@code io.rhyton.")))
        .as("packages that are exported to one module, by their package-info.java")
        .isEqualTo(exported("to"));
    String page = Files.readString(ROOT.resolve("docs").resolve("architecture.md"));
    assertThat(packages(name -> page.contains("*`" + name.substring("io.rhyton.".length()) + "`*")))
        .as("packages in italics on docs/architecture.md")
        .isEqualTo(internal);
    assertThat(packages(name -> !page.contains("`" + name.substring("io.rhyton.".length()) + "`")))
        .as("packages that docs/architecture.md does not name")
        .isEmpty();
  }

  /** The packages that module-info.java does not export to all modules. */
  private static Set<String> internalPackages() {
    Set<String> exported = exported(";");
    assertThat(exported).contains("io.rhyton.model", "io.rhyton.training", "io.rhyton.keras");
    return packages(name -> !exported.contains(name));
  }

  /** The packages whose names are followed by this in an export. */
  private static Set<String> exported(String next) {
    return SourceFile.main().stream()
        .filter(file -> file.typeName().equals("module-info"))
        .flatMap(file -> EXPORT.matcher(file.text()).results())
        .filter(export -> export.group(2).strip().equals(next))
        .map(export -> export.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The packages of modules, without those of the examples. */
  private static Set<String> packages(Predicate<String> filter) {
    return PACKAGES.keySet().stream()
        .filter(name -> !name.startsWith("io.rhyton.examples"))
        .filter(filter)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The text of package-info.java, on one line. */
  private static String description(String name) {
    return PACKAGES.get(name).stream()
        .filter(file -> file.typeName().equals("package-info"))
        .map(file -> file.text().replaceAll("\\s*\n \\*\\s*", " "))
        .collect(Collectors.joining());
  }

  /** The suppression that begins with the folder of all packages. */
  private static Pattern documentedByTypeOnly() throws IOException {
    String rules = Files.readString(ROOT.resolve(".mvn").resolve("checkstyle.xml"));
    MatchResult files =
        Pattern.compile("name=\"files\" value=\"([^\"]*rhyton[^\"]*)\"")
            .matcher(rules)
            .results()
            .findFirst()
            .orElseThrow();
    return Pattern.compile(files.group(1));
  }
}
