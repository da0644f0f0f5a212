package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rhyton.execution.DTypePolicy;
import io.rhyton.execution.Execution;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.python.ArrayValues;
import io.rhyton.training.Model;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that Keras trained in mixed float16, with a {@code LossScaleOptimizer}. */
class MixedPrecisionFilesTest {
  private static final LegacyCase MIXED = new LegacyCase("keras-3.15.1", "mixed");
  private static final float CLOSE = 2e-3f;
  private static final Execution FLOAT16 =
      Execution.defaults().dtypePolicy(DTypePolicy.MIXED_FLOAT16);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {".keras", ".h5"})
  void itPredictsInEachPrecision(String ending) {
    KerasModel read = KerasFile.read(MIXED.file(ending));
    assertThat(read.compileProblems()).isEmpty();
    assertThat(read.compileSpec().orElseThrow().optimizer()).isEqualTo(SGD.of(0.1).momentum(0.9));
    try (Model exact = read.compile();
        Model half = read.compile(FLOAT16)) {
      assertClose(ArrayValues.of(exact.predict(MIXED.batch())), MIXED.outputs());
      assertClose(ArrayValues.of(half.predict(MIXED.batch())), MIXED.outputs());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".keras", ".h5"})
  void itResumesTrainingWithItsLossScale(String ending) {
    KerasModel read = KerasFile.read(MIXED.file(ending));
    OptimizerState state = read.optimizerState().orElseThrow();
    assertThat(state.iteration()).isBetween(1L, LegacyCase.STEPS - 1L);
    try (Model model = read.compile(FLOAT16)) {
      assertThat(model.optimizerState()).isEqualTo(state);
      model.trainOnBatch(MIXED.batch());
      assertThat(model.optimizerState().iteration()).isEqualTo(state.iteration() + 1);
      List<String> weights = model.weights().names();
      float[][] after = MIXED.after();
      assertThat(weights).hasSameSizeAs(after);
      for (int i = 0; i < after.length; i++) {
        assertClose(model.weights().values(weights.get(i)), after[i]);
      }
    }
  }

  @Test
  void itsStateIsLoadedInFloat32AndWrittenWithoutTheLossScale() {
    KerasModel read = KerasFile.read(MIXED.file(".keras"));
    OptimizerState state = read.optimizerState().orElseThrow();
    Path file = folder.resolve("again.keras");
    try (Model exact = read.compile();
        Model half = read.compile(FLOAT16)) {
      assertThat(exact.optimizerState().iteration()).isEqualTo(state.iteration());
      KerasFile.write(half, file);
      assertThat(KerasFile.read(file).optimizerState()).contains(exact.optimizerState());
    }
    KerasFile.write(read, file);
    try (Model again = KerasFile.read(file).compile();
        Model exact = read.compile()) {
      assertThat(again.optimizerState()).isEqualTo(exact.optimizerState());
    }
  }

  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(CLOSE));
    }
  }
}
