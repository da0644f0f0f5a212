package io.rhyton.graph.optimizer;

import io.rhyton.graph.layer.Gradient;
import io.rhyton.model.optimizer.OptimizerOptions;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Clips gradients by norm, by value or by global norm. */
final class GradientClipping {
  private final Ops tf;
  private final List<Gradient> gradients;

  private GradientClipping(Ops tf, List<Gradient> gradients) {
    this.tf = tf;
    this.gradients = gradients;
  }

  static List<Gradient> apply(Ops tf, OptimizerOptions options, List<Gradient> gradients) {
    GradientClipping clipping = new GradientClipping(tf, gradients);
    Double norm = options.clipnorm();
    Double value = options.clipvalue();
    Double global = options.globalClipnorm();
    if (norm != null) {
      return gradients.stream().map(gradient -> clipping.byNorm(gradient, norm)).toList();
    } else if (value != null) {
      return gradients.stream().map(gradient -> clipping.byValue(gradient, value)).toList();
    }
    return global == null ? gradients : clipping.byGlobalNorm(global);
  }

  /** Computes what {@code tf.clip_by_norm} does, which Keras uses on TensorFlow. */
  private Gradient byNorm(Gradient gradient, double norm) {
    Operand<TFloat32> largest = tf.constant((float) norm);
    Operand<TFloat32> length = tf.math.sqrt(squares(gradient));
    return gradient.with(
        tf.math.div(tf.math.mul(gradient.value(), largest), tf.math.maximum(length, largest)));
  }

  private Gradient byValue(Gradient gradient, double value) {
    Operand<TFloat32> largest = tf.constant((float) value);
    return gradient.with(tf.clipByValue(gradient.value(), tf.constant((float) -value), largest));
  }

  private List<Gradient> byGlobalNorm(double norm) {
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> largest = tf.constant((float) norm);
    Operand<TFloat32> length =
        tf.math.sqrt(
            tf.reduceSum(tf.stack(gradients.stream().map(this::squares).toList()), tf.constant(0)));
    Operand<TFloat32> finite =
        tf.math.mul(largest, tf.math.minimum(tf.math.div(one, length), tf.math.div(one, largest)));
    // NaN, as in Keras, if a gradient is not finite.
    Operand<TFloat32> scale = tf.math.add(finite, tf.math.sub(length, length));
    return gradients.stream()
        .map(gradient -> gradient.with(tf.math.mul(gradient.value(), scale)))
        .toList();
  }

  private Operand<TFloat32> squares(Gradient gradient) {
    Operand<TFloat32> values = tf.reshape(gradient.value(), tf.constant(new int[] {-1}));
    return tf.reduceSum(tf.math.square(values), tf.constant(0));
  }
}
