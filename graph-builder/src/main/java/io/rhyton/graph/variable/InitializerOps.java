package io.rhyton.graph.variable;

import io.rhyton.model.weight.Constant;
import io.rhyton.model.weight.FanAxes;
import io.rhyton.model.weight.GlorotNormal;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.HeNormal;
import io.rhyton.model.weight.HeUniform;
import io.rhyton.model.weight.IdentityInitializer;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.InitializerVisitor;
import io.rhyton.model.weight.LecunNormal;
import io.rhyton.model.weight.LecunUniform;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.RandomNormal;
import io.rhyton.model.weight.RandomUniform;
import io.rhyton.model.weight.TruncatedNormal;
import io.rhyton.model.weight.UnitForgetBias;
import io.rhyton.model.weight.VarianceScaling;
import io.rhyton.model.weight.VarianceScaling.Distribution;
import io.rhyton.model.weight.VarianceScaling.Mode;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.Qr;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Emits the initial value of a weight. With a seed of its own, an initializer returns the same
 * values as in Keras, bit for bit; only orthogonal ones differ in the last digits, because another
 * TensorFlow version computes the QR factors.
 */
public final class InitializerOps implements InitializerVisitor<Operand<TFloat32>> {
  /**
   * The standard deviation of the standard normal distribution truncated at two standard
   * deviations.
   */
  private static final double TRUNCATED_DEVIATION = 0.8796256610342398;

  private final Ops tf;
  private final WeightSpec weight;
  private final Seeds seeds;

  /** The number of leading axes that count as inputs; 0 to derive it from the rank. */
  private final int inputAxes;

  public InitializerOps(Ops tf, WeightSpec weight, Seeds seeds) {
    this(tf, weight, seeds, 0);
  }

  private InitializerOps(Ops tf, WeightSpec weight, Seeds seeds, int inputAxes) {
    this.tf = tf;
    this.weight = weight;
    this.seeds = seeds;
    this.inputAxes = inputAxes;
  }

  @Override
  public Operand<TFloat32> fanAxes(FanAxes initializer) {
    return initializer
        .initializer()
        .accept(new InitializerOps(tf, weight, seeds, initializer.inputAxes()));
  }

  @Override
  public Operand<TFloat32> constant(Constant initializer) {
    return tf.fill(shape(), constant(initializer.value()));
  }

  @Override
  public Operand<TFloat32> glorotNormal(GlorotNormal initializer) {
    return scaled(1, Mode.FAN_AVG, Distribution.TRUNCATED_NORMAL, initializer.seed());
  }

  @Override
  public Operand<TFloat32> glorotUniform(GlorotUniform initializer) {
    return scaled(1, Mode.FAN_AVG, Distribution.UNIFORM, initializer.seed());
  }

  @Override
  public Operand<TFloat32> heNormal(HeNormal initializer) {
    return scaled(2, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL, initializer.seed());
  }

  @Override
  public Operand<TFloat32> heUniform(HeUniform initializer) {
    return scaled(2, Mode.FAN_IN, Distribution.UNIFORM, initializer.seed());
  }

  @Override
  public Operand<TFloat32> identityInitializer(IdentityInitializer initializer) {
    long rows = weight.shape().get(0);
    long columns = weight.shape().get(1);
    Operand<TFloat32> square =
        tf.linalg.tensorDiag(
            tf.fill(tf.constant(new long[] {Math.max(rows, columns)}), constant(1)));
    Operand<TFloat32> matrix =
        tf.slice(square, tf.constant(new long[] {0, 0}), tf.constant(new long[] {rows, columns}));
    return tf.math.mul(constant(initializer.gain()), matrix);
  }

  @Override
  public Operand<TFloat32> lecunNormal(LecunNormal initializer) {
    return scaled(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL, initializer.seed());
  }

  @Override
  public Operand<TFloat32> lecunUniform(LecunUniform initializer) {
    return scaled(1, Mode.FAN_IN, Distribution.UNIFORM, initializer.seed());
  }

  @Override
  public Operand<TFloat32> ones(Ones initializer) {
    return tf.fill(shape(), constant(1));
  }

