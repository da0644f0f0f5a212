package io.rhyton.model.weight;

import org.tensorflow.ndarray.Shape;

/**
 * How a weight starts.
 *
 * <p>A random initializer with a seed makes the numbers that Keras makes with that seed, bit for
 * bit (but {@link Orthogonal} only nearly); without one its seed comes from the model's.
 */
public sealed interface Initializer
    permits Constant,
        FanAxes,
        GlorotNormal,
        GlorotUniform,
        HeNormal,
        HeUniform,
        Identity,
        LecunNormal,
        LecunUniform,
        Ones,
        Orthogonal,
        RandomNormal,
        RandomUniform,
        TruncatedNormal,
        UnitForgetBias,
        VarianceScaling,
        Zeros {

  /** Whether a weight of that shape can start so. */
  default boolean takes(Shape shape) {
    return true;
  }

  /** Calls the visitor's method for this type. */
  <T> T accept(InitializerVisitor<T> visitor);
}
