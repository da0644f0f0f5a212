package io.rhyton.graph.layer;

import io.rhyton.model.weight.WeightSpec;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A gradient and what it is the gradient of.
 *
 * @param weight the weight
 * @param value the derivative of the loss with respect to it
 */
public record Gradient(WeightSpec weight, Operand<TFloat32> value) {

  /** The same weight's gradient with another value. */
  public Gradient with(Operand<TFloat32> changed) {
    return new Gradient(weight, changed);
  }
}
