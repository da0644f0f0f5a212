package io.rhyton.graph.variable;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * Random numbers that depend only on the seed of the layer and the training step, so that a run can
 * be reproduced, and resumed where it stopped. A layer with a seed gets the same numbers as from
 * Keras's {@code SeedGenerator}.
 */
public final class SteppedRandomness implements Randomness {
  private final Seeds seeds;
  private final Operand<TInt64> step;

  public SteppedRandomness(Seeds seeds, Operand<TInt64> step) {
    this.seeds = seeds;
    this.step = step;
  }

  @Override
  public Operand<TFloat32> uniform(
      Ops tf, String layer, @Nullable Long seed, Draw draw, Operand<TInt32> shape) {
    return tf.random.statelessRandomUniform(shape, state(tf, layer, seed, draw), TFloat32.class);
  }

  @Override
  public Operand<TFloat32> normal(
      Ops tf, String layer, @Nullable Long seed, Draw draw, Operand<TInt32> shape) {
    return tf.random.statelessRandomNormal(shape, state(tf, layer, seed, draw), TFloat32.class);
  }

  private Operand<TInt64> state(Ops tf, String layer, @Nullable Long seed, Draw draw) {
    return tf.stack(List.of(tf.constant(seeds.of(seed, layer)), counter(tf, draw)));
  }

  /** The counter of the draw: Keras counts every draw. */
  private Operand<TInt64> counter(Ops tf, Draw draw) {
    return draw.count() == 1
        ? step
        : tf.math.add(
            tf.math.mul(step, tf.constant((long) draw.count())), tf.constant((long) draw.index()));
  }
}
