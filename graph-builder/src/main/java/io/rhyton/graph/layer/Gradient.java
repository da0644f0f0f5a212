package io.rhyton.graph.layer;

import io.rhyton.model.weight.WeightSpec;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The gradient of the loss with respect to a weight.
 *
 * @param weight the weight
 * @param value the value of the gradient
 */
public record Gradient(WeightSpec weight, Operand<TFloat32> value) {

  /** Returns the gradient of the same weight with another value. */
  public Gradient with(Operand<TFloat32> changed) {
    return new Gradient(weight, changed);
  }
}
