package io.rhyton.examples.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.callback.Callback;
import io.rhyton.data.Dataset;
import io.rhyton.keras.KerasFile;
import io.rhyton.model.ModelSpec;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every public constructor and method of the exported packages, found by reflection, with each
 * argument in turn null or an edge of its type, and samples for the others.
 */
class PublicArgumentsTest {
  /** Called by Rhyton's modules only, with arguments that NullAway checks. */
  private static final Set<String> INTERNAL =
      Set.of("io.rhyton.error", "io.rhyton.model.layer.geometry");

  /** Types without a sample: Rhyton creates them, from downloaded files or files of Keras 2. */
  private static final Set<String> NO_SAMPLE =
      Set.of("Fingerprint", "ImageNetClasses", "KerasSavedModel");

  /** Methods whose contract is an index within bounds. */
  private static final Set<String> OF_INDICES =
      Set.of(
          "Column.values(int)",
          "ConfusionMatrix.count(int, int)",
          "ConfusionMatrix.support(int)",
          "LabelColumn.classIndex(int)",
          "LabelColumn.copyClassIndices(int, long[], int)",
          "LabelColumn.copyWeights(int, float[], int)");

  @TempDir private static Path folder;

  private static SampleValues values;

  @BeforeAll
  static void makeSamples() {
    values = new SampleValues(folder);
  }

  @AfterAll
  static void closeSamples() {
    values.close();
  }

  @ParameterizedTest
  @ValueSource(classes = {ModelSpec.class, Dataset.class, KerasFile.class})
  void nullIsRefusedWithTheNameOfItsParameter(Class<?> anyOfModule) throws IOException {
    List<String> problems = new ArrayList<>();
    for (Executable each : entryPoints(anyOfModule)) {
      check(each).map(ArgumentCheck::nullProblems).ifPresent(problems::addAll);
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(classes = {ModelSpec.class, Dataset.class, KerasFile.class})
  void edgesAreAcceptedOrRefusedInALine(Class<?> anyOfModule) throws IOException {
    List<String> problems = new ArrayList<>();
    for (Executable each : entryPoints(anyOfModule)) {
      boolean ofIndices = OF_INDICES.contains(PublicApi.text(each));
      check(each).map(check -> check.edgeProblems(ofIndices)).ifPresent(problems::addAll);
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(classes = {ModelSpec.class, Dataset.class, KerasFile.class})
  void everyOtherTypeHasASample(Class<?> anyOfModule) throws IOException {
    assertThat(entryPoints(anyOfModule))
        .hasSizeGreaterThan(50)
        .filteredOn(each -> check(each).isEmpty())
        .allSatisfy(
            each ->
                assertThat(
                        Arrays.stream(each.getParameterTypes())
                                .map(Class::getSimpleName)
                                .anyMatch(NO_SAMPLE::contains)
                            || NO_SAMPLE.contains(each.getDeclaringClass().getSimpleName()))
                    .as(PublicApi.text(each))
                    .isTrue());
  }

  private static Optional<ArgumentCheck> check(Executable executable) {
    return ArgumentCheck.of(executable, values.samples());
  }

  private static List<Executable> entryPoints(Class<?> anyOfModule) throws IOException {
    return PublicApi.types(anyOfModule).stream()
        .filter(type -> !INTERNAL.contains(type.getPackageName()))
        // Exceptions and callbacks are for users to create and to implement.
        .filter(type -> !Throwable.class.isAssignableFrom(type) && type != Callback.class)
        .flatMap(type -> PublicApi.entryPoints(type).stream())
        .toList();
  }
}
