package io.rhyton.graph.variable;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Random numbers that differ in every run. */
final class UnseededRandomness implements Randomness {

  @Override
  public Operand<TFloat32> uniform(
      Ops tf, String layer, @Nullable Long seed, Draw draw, Operand<TInt32> shape) {
    return tf.random.randomUniform(shape, TFloat32.class);
  }

  @Override
  public Operand<TFloat32> normal(
      Ops tf, String layer, @Nullable Long seed, Draw draw, Operand<TInt32> shape) {
    return tf.random.randomStandardNormal(shape, TFloat32.class);
  }
}
