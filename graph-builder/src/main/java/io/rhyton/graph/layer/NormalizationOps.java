package io.rhyton.graph.layer;

import io.rhyton.model.layer.BatchNormalization;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Emits batch normalization. */
final class NormalizationOps {
  private NormalizationOps() {}

  static Operand<TFloat32> batch(LayerScope scope, BatchNormalization layer) {
    Ops tf = scope.tf();
    int rank = scope.inputShape().numDimensions();
    int axis = Math.floorMod(layer.axis(), rank);
    if (axis == rank - 1) {
      return lastAxis(scope, layer, scope.input());
    }
    // The fused op expects channels last.
    int[] order = IntStream.range(0, rank).toArray();
    order[axis] = rank - 1;
    order[rank - 1] = axis;
    Operand<TInt32> swapped = tf.constant(order);
    Operand<TFloat32> normalized =
        lastAxis(scope, layer, tf.linalg.transpose(scope.input(), swapped));
    return tf.linalg.transpose(normalized, swapped);
  }

  private static Operand<TFloat32> lastAxis(
      LayerScope scope, BatchNormalization layer, Operand<TFloat32> x) {
    Ops tf = scope.tf();
    Shape shape = scope.inputShape();
    long channels = shape.get(Math.floorMod(layer.axis(), shape.numDimensions()));
    Operand<TFloat32> image =
        shape.numDimensions() == 4
            ? x
            : tf.reshape(x, tf.constant(new long[] {-1, 1, 1, channels}));
    Operand<TFloat32> normalized =
        scope.usesBatchStatistics()
            ? batchByItself(scope, layer, image, channels)
            : fused(scope, layer, image, channels, movingMean(scope), movingVariance(scope), false)
                .y();
    return shape.numDimensions() == 4 ? normalized : tf.reshape(normalized, tf.shape(x));
  }

  private static Operand<TFloat32> batchByItself(
      LayerScope scope, BatchNormalization layer, Operand<TFloat32> image, long channels) {
    Ops tf = scope.tf();
    Operand<TFloat32> none = tf.constant(new float[0]);
    FusedBatchNorm<TFloat32, TFloat32> fused =
        fused(scope, layer, image, channels, none, none, true);
    scope.update("moving_mean", follow(tf, layer.momentum(), movingMean(scope), fused.batchMean()));
    scope.update(
        "moving_variance",
        follow(
            tf,
            layer.momentum(),
            movingVariance(scope),
            tf.math.mul(fused.batchVariance(), biasedShare(tf, image, channels))));
    return fused.y();
  }

  private static FusedBatchNorm<TFloat32, TFloat32> fused(
      LayerScope scope,
      BatchNormalization layer,
      Operand<TFloat32> image,
      long channels,
      Operand<TFloat32> mean,
      Operand<TFloat32> variance,
      boolean training) {
    Ops tf = scope.tf();
    return tf.nn.fusedBatchNorm(
        image,
        layer.gammaBeta().scale() ? scope.weight("gamma") : filled(tf, channels, 1),
        layer.gammaBeta().center() ? scope.weight("beta") : filled(tf, channels, 0),
        mean,
        variance,
        FusedBatchNorm.epsilon((float) layer.epsilon()),
        FusedBatchNorm.isTraining(training));
  }

  private static Operand<TFloat32> follow(
      Ops tf, double momentum, Operand<TFloat32> moving, Operand<TFloat32> batch) {
    return tf.math.add(
        tf.math.mul(moving, tf.constant((float) momentum)),
        tf.math.mul(batch, tf.constant((float) (1 - momentum))));
  }

  /**
   * {@code (n - 1) / n}: the fused op returns the unbiased variance, but Keras 3 tracks the biased
   * one.
   */
  private static Operand<TFloat32> biasedShare(Ops tf, Operand<TFloat32> image, long channels) {
    Operand<TFloat32> count =
        tf.math.div(tf.dtypes.cast(tf.size(image), TFloat32.class), tf.constant((float) channels));
    return tf.math.div(tf.math.sub(count, tf.constant(1f)), count);
  }

  private static Operand<TFloat32> movingMean(LayerScope scope) {
    return scope.weight("moving_mean");
  }

  private static Operand<TFloat32> movingVariance(LayerScope scope) {
    return scope.weight("moving_variance");
  }

  private static Operand<TFloat32> filled(Ops tf, long channels, float value) {
    return tf.fill(tf.constant(new long[] {channels}), tf.constant(value));
  }
}
