package io.rhyton.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.StochasticDepth;
import io.rhyton.model.weight.Weights;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

class StochasticDepthTest {
  private static final int SAMPLES = 400;
  private static final int VALUES = 6;

  @Test
  void wholeSamplesAreDroppedAndTheOthersScaled() {
    float[] output = trainingOutput(0);
    int dropped = 0;
    for (int sample = 0; sample < SAMPLES; sample++) {
      float[] values = Arrays.copyOfRange(output, sample * VALUES, (sample + 1) * VALUES);
      assertThat(values).containsOnly(values[0]);
      assertThat(values[0]).isIn(0f, 4f);
      dropped += values[0] == 0 ? 1 : 0;
    }
    // The rate is 3/4, and the standard deviation of this number 9.
    assertThat(dropped).isBetween(270, 330);
  }

  @Test
  void otherSamplesAreDroppedInAnotherStep() {
    assertThat(trainingOutput(1)).isNotEqualTo(trainingOutput(0));
  }

  private static float[] trainingOutput(int step) {
    ModelSpec model = Sequential.image(1, 2, 3).add(StochasticDepth.of(0.75)).build("m");
    float[] ones = new float[SAMPLES * VALUES];
    Arrays.fill(ones, 1);
    return TrainingOutput.of(
        model,
        Weights.builder().build(),
        NdArrays.wrap(Shape.of(SAMPLES, 1, 2, 3), DataBuffers.of(ones)),
        step);
  }
}
