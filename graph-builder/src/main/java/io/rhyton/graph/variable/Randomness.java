package io.rhyton.graph.variable;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The source of random numbers for random layers. */
public interface Randomness {

  /**
   * Returns uniform random numbers in [0, 1).
   *
   * @param tf the scope to emit ops into
   * @param layer the name of the layer
   * @param seed the layer's own seed, if it has one
   * @param draw the draw within this call of the layer
   * @param shape the shape of the result
   */
  Operand<TFloat32> uniform(
      Ops tf, String layer, @Nullable Long seed, Draw draw, Operand<TInt32> shape);

  /**
   * Returns random numbers from the standard normal distribution.
   *
   * @param tf the scope to emit ops into
   * @param layer the name of the layer
   * @param seed the layer's own seed, if it has one
   * @param draw the draw within this call of the layer
   * @param shape the shape of the result
   */
  Operand<TFloat32> normal(
      Ops tf, String layer, @Nullable Long seed, Draw draw, Operand<TInt32> shape);

  /**
   * One of the draws of a layer in one call.
   *
   * @param index the index of the draw, from 0
   * @param count the number of draws per call
   */
  record Draw(int index, int count) {
    /** The only draw of a layer that draws once per call. */
    public static final Draw ONLY = new Draw(0, 1);
  }

  /**
   * Returns a source of numbers that differ in every run and cannot be reproduced, for graphs that
   * do not count steps.
   */
  static Randomness unseeded() {
    return new UnseededRandomness();
  }
}
