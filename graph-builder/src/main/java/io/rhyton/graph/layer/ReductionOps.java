package io.rhyton.graph.layer;

import io.rhyton.model.layer.Reduction;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.op.core.Min;
import org.tensorflow.op.core.Prod;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Emits reductions. */
final class ReductionOps {
  private final Ops tf;
  private final Operand<TFloat32> x;
  private final Operand<TInt32> axes;

  private ReductionOps(LayerScope scope, Reduction<?> layer) {
    this.tf = scope.tf();
    this.x = scope.input();
    this.axes = tf.constant(layer.axes().stream().mapToInt(Integer::intValue).toArray());
  }

  static Operand<TFloat32> compute(LayerScope scope, Reduction<?> layer) {
    return new ReductionOps(scope, layer).compute(layer.operator(), layer.keepdims());
  }

  private Operand<TFloat32> compute(Reduction.Operator operator, boolean keepdims) {
    return switch (operator) {
      case SUM -> tf.sum(x, axes, Sum.keepDims(keepdims));
      case MEAN -> tf.math.mean(x, axes, Mean.keepDims(keepdims));
      case MAX -> tf.max(x, axes, Max.keepDims(keepdims));
      case MIN -> tf.min(x, axes, Min.keepDims(keepdims));
      case PROD -> tf.prod(x, axes, Prod.keepDims(keepdims));
      case VAR -> variance(keepdims);
      case STD -> tf.math.sqrt(variance(keepdims));
      case LOGSUMEXP -> logSumExp(keepdims);
    };
  }

  private Operand<TFloat32> variance(boolean keepdims) {
    Operand<TFloat32> mean = tf.math.mean(x, axes, Mean.keepDims(true));
    return tf.math.mean(tf.math.square(tf.math.sub(x, mean)), axes, Mean.keepDims(keepdims));
  }

  /** Subtracts the maximum before the exponential, against overflow, unless it is infinite. */
  private Operand<TFloat32> logSumExp(boolean keepdims) {
    Operand<TFloat32> max = tf.stopGradient(tf.max(x, axes, Max.keepDims(true)));
    Operand<TFloat32> largest = tf.select(tf.math.isFinite(max), max, tf.zerosLike(max));
    Operand<TFloat32> sum =
        tf.sum(tf.math.exp(tf.math.sub(x, largest)), axes, Sum.keepDims(keepdims));
    Operand<TFloat32> subtracted = keepdims ? largest : tf.max(largest, axes, Max.keepDims(false));
    return tf.math.add(tf.math.log(sum), tf.stopGradient(subtracted));
  }
}
