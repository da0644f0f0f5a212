package io.rhyton.execution;

import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A consistent view of the weights and the optimizer state of a model, which reads one variable at
 * a time instead of copying all of them; see {@code Model.inspect}.
 *
 * <p>Every method throws {@link IllegalStateException} once {@code inspect} has returned.
 */
public interface ModelValues {

  /** The number of training steps so far. */
  long iteration();

  /** The learning rate of the next step; null if it follows a schedule. */
  @Nullable Float learningRate();

  /** The canonical names of the weights, in the model's order. */
  List<String> weightNames();

  /** The canonical names of the optimizer's slot variables, in Keras's order. */
  List<String> slotNames();

  /**
   * The shape of a weight or slot variable.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  Shape shape(String name);

  /**
   * A copy of the values of a weight or slot variable, in row-major order.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  float[] values(String name);

  /** A copy of all weights. */
  default Weights weights() {
    return copy(weightNames());
  }

  /** A copy of the optimizer state. */
  default OptimizerState optimizerState() {
    return new OptimizerState(iteration(), learningRate(), copy(slotNames()));
  }

  private Weights copy(List<String> names) {
    Weights.Builder copy = Weights.builder();
    names.forEach(name -> copy.add(name, shape(name), values(name)));
    return copy.build();
  }
}
