package io.rhyton.graph;

import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.HeNormal;
import io.rhyton.model.weight.InitializerVisitor;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The values that a weight starts with, equal to Keras's bit for bit where it has a seed of its
 * own.
 */
final class InitializerOps implements InitializerVisitor<Operand<TFloat32>> {
  /** The standard deviation of a unit normal distribution cut off at two deviations. */
  private static final double TRUNCATED_DEVIATION = 0.8796256610342398;

  private final Ops tf;
  private final WeightSpec weight;
  private final Seeds seeds;

  InitializerOps(Ops tf, WeightSpec weight, Seeds seeds) {
    this.tf = tf;
    this.weight = weight;
    this.seeds = seeds;
  }

  @Override
  public Operand<TFloat32> glorotUniform(GlorotUniform initializer) {
    double scale = 1 / Math.max(1, (fanIn() + fanOut()) / 2);
    float limit = (float) Math.sqrt(3 * scale);
    Operand<TFloat32> unit =
        tf.random.statelessRandomUniform(shape(), seed(initializer.seed()), TFloat32.class);
    return tf.math.add(tf.math.mul(unit, tf.constant(limit + limit)), tf.constant(-limit));
  }

  @Override
  public Operand<TFloat32> heNormal(HeNormal initializer) {
    double scale = 2 / Math.max(1, fanIn());
    Operand<TFloat32> unit =
        tf.random.statelessTruncatedNormal(shape(), seed(initializer.seed()), TFloat32.class);
    return tf.math.mul(unit, tf.constant((float) (Math.sqrt(scale) / TRUNCATED_DEVIATION)));
  }

  @Override
  public Operand<TFloat32> ones(Ones initializer) {
    return tf.fill(shape(), tf.constant(1f));
  }

  @Override
  public Operand<TFloat32> zeros(Zeros initializer) {
    return tf.fill(shape(), tf.constant(0f));
  }

  private Operand<TInt64> shape() {
    return tf.constant(weight.shape().asArray());
  }

  private Operand<TInt64> seed(@Nullable Long own) {
    return tf.constant(new long[] {seeds.of(own, weight.name()), 0});
  }

  private double fanIn() {
    return fan(2);
  }

  private double fanOut() {
    return fan(1);
  }

  /** Source: {@code compute_fans} in {@code keras/src/initializers/random_initializers.py}. */
  private double fan(int axisFromEnd) {
    Shape shape = weight.shape();
    int rank = shape.numDimensions();
    if (rank < 2) {
      return shape.size();
    }
    double receptiveField = 1;
    for (int axis = 0; axis < rank - 2; axis++) {
      receptiveField *= shape.get(axis);
    }
    return receptiveField * shape.get(rank - axisFromEnd);
  }
}
