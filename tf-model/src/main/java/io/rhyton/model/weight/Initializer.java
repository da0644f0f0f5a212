package io.rhyton.model.weight;

/**
 * How a weight starts.
 *
 * <p>A random initializer with a seed makes the numbers that Keras makes with that seed, bit for
 * bit; without one its seed comes from the model's.
 */
public sealed interface Initializer permits GlorotUniform, HeNormal, Ones, Zeros {

  /** Calls the visitor's method for this type. */
  <T> T accept(InitializerVisitor<T> visitor);
}
