package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.inference.Predictor;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.python.ArrayValues;
import io.rhyton.training.Model;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

/** Files in which every weight could stand in the place of another, as all shapes are equal. */
class WeightOrderTest {
  private static final float CLOSE = 1e-5f;

  private static Path file(String version, String name) {
    return LegacyCase.resource("orders/" + version + "/" + name);
  }

  @ParameterizedTest
  @CsvSource({
    "keras-3.15.1, refrozen",
    "keras-3.15.1, partly",
    "keras-3.15.1, deep",
    "keras-3.15.1, wrapped",
    "keras-3.15.1, read_again",
    "keras-3.15.1, branches",
    "keras-3.15.1, trained_otherwise",
    "tf-keras-2.21.0, refrozen",
    "tf-keras-2.21.0, partly",
    "tf-keras-2.21.0, deep",
    "tf-keras-2.21.0, wrapped",
    "tf-keras-2.21.0, branches",
    "tf-keras-2.21.0, trained_otherwise",
  })
  void aModelPredictsAsInKeras(String version, String name) {
    JsonNode expected = GoldenConfigs.tree("orders/" + version + "/" + name + ".json");
    try (Predictor predictor = KerasFile.read(file(version, name + ".h5")).predictor()) {
      float[] outputs = LegacyCase.numbers(expected.get("outputs"));
      float[] inputs = LegacyCase.numbers(expected.get("inputs"));
      Shape sample = predictor.inputShape().tail();
      Shape batch = Shape.of(inputs.length / sample.size()).append(sample);

      float[] actual =
          ArrayValues.of(
              predictor.predict(NdArrays.wrap(batch, DataBuffers.of(inputs, true, false))));

      assertThat(actual).hasSameSizeAs(outputs);
      for (int i = 0; i < outputs.length; i++) {
        assertThat(actual[i]).isCloseTo(outputs[i], within(CLOSE));
      }
    }
  }

  /** Which layers are frozen in Java has nothing to do with the order in the file. */
  @ParameterizedTest
  @CsvSource({
    "keras-3.15.1, refrozen",
    "keras-3.15.1, deep",
    "tf-keras-2.21.0, refrozen",
    "tf-keras-2.21.0, deep",
  })
  void weightsAreMatchedWhicheverLayersAreFrozen(String version, String name) {
    KerasModel whole = KerasFile.read(file(version, name + ".h5"));
    Path weights = file(version, name + "-weights-only.h5");
    String inner = name.equals("deep") ? "middle" : "features";

    for (ModelSpec spec :
        new ModelSpec[] {
          whole.spec(), whole.spec().unfreeze(), whole.spec().freeze(), whole.spec().freeze(inner)
        }) {
      assertThat(KerasWeights.read(spec, weights)).isEqualTo(whole.weights().orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"keras-3.15.1", "tf-keras-2.21.0"})
  void theStateBelongsToTheTrainableWeights(String version) {
    KerasModel trained = KerasFile.read(file(version, "trained.h5"));
    Weights slots = trained.optimizerState().orElseThrow().slots();

    assertThat(slots.names()).contains("features/one/kernel/momentum", "head/kernel/momentum");
    assertThat(KerasFile.read(file(version, "trained_otherwise.h5")).optimizerState()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"keras-3.15.1", "tf-keras-2.21.0"})
  void theStateOfOtherWeightsIsNotLoaded(String version) {
    Path file = file(version, "trained_otherwise.h5");
    KerasModel trained = KerasFile.read(file);
    ModelSpec same = trained.spec().unfreeze().freeze("features/two");
    try (Model asTrained = Model.compile(same, trained.compileSpec().orElseThrow());
        Model otherwise = Model.compile(trained.spec(), trained.compileSpec().orElseThrow())) {
      assertThat(KerasWeights.load(asTrained, file).optimizerState()).isTrue();
      assertThat(KerasWeights.load(otherwise, file).optimizerState()).isFalse();
      assertThat(otherwise.weights()).isEqualTo(asTrained.weights());
    }
  }
}
