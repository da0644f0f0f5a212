package io.rhyton.model.weight;

import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * How the values of a weight are initialized.
 *
 * <p>With a seed, a random initializer produces exactly the values that Keras produces with that
 * seed, bit for bit ({@link Orthogonal} only up to rounding); without one, its seed is derived from
 * the seed of the model.
 */
public sealed interface Initializer
    permits Constant,
        FanAxes,
        GlorotNormal,
        GlorotUniform,
        HeNormal,
        HeUniform,
        IdentityInitializer,
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

  /** Returns whether a weight of that shape can be initialized this way. */
  default boolean supports(Shape shape) {
    Objects.requireNonNull(shape, "shape");
    return true;
  }

  /** Calls the visitor's method for this type. */
  <T> T accept(InitializerVisitor<T> visitor);
}
