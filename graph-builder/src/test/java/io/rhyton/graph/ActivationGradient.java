package io.rhyton.graph;

import io.rhyton.graph.layer.ForwardPass;
import io.rhyton.graph.variable.Randomness;
import io.rhyton.graph.variable.Variables;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The values and the gradient of an activation function at given inputs.
 *
 * @param trained the values in training mode
 * @param predicted the values in inference mode
 * @param slopes the gradient of a weighted sum of the values with respect to the inputs
 */
public record ActivationGradient(
    FloatNdArray trained, FloatNdArray predicted, FloatNdArray slopes) {

  /**
   * Computes the function.
   *
   * @param function the activation function
   * @param inputs the inputs, {@code [batch, width]}
   * @param shares the weight of each value in the sum
   */
  public static ActivationGradient of(
      ActivationFunction function, FloatNdArray inputs, FloatNdArray shares) {
    ResolvedModel model =
        Sequential.vector((int) inputs.shape().get(1))
            .add(Activation.of(function))
            .build("function")
            .resolve();
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> x = tf.constant(inputs);
      Variables none = new NoVariables();
      ForwardPass inference = ForwardPass.inference(tf, model, none, List.of(x));
      ForwardPass training =
          ForwardPass.training(tf, model, none, List.of(x), Randomness.unseeded());
      Operand<TFloat32> trained = training.prediction().output();
      Operand<TFloat32> sum =
          tf.reduceSum(tf.math.mul(trained, tf.constant(shares)), tf.constant(new int[] {0, 1}));
      try (Session session = new Session(graph);
          Result result =
              session
                  .runner()
                  .fetch(tf.identity(trained))
                  .fetch(tf.identity(inference.prediction().output()))
                  .fetch(tf.gradients(sum, List.of(x)).dy(0))
                  .run()) {
        return new ActivationGradient(values(result, 0), values(result, 1), values(result, 2));
      }
    }
  }

  private static FloatNdArray values(Result result, int index) {
    FloatNdArray values = NdArrays.ofFloats(result.get(index).shape());
    ((TFloat32) result.get(index)).copyTo(values);
    return values;
  }

  private static final class NoVariables implements Variables {
    @Override
    public Operand<TFloat32> read(String name) {
      throw new IllegalStateException("no variable '" + name + "'");
    }

    @Override
    public Op assign(Ops tf, String name, Operand<TFloat32> value) {
      throw new IllegalStateException("no variable '" + name + "'");
    }
  }
}
