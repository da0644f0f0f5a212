package io.rhyton.graph.layer;

import io.rhyton.model.layer.AlphaDropout;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.GaussianDropout;
import io.rhyton.model.layer.GaussianNoise;
import io.rhyton.model.layer.StochasticDepth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Emits regularization layers, which are only active in training. */
final class RegularizationOps {
  /** The negated lower bound of SELU: its scale times its alpha. */
  private static final double SELU_DEPTH = 1.0507009873554805 * 1.6732632423543772;

  private RegularizationOps() {}

  static Operand<TFloat32> dropout(LayerScope scope, Dropout layer) {
    return drop(scope, layer.rate(), layer.seed(), layer.noiseShape());
  }

  /** Applies dropout in training mode. */
  static Operand<TFloat32> dropout(
      LayerScope scope, Operand<TFloat32> x, double rate, @Nullable Long seed) {
    if (!scope.isTraining() || rate == 0) {
      return x;
    }
    Ops tf = scope.tf();
    return tf.math.mul(x, mask(tf, scope.uniform(seed, tf.shape(x)), rate));
  }

  /** Drops whole samples in training mode. */
  static Operand<TFloat32> stochasticDepth(LayerScope scope, StochasticDepth layer) {
    List<Integer> noiseShape =
        new ArrayList<>(Collections.nCopies(scope.inputShape().numDimensions(), 1));
    noiseShape.set(0, -1);
    return drop(scope, layer.dropPathRate(), null, noiseShape);
  }

  /** Drops whole feature maps in training mode. */
  static Operand<TFloat32> spatialDropout(LayerScope scope, double rate, @Nullable Long seed) {
    List<Integer> noiseShape =
        new ArrayList<>(Collections.nCopies(scope.inputShape().numDimensions(), 1));
    noiseShape.set(0, -1);
    noiseShape.set(noiseShape.size() - 1, -1);
    return drop(scope, rate, seed, noiseShape);
  }

  private static Operand<TFloat32> drop(
      LayerScope scope, double rate, @Nullable Long seed, List<Integer> noiseShape) {
    Operand<TFloat32> x = scope.input();
    if (!scope.isTraining() || rate == 0) {
      return x;
    }
    Ops tf = scope.tf();
    Operand<TFloat32> random = scope.uniform(seed, noiseShape(scope, noiseShape));
    return tf.math.mul(x, mask(tf, random, rate));
  }

  /** The shape of the random numbers; that of the input if no noise shape is set. */
  private static Operand<TInt32> noiseShape(LayerScope scope, List<Integer> sizes) {
    Ops tf = scope.tf();
    Operand<TInt32> all = tf.shape(scope.input());
    if (sizes.isEmpty()) {
      return all;
    }
    List<Dimension> sample = new ArrayList<>();
    for (int axis = 1; axis < sizes.size(); axis++) {
      sample.add(sizes.get(axis) == -1 ? scope.inputSize(axis) : Dimension.of(sizes.get(axis)));
    }
    Operand<TInt32> batch =
        sizes.get(0) == 1
            ? tf.constant(new int[] {1})
            : tf.slice(all, tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    return tf.concat(List.of(batch, Dimension.vector(tf, sample)), tf.constant(0));
  }

  /**
   * The dropout mask, scaled; as in Keras, a value is kept where the random number is at least the
   * rate. Multiply by the mask: a select op would also read a tensor of zeros in the forward and
   * the backward pass, which is slower.
   */
  static Operand<TFloat32> mask(Ops tf, Operand<TFloat32> random, double rate) {
    return tf.math.mul(kept(tf, random, rate), tf.constant((float) (1 / (1 - rate))));
  }

  private static Operand<TFloat32> kept(Ops tf, Operand<TFloat32> random, double rate) {
    Operand<TBool> kept = tf.math.greaterEqual(random, tf.constant((float) rate));
    return tf.dtypes.cast(kept, TFloat32.class);
  }

  static Operand<TFloat32> alphaDropout(LayerScope scope, AlphaDropout layer) {
    Operand<TFloat32> x = scope.input();
    if (!scope.isTraining() || layer.rate() == 0) {
      return x;
    }
    Ops tf = scope.tf();
    double rate = layer.rate();
    double a = 1 / Math.sqrt((1 - rate) * (1 + rate * SELU_DEPTH * SELU_DEPTH));
    double b = a * SELU_DEPTH * rate;
    Operand<TFloat32> kept =
        kept(tf, scope.uniform(layer.seed(), noiseShape(scope, layer.noiseShape())), rate);
    Operand<TFloat32> dropped =
        tf.math.mul(tf.constant((float) -SELU_DEPTH), tf.math.sub(tf.constant(1f), kept));
    return tf.math.add(
        tf.math.mul(tf.constant((float) a), tf.math.add(tf.math.mul(x, kept), dropped)),
        tf.constant((float) b));
  }

  static Operand<TFloat32> gaussianDropout(LayerScope scope, GaussianDropout layer) {
    Operand<TFloat32> x = scope.input();
    if (!scope.isTraining() || layer.rate() == 0) {
      return x;
    }
    Ops tf = scope.tf();
    double stddev = Math.sqrt(layer.rate() / (1 - layer.rate()));
    Operand<TFloat32> noise = noise(scope, layer.seed(), stddev);
    return tf.math.mul(x, tf.math.add(noise, tf.constant(1f)));
  }

  static Operand<TFloat32> gaussianNoise(LayerScope scope, GaussianNoise layer) {
    Operand<TFloat32> x = scope.input();
    return scope.isTraining() && layer.stddev() > 0
        ? scope.tf().math.add(x, noise(scope, layer.seed(), layer.stddev()))
        : x;
  }

  private static Operand<TFloat32> noise(LayerScope scope, @Nullable Long seed, double stddev) {
    Ops tf = scope.tf();
    return tf.math.mul(scope.normal(seed, tf.shape(scope.input())), tf.constant((float) stddev));
  }
}