  @Override
  public Operand<TFloat32> orthogonal(Orthogonal initializer) {
    long columns = weight.shape().get(-1);
    long rows = weight.shape().size() / columns;
    Operand<TInt64> tall =
        tf.constant(new long[] {Math.max(rows, columns), Math.min(rows, columns)});
    Qr<TFloat32> factors =
        tf.linalg.qr(
            tf.random.statelessRandomNormal(tall, seed(initializer.seed()), TFloat32.class));
    Operand<TFloat32> signs = tf.math.sign(tf.linalg.tensorDiagPart(factors.r()));
    Operand<TFloat32> vectors = tf.math.mul(factors.q(), signs);
    if (rows < columns) {
      vectors = tf.linalg.transpose(vectors, tf.constant(new int[] {1, 0}));
    }
    return tf.math.mul(constant(initializer.gain()), tf.reshape(vectors, shape()));
  }

  @Override
  public Operand<TFloat32> randomNormal(RandomNormal initializer) {
    return normal(initializer.mean(), initializer.stddev(), initializer.seed());
  }

  @Override
  public Operand<TFloat32> randomUniform(RandomUniform initializer) {
    return uniform((float) initializer.minval(), (float) initializer.maxval(), initializer.seed());
  }

  @Override
  public Operand<TFloat32> truncatedNormal(TruncatedNormal initializer) {
    return truncated(initializer.mean(), initializer.stddev(), initializer.seed());
  }

  @Override
  public Operand<TFloat32> varianceScaling(VarianceScaling initializer) {
    return scaled(
        initializer.scale(), initializer.mode(), initializer.distribution(), initializer.seed());
  }

  @Override
  public Operand<TFloat32> unitForgetBias(UnitForgetBias initializer) {
    long units = weight.size() / 4;
    return tf.concat(
        List.of(
            part("input", initializer.others(), units),
            part("forget", Ones.of(), units),
            part("others", initializer.others(), 2 * units)),
        tf.constant(0));
  }

  private Operand<TFloat32> part(String name, Initializer initializer, long size) {
    WeightSpec part =
        new WeightSpec(weight.name() + "/" + name, Shape.of(size), true, initializer, null, null);
    return initializer.accept(new InitializerOps(tf, part, seeds));
  }

  @Override
  public Operand<TFloat32> zeros(Zeros initializer) {
    return tf.fill(shape(), constant(0));
  }

  private Operand<TFloat32> scaled(
      double scale, Mode mode, Distribution distribution, @Nullable Long seed) {
    double variance = scale / Math.max(1, fan(mode));
    if (distribution == Distribution.UNIFORM) {
      float limit = (float) Math.sqrt(3 * variance);
      return uniform(-limit, limit, seed);
    }
    return distribution == Distribution.TRUNCATED_NORMAL
        ? truncated(0, Math.sqrt(variance) / TRUNCATED_DEVIATION, seed)
        : normal(0, Math.sqrt(variance), seed);
  }

  private Operand<TFloat32> uniform(float low, float high, @Nullable Long seed) {
    Operand<TFloat32> unit = tf.random.statelessRandomUniform(shape(), seed(seed), TFloat32.class);
    return tf.math.add(tf.math.mul(unit, tf.constant(high - low)), tf.constant(low));
  }

  private Operand<TFloat32> normal(double mean, double deviation, @Nullable Long seed) {
    return moved(
        tf.random.statelessRandomNormal(shape(), seed(seed), TFloat32.class), mean, deviation);
  }

  private Operand<TFloat32> truncated(double mean, double deviation, @Nullable Long seed) {
    return moved(
        tf.random.statelessTruncatedNormal(shape(), seed(seed), TFloat32.class), mean, deviation);
  }

  private Operand<TFloat32> moved(Operand<TFloat32> unit, double mean, double deviation) {
    return tf.math.add(tf.math.mul(unit, constant(deviation)), constant(mean));
  }

  private Operand<TFloat32> constant(double value) {
    return tf.constant((float) value);
  }

  private Operand<TInt64> shape() {
    return tf.constant(weight.shape().asArray());
  }

  private Operand<TInt64> seed(@Nullable Long own) {
    return tf.constant(new long[] {seeds.of(own, weight.name()), 0});
  }

  private double fan(Mode mode) {
    return switch (mode) {
      case FAN_IN -> fan(2);
      case FAN_OUT -> fan(1);
      case FAN_AVG -> (fan(2) + fan(1)) / 2;
    };
  }

  /** Source: {@code compute_fans} in {@code keras/src/initializers/random_initializers.py}. */
  private double fan(int axisFromEnd) {
    Shape shape = weight.shape();
    int rank = shape.numDimensions();
    if (inputAxes > 0) {
      boolean ofInputs = axisFromEnd == 2;
      return (ofInputs ? shape.take(inputAxes) : shape.takeLast(rank - inputAxes)).size();
    }
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
