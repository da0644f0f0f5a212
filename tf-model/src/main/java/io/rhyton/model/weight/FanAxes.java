package io.rhyton.model.weight;

import io.rhyton.error.Arguments;
import org.tensorflow.ndarray.Shape;

/**
 * An initializer of a kernel with several axes of inputs or of outputs, as attention has it: the
 * rules that scale by fan in and fan out count all of them.
 *
 * <p>Keras has no class for it; it comes from the layer.
 *
 * <p>Source: {@code keras/src/layers/core/einsum_dense.py}, Keras 3.15.
 *
 * @param initializer how the kernel starts
 * @param inputAxes how many of the axes are of inputs, the first ones; the others are of outputs
 */
public record FanAxes(Initializer initializer, int inputAxes) implements Initializer {

  /** Checks the range. */
  public FanAxes {
    Arguments.requirePositive("inputAxes", inputAxes);
  }

  /** The initializer, told which axes are of inputs. */
  public static FanAxes of(Initializer initializer, int inputAxes) {
    return new FanAxes(initializer, inputAxes);
  }

  @Override
  public boolean takes(Shape shape) {
    return initializer.takes(shape);
  }

  @Override
  public <T> T accept(InitializerVisitor<T> visitor) {
    return visitor.fanAxes(this);
  }
}
