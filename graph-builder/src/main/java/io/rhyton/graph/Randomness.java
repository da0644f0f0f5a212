package io.rhyton.graph;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Where random layers take their numbers from. */
public interface Randomness {

  /**
   * Uniform numbers in [0, 1).
   *
   * @param tf where to emit
   * @param layer the name of the layer that asks
   * @param seed the layer's own seed, if it has one
   * @param shape how many numbers
   */
  Operand<TFloat32> uniform(Ops tf, String layer, @Nullable Long seed, Operand<TInt32> shape);

  /**
   * Normally distributed numbers around 0 with a standard deviation of 1.
   *
   * @param tf where to emit
   * @param layer the name of the layer that asks
   * @param seed the layer's own seed, if it has one
   * @param shape how many numbers
   */
  Operand<TFloat32> normal(Ops tf, String layer, @Nullable Long seed, Operand<TInt32> shape);

  /** New numbers at every run, repeatable by nobody; for graphs that count no steps. */
  static Randomness unseeded() {
    return new UnseededRandomness();
  }
}
