package io.rhyton.graph.layer;

import io.rhyton.model.layer.GroupNormalization;
import io.rhyton.model.layer.LayerNormalization;
import io.rhyton.model.layer.RMSNormalization;
import io.rhyton.model.layer.UnitNormalization;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Emits normalization layers that treat each sample separately. */
final class SampleNormalizationOps {
  /** The smallest norm that a sample is divided by. */
  private static final double SHORTEST = 1e-12;

  private SampleNormalizationOps() {}

  static Operand<TFloat32> layer(LayerScope scope, LayerNormalization layer) {
    long[] weightSizes = onAxes(scope.inputShape(), layer.axis());
    return standardized(
        scope.tf(),
        scope.input(),
        axes(layer.axis()),
        layer.epsilon(),
        layer.gammaBeta().scale() ? shaped(scope, "gamma", weightSizes) : null,
        layer.gammaBeta().center() ? shaped(scope, "beta", weightSizes) : null);
  }

  static Operand<TFloat32> group(LayerScope scope, GroupNormalization layer) {
    Ops tf = scope.tf();
    Shape shape = scope.inputShape();
    int rank = shape.numDimensions();
    int axis = Math.floorMod(layer.axis(), rank);
    long channels = shape.get(axis);
    long groups = layer.groups() == -1 ? channels : layer.groups();
    // Splits the axis in two: the group, and the channel within the group.
    long[] weightSizes = new long[rank + 1];
    Arrays.fill(weightSizes, 1);
    weightSizes[axis] = groups;
    weightSizes[axis + 1] = channels / groups;
    List<Dimension> grouped = scope.inputSizes();
    grouped.set(axis, Dimension.of(groups));
    grouped.add(axis + 1, Dimension.of(channels / groups));
    int[] within = IntStream.rangeClosed(1, rank).filter(other -> other != axis).toArray();
    Operand<TFloat32> normalized =
        standardized(
            tf,
            Dimension.reshape(tf, scope.input(), grouped),
            within,
            layer.epsilon(),
            layer.gammaBeta().scale() ? shaped(scope, "gamma", weightSizes) : null,
            layer.gammaBeta().center() ? shaped(scope, "beta", weightSizes) : null);
    return tf.reshape(normalized, tf.shape(scope.input()));
  }

  /** As Keras computes it: {@code x · inv + (beta - mean · inv)}, with gamma in {@code inv}. */
  private static Operand<TFloat32> standardized(
      Ops tf,
      Operand<TFloat32> x,
      int[] axes,
      double epsilon,
      @Nullable Operand<TFloat32> gamma,
      @Nullable Operand<TFloat32> beta) {
    Operand<TFloat32> mean = mean(tf, x, axes);
    Operand<TFloat32> variance =
        mean(tf, tf.math.squaredDifference(x, tf.stopGradient(mean)), axes);
    Operand<TFloat32> inverse = inverseRoot(tf, variance, epsilon);
    Operand<TFloat32> factor = gamma == null ? inverse : tf.math.mul(inverse, gamma);
    Operand<TFloat32> back = tf.math.mul(tf.math.neg(mean), factor);
    return tf.math.add(tf.math.mul(x, factor), beta == null ? back : tf.math.add(back, beta));
  }

  static Operand<TFloat32> rms(LayerScope scope, RMSNormalization layer) {
    Ops tf = scope.tf();
    Operand<TFloat32> meanSquare = mean(tf, tf.math.square(scope.input()), axes(layer.axis()));
    Operand<TFloat32> normalized =
        tf.math.mul(scope.input(), inverseRoot(tf, meanSquare, layer.epsilon()));
    return tf.math.mul(normalized, scope.weight("scale"));
  }

  static Operand<TFloat32> unit(LayerScope scope, UnitNormalization layer) {
    Ops tf = scope.tf();
    Operand<TInt32> axes = tf.constant(axes(layer.axis()));
    Operand<TFloat32> sum =
        tf.reduceSum(tf.math.square(scope.input()), axes, ReduceSum.keepDims(true));
    Operand<TFloat32> inverse =
        tf.math.minimum(tf.math.rsqrt(sum), tf.constant((float) (1 / SHORTEST)));
    return tf.math.mul(scope.input(), inverse);
  }

  private static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> x, int[] axes) {
    return tf.math.mean(x, tf.constant(axes), Mean.keepDims(true));
  }

  private static Operand<TFloat32> inverseRoot(Ops tf, Operand<TFloat32> x, double epsilon) {
    return tf.math.rsqrt(tf.math.add(x, tf.constant((float) epsilon)));
  }

  private static int[] axes(List<Integer> axes) {
    return axes.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The sizes of a shape along some axes, and 1 along the others. */
  private static long[] onAxes(Shape shape, List<Integer> axes) {
    long[] sizes = new long[shape.numDimensions()];
    Arrays.fill(sizes, 1);
    for (int axis : axes) {
      int fromFront = Math.floorMod(axis, sizes.length);
      sizes[fromFront] = shape.get(fromFront);
    }
    return sizes;
  }

  private static Operand<TFloat32> shaped(LayerScope scope, String weight, long[] sizes) {
    return scope.tf().reshape(scope.weight(weight), scope.tf().constant(sizes));
  }
}
