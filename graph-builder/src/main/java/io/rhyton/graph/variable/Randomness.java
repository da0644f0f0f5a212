package io.rhyton.graph.variable;

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
   * @param draw which of the draws of this call
   * @param shape how many numbers
   */
  Operand<TFloat32> uniform(
      Ops tf, String layer, @Nullable Long seed, Draw draw, Operand<TInt32> shape);

  /**
   * Normally distributed numbers around 0 with a standard deviation of 1.
   *
   * @param tf where to emit
   * @param layer the name of the layer that asks
   * @param seed the layer's own seed, if it has one
   * @param draw which of the draws of this call
   * @param shape how many numbers
   */
  Operand<TFloat32> normal(
      Ops tf, String layer, @Nullable Long seed, Draw draw, Operand<TInt32> shape);

  /**
   * One of the times that a layer asks for numbers in one call.
   *
   * @param index which, from 0
   * @param count how often it asks
   */
  record Draw(int index, int count) {
    /** The one draw of a layer that asks once. */
    public static final Draw ONLY = new Draw(0, 1);
  }

  /** New numbers at every run, repeatable by nobody; for graphs that count no steps. */
  static Randomness unseeded() {
    return new UnseededRandomness();
  }
}
