package io.rhyton.model.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rhyton.model.weight.Weights;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class OptimizerStateTest {
  private static final Weights NONE = Weights.builder().build();

  @Test
  void aNegativeIterationIsRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OptimizerState(-1, 0.5f, NONE))
        .withMessage("iteration must be >= 0, got -1");
  }

  @Test
  void anInvalidLearningRateIsRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OptimizerState(0, -0.5f, NONE))
        .withMessage("learningRate must be >= 0 and finite, got -0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OptimizerState(0, Float.NaN, NONE))
        .withMessage("learningRate must be >= 0 and finite, got NaN");
  }

  @Test
  void statesAreEqualIfAllValuesAreEqual() {
    assertThat(state(2)).isEqualTo(state(2)).isNotEqualTo(state(3));
  }

  private static OptimizerState state(float value) {
    Weights slots =
        Weights.builder().add("dense/bias/momentum", Shape.of(1), new float[] {value}).build();
    return new OptimizerState(7, 0.5f, slots);
  }
}
