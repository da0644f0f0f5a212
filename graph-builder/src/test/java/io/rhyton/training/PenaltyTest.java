package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.data.Dataset;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.Weights;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

/** The gradients of a weight from its own penalty, its layer's output penalty, and the loss. */
class PenaltyTest {

  /** Gradients from the ReLU on: TensorFlow drops one of them if all are requested at once. */
  @Test
  void allGradientsOfAWeightBeforeAReluAreSummed() {
    Dense dense =
        Dense.of(1).useBias(false).kernelRegularizer(L2.of(0.5)).activityRegularizer(L2.of(0.25));
    ModelSpec spec = Sequential.vector(1).add("dense", dense).add(ReLU.of()).build("penalties");
    CompileSpec compileSpec = CompileSpec.of(SGD.of(0.5), MeanSquaredError.of());
    try (Model model = Model.compile(spec, compileSpec)) {
      float[] kernel = {2};
      model.loadWeights(Weights.builder().add("dense/kernel", Shape.of(1, 1), kernel).build());
      Dataset batch =
          Dataset.zip(
              Dataset.samples(Shape.of(1), new float[] {3}),
              Dataset.targets(Shape.of(1), new float[] {5}));
      // The output is 6: 1 from the loss, 0.5 · 2² from the kernel, 0.25 · 6² from the output.
      assertThat(model.trainOnBatch(batch).loss()).isEqualTo(1 + 2 + 9);
      // 2 · 1 · 3, 2 · 0.5 · 2 and 2 · 0.25 · 6 · 3.
      assertThat(model.weights().values("dense/kernel")).containsExactly(2 - 0.5f * (6 + 2 + 9));
    }
  }
}
