package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.inference.Predictor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

/**
 * Files of Keras whose inputs have an unknown length or a fixed batch size:
 *
 * <pre>
 * words = keras.Input((None, 3))
 * keras.Model(words, layers.Dense(2)(layers.LSTM(4)(words))).save("any_length/model.keras")
 * keras.Sequential([keras.Input(batch_shape=(8, 4)), layers.Dense(2)]).save("fixed_batch/model.keras")
 * </pre>
 */
class InputSizesTest {
  private static final Path ANY_LENGTH = file("any_length");

  private static Path file(String name) {
    return LegacyCase.resource("/io/rhyton/keras/user/keras-3.15.1/" + name + "/model.keras");
  }

  @Test
  void aLayerThatNeedsALengthIsOpenedWithAGivenLength() {
    float[] words = {
      0.417022f, 0.7203245f, 0.00011437f, 0.30233258f, 0.14675589f, 0.09233859f, 0.18626021f,
      0.34556073f, 0.39676747f, 0.53881675f, 0.41919452f, 0.6852195f, 0.20445225f, 0.87811744f,
      0.02738759f
    };
    try (Predictor predictor = KerasFile.read(ANY_LENGTH, Shape.of(5, 3)).predictor()) {
      // What Keras predicts.
      assertThat(predictor.predict(words))
          .containsExactly(new float[] {0.2018394f, -0.0942915f}, within(1e-6f));
    }
  }

  @Test
  void withoutALengthTheLayerIsRejectedByName() {
    assertThatThrownBy(() -> KerasFile.read(ANY_LENGTH))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("Layer 'lstm' (LSTM): expected a known number of timesteps");
  }

  @Test
  void aGivenShapeMustFitTheInput() {
    assertThatThrownBy(() -> KerasFile.read(ANY_LENGTH, Shape.of(5, 4)))
        .hasMessageContaining("expected input of [?, 3], got [5, 4]");
    assertThatThrownBy(() -> KerasFile.read(ANY_LENGTH, Shape.of(5, 3), Shape.of(5, 3)))
        .hasMessageContaining("expected a shape for each of the inputs [input_layer], got 2");
  }

  @Test
  void aFixedBatchSizeIsIgnored() {
    try (Predictor predictor = KerasFile.read(file("fixed_batch")).predictor()) {
      assertThat(predictor.inputShape().get(0)).isEqualTo(-1);
      assertThat(predictor.predict(new float[] {0, 1, 2, 3}))
          .containsExactly(new float[] {3.0176444f, 3.6162202f}, within(1e-5f));
    }
  }
}
