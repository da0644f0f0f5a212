package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.python.ArrayValues;
import io.rhyton.training.Model;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole models and weights saved by every Keras, compared with the results in Keras. */
class LegacyFilesTest {
  private static final float CLOSE = 1e-5f;

  static Stream<Arguments> wholeModels() {
    List<Arguments> files = new ArrayList<>();
    for (String version : List.of("keras-3.15.1", "keras-3.3.3", "tf-keras-2.21.0")) {
      for (String name : List.of("chain", "chain-convolutions", "nested")) {
        files.add(Arguments.of(new LegacyCase(version, name), ".h5"));
        files.add(Arguments.of(new LegacyCase(version, name), ".keras"));
      }
    }
    for (String name :
        List.of(
            "chain",
            "chain-convolutions",
            "nested",
            "chain-old-optimizer",
            "nested-old-optimizer")) {
      files.add(Arguments.of(new LegacyCase("tf-keras-2.21.0", name), ""));
    }
    for (String name : List.of("chain-old-optimizer", "nested-old-optimizer")) {
      files.add(Arguments.of(new LegacyCase("tf-keras-2.21.0", name), ".h5"));
    }
    return files.stream();
  }

  @ParameterizedTest
  @MethodSource("wholeModels")
  void aModelPredictsAndTrainsFurtherAsInKeras(LegacyCase example, String ending) {
    KerasModel read = KerasFile.read(example.file(ending));

    assertThat(read.kerasVersion().orElseThrow()).startsWith(number(example.version()));
    assertThat(read.compileProblems()).isEmpty();
    assertThat(read.optimizerState().orElseThrow().iteration()).isEqualTo(LegacyCase.STEPS);
    try (Model model = read.compile()) {
      assertClose(ArrayValues.of(model.predict(example.batch())), example.outputs());

      model.trainOnBatch(example.batch());

      float[][] after = example.after();
      List<WeightSpec> trainable =
          model.spec().resolve().weights().stream().filter(WeightSpec::trainable).toList();
      assertThat(trainable).hasSameSizeAs(after);
      for (int i = 0; i < after.length; i++) {
        assertClose(model.weights().values(trainable.get(i).name()), after[i]);
      }
    }
  }

  private static String number(String version) {
    return version.substring(version.lastIndexOf('-') + 1);
  }

  @ParameterizedTest
  @MethodSource("wholeModels")
  void everyFormatContainsTheSameModel(LegacyCase example, String ending) {
    KerasModel legacy = KerasFile.read(example.file(".h5"));
    KerasModel read = KerasFile.read(example.file(ending));

    assertThat(read.spec()).isEqualTo(legacy.spec());
    assertThat(read.compileSpec()).isEqualTo(legacy.compileSpec());
    assertThat(read.weights()).isEqualTo(legacy.weights());
    assertThat(read.optimizerState()).isEqualTo(legacy.optimizerState());
  }

  @ParameterizedTest
  @CsvSource({
    "keras-3.15.1, chain, .weights.h5",
    "keras-3.15.1, chain, .keras",
    "keras-3.15.1, chain-convolutions, .weights.h5",
    "keras-3.15.1, nested, .weights.h5",
    "keras-3.15.1, nested, -weights-only.h5",
    "keras-3.15.1, nested, .h5",
    "keras-3.3.3, chain, .weights.h5",
    "keras-3.3.3, nested, -weights-only.h5",
    "keras-3.3.3, nested, .keras",
    "tf-keras-2.21.0, chain, .weights.h5",
    "tf-keras-2.21.0, chain-convolutions, .weights.h5",
    "tf-keras-2.21.0, nested, .weights.h5",
    "tf-keras-2.21.0, nested, -weights-only.h5",
    "tf-keras-2.21.0, nested, .keras",
  })
  void weightsAreReadForAModel(String version, String name, String ending) {
    LegacyCase example = new LegacyCase(version, name);
    KerasModel whole = KerasFile.read(example.file(".h5"));

    assertThat(KerasWeights.read(whole.spec(), example.file(ending)))
        .isEqualTo(whole.weights().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "keras-3.15.1, chain, .weights.h5, true",
    "keras-3.15.1, nested, .weights.h5, true",
    "keras-3.15.1, nested, .keras, true",
    "keras-3.15.1, nested, .h5, true",
    "keras-3.15.1, nested, -weights-only.h5, false",
    "keras-3.3.3, nested, .weights.h5, true",
    "tf-keras-2.21.0, nested, .weights.h5, true",
    "tf-keras-2.21.0, nested, -weights-only.h5, false",
    "tf-keras-2.21.0, chain-old-optimizer, .h5, true",
  })
  void weightsAreLoadedIntoAModel(
      String version, String name, String ending, boolean hasOptimizer) {
    LegacyCase example = new LegacyCase(version, name);
    Path file = example.file(ending);
    KerasModel whole = KerasFile.read(example.file(".h5"));
    try (Model model = Model.compile(whole.spec(), whole.compileSpec().orElseThrow())) {
      OptimizerState before = model.optimizerState();

      LoadedWeights loaded = KerasWeights.load(model, file);

      assertThat(loaded.skipped()).isEmpty();
      assertThat(loaded.optimizerState()).isEqualTo(hasOptimizer);
      assertThat(model.weights()).isEqualTo(whole.weights().orElseThrow());
      assertThat(model.optimizerState())
          .isEqualTo(hasOptimizer ? whole.optimizerState().orElseThrow() : before);
      assertClose(ArrayValues.of(model.predict(example.batch())), example.outputs());
    }
  }

  @ParameterizedTest
  @CsvSource({"keras-2-saved", "keras-2-saved-legacy"})
  void theSmallestSavedModelIsRead(String name) {
    KerasModel read = KerasFile.read(LegacyCase.resource("/io/rhyton/savedmodel/" + name));
    ModelSpec spec = read.spec();
    Weights weights = read.weights().orElseThrow();

    assertThat(spec.name().toLowerCase(Locale.ROOT)).isEqualTo("small");
    assertThat(weights.names()).containsExactly("only/kernel", "only/bias");
    assertThat(weights.values("only/bias")).containsExactly(1);
    assertThat(read.optimizerState().orElseThrow().iteration()).isEqualTo(1);
    assertThat(read.optimizerState().orElseThrow().learningRate()).isEqualTo(0.5f);
  }

  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(CLOSE));
    }
  }
}
