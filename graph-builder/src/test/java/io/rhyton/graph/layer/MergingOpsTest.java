package io.rhyton.graph.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.graph.TrainingOutput;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.Maximum;
import io.rhyton.model.layer.Minimum;
import io.rhyton.model.weight.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class MergingOpsTest {

  /**
   * As in TensorFlow for Python; no golden case covers it, because layers hardly ever return
   * exactly equal values.
   */
  @Test
  void theFirstOfEqualInputsGetsTheGradient() {
    assertThat(gradients(Maximum.of())).containsExactly(0, 1, 1, 1, 0, 0);
    assertThat(gradients(Minimum.of())).containsExactly(1, 1, 0, 0, 0, 1);
  }

  /**
   * The gradients with respect to the first and then the second input, where the first is less,
   * equal and greater.
   */
  private static float[] gradients(Layer layer) {
    ModelSpec model =
        new ModelSpec(
            "model",
            ModelType.FUNCTIONAL,
            List.of(
                LayerSpec.of("x", InputLayer.vector(3)),
                LayerSpec.of("y", InputLayer.vector(3)),
                LayerSpec.of("layer", layer, "x", "y")),
            List.of("x", "y"),
            List.of(LayerOutput.of("layer")));
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> x = tf.constant(new float[][] {{1, 2, 3}});
      Operand<TFloat32> y = tf.constant(new float[][] {{2, 2, 2}});
      Operand<TFloat32> output =
          ForwardPass.inference(
                  tf,
                  model.resolve(),
                  new TrainingOutput.Constants(tf, Weights.builder().build()),
                  List.of(x, y))
              .prediction()
              .output();
      Operand<TFloat32> both =
          tf.concat(
              List.of(
                  tf.gradients(output, List.of(x, y)).<TFloat32>dy(0),
                  tf.gradients(output, List.of(x, y)).<TFloat32>dy(1)),
              tf.constant(1));
      try (Session session = new Session(graph);
          Result result = session.runner().fetch(both).run()) {
        TFloat32 tensor = (TFloat32) result.get(0);
        float[] values = new float[6];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
      }
    }
  }
}
