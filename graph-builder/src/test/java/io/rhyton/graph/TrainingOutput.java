package io.rhyton.graph;

import io.rhyton.graph.layer.ForwardPass;
import io.rhyton.graph.variable.Seeds;
import io.rhyton.graph.variable.SteppedRandomness;
import io.rhyton.graph.variable.Variables;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.weight.Weights;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The output of a model in training mode, which the public API does not expose. */
public final class TrainingOutput {
  private TrainingOutput() {}

  /**
   * Returns the values of the output.
   *
   * @param step the number of completed steps
   */
  public static float[] of(ModelSpec spec, Weights weights, FloatNdArray inputs, long step) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      ForwardPass pass =
          ForwardPass.training(
              tf,
              spec.resolve(),
              new Constants(tf, weights),
              List.of(tf.constant(inputs)),
              new SteppedRandomness(new Seeds(0), tf.constant(step)));
      try (Session session = new Session(graph);
          Result result = session.runner().fetch(pass.prediction().output()).run()) {
        TFloat32 output = (TFloat32) result.get(0);
        float[] values = new float[(int) output.size()];
        output.asRawTensor().data().asFloats().read(values);
        return values;
      }
    }
  }

  public record Constants(Ops tf, Weights weights) implements Variables {
    @Override
    public Operand<TFloat32> read(String name) {
      return tf.constant(weights.get(name));
    }

    @Override
    public Op assign(Ops scope, String name, Operand<TFloat32> value) {
      return scope.noOp();
    }
  }
}
