package io.rhyton.graph.layer;

import io.rhyton.model.layer.BatchNormalization;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Emits batch normalization in training for every step of sequences of any length. Each step has
 * its own statistics, and the moving averages follow one step after the other, as in Keras.
 */
final class StepwiseNormalization {
  private final LayerScope scope;
  private final String prefix;
  private final BatchNormalization layer;
  private final Ops tf;
  private final int rank;
  private final int axis;

  private StepwiseNormalization(LayerScope scope, String prefix, BatchNormalization layer) {
    this.scope = scope;
    this.prefix = prefix;
    this.layer = layer;
    this.tf = scope.tf();
    this.rank = scope.inputShape().numDimensions();
    // The axis of the layer counts without the steps.
    this.axis = Math.floorMod(layer.axis(), rank - 1) + 1;
  }

  /**
   * Normalizes each step of the input of a layer.
   *
   * @param scope the scope of the layer around the normalization
   * @param prefix what the names of the normalization's weights begin with in it
   */
  static Operand<TFloat32> of(LayerScope scope, String prefix, BatchNormalization layer) {
    return new StepwiseNormalization(scope, prefix, layer).normalized();
  }

  private Operand<TFloat32> normalized() {
    Operand<TFloat32> x = scope.input();
    Operand<TInt32> others =
        tf.constant(IntStream.range(0, rank).filter(i -> i != 1 && i != axis).toArray());
    Operand<TFloat32> mean = tf.math.mean(x, others, Mean.keepDims(true));
    Operand<TFloat32> centered = tf.math.sub(x, mean);
    Operand<TFloat32> variance =
        tf.math.mean(tf.math.square(centered), others, Mean.keepDims(true));
    update("moving_mean", mean);
    update("moving_variance", variance);
    Operand<TFloat32> y =
        tf.math.mul(
            centered, tf.math.rsqrt(tf.math.add(variance, tf.constant((float) layer.epsilon()))));
    if (layer.gammaBeta().scale()) {
      y = tf.math.mul(y, perChannel("gamma"));
    }
    return layer.gammaBeta().center() ? tf.math.add(y, perChannel("beta")) : y;
  }

  private Operand<TFloat32> perChannel(String variable) {
    long[] sizes = new long[rank];
    Arrays.fill(sizes, 1);
    sizes[axis] = Shape.UNKNOWN_SIZE;
    return tf.reshape(scope.weight(prefix + variable), tf.constant(sizes));
  }

  /**
   * What {@code moving = moving * momentum + batch * (1 - momentum)} amounts to after all steps.
   *
   * @param batch one value for each step and channel
   */
  private void update(String variable, Operand<TFloat32> batch) {
    Operand<TFloat32> momentum = tf.constant((float) layer.momentum());
    Operand<TInt32> steps = scope.inputSize(1).scalar(tf);
    Operand<TFloat32> after =
        tf.dtypes.cast(
            tf.range(tf.math.sub(steps, tf.constant(1)), tf.constant(-1), tf.constant(-1)),
            TFloat32.class);
    Operand<TFloat32> shares =
        tf.math.mul(tf.math.pow(momentum, after), tf.constant((float) (1 - layer.momentum())));
    long channels = scope.inputShape().get(axis);
    Operand<TFloat32> perStep = tf.reshape(batch, tf.constant(new long[] {-1, channels}));
    Operand<TFloat32> followed =
        tf.reduceSum(
            tf.math.mul(perStep, tf.expandDims(shares, tf.constant(1))),
            tf.constant(0),
            ReduceSum.keepDims(false));
    Operand<TFloat32> kept =
        tf.math.mul(
            scope.weight(prefix + variable),
            tf.math.pow(momentum, tf.dtypes.cast(steps, TFloat32.class)));
    scope.update(prefix + variable, tf.math.add(kept, followed));
  }
}
