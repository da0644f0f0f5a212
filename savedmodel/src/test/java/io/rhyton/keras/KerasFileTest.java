package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.data.Dataset;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KerasFileTest {
  @TempDir private Path temporary;

  @ParameterizedTest
  @EnumSource
  void modelsSurviveARoundTrip(KerasExample example) {
    Path file = temporary.resolve("model.keras");
    try (Model model = example.compiled()) {
      model.trainOnBatch(example.batch(1));
      KerasFile.write(model, file);

      KerasModel read = KerasFile.read(file);

      assertThat(read.spec()).isEqualTo(model.spec());
      assertThat(read.compileSpec()).contains(model.compileSpec());
      assertThat(read.weights()).contains(model.weights());
      assertThat(read.optimizerState()).contains(model.optimizerState());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aModelThatWasReadResumesTrainingBitForBit(KerasExample example) {
    Path file = temporary.resolve("model.keras");
    try (Model model = example.compiled()) {
      train(model, example, 0, 2);
      KerasFile.write(model, file);
      train(model, example, 2, 5);
      try (Model read = KerasFile.read(file).compile()) {
        train(read, example, 2, 5);
        assertThat(read.weights()).isEqualTo(model.weights());
        assertThat(read.optimizerState()).isEqualTo(model.optimizerState());
      }
    }
  }

  private static void train(Model model, KerasExample example, int from, int to) {
    for (int step = from; step < to; step++) {
      Dataset batch = example.batch(step);
      model.trainOnBatch(batch);
    }
  }

  @Test
  void aModelThatIsNotCompiledKeepsItsWeights() {
    Path file = temporary.resolve("model.keras");
    KerasExample example = KerasExample.EVERY_LAYER;
    Weights weights;
    try (Model model = example.compiled()) {
      weights = model.weights();
    }
    KerasFile.write(example.spec(), weights, file);

    KerasModel read = KerasFile.read(file);

    assertThat(read.spec()).isEqualTo(example.spec());
    assertThat(read.weights()).contains(weights);
    assertThat(read.compileSpec()).isEmpty();
    assertThat(read.optimizerState()).isEmpty();
  }
}
