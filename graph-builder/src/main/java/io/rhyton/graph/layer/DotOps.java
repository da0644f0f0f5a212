package io.rhyton.graph.layer;

import io.rhyton.model.layer.Dot;
import io.rhyton.model.shape.Sizes;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;

/** Emits the dot product of two tensors along one axis of each: one matrix product per sample. */
final class DotOps {
  /** The largest factor that Keras normalizes with: one over its epsilon. */
  private static final float LARGEST = 1e7f;

  private final LayerScope scope;
  private final Dot layer;
  private final Ops tf;

  private DotOps(LayerScope scope, Dot layer) {
    this.scope = scope;
    this.layer = layer;
    this.tf = scope.tf();
  }

  static Operand<TFloat32> dot(LayerScope scope, Dot layer) {
    return new DotOps(scope, layer).dot();
  }

  private Operand<TFloat32> dot() {
    // [rows, summed axis] times [summed axis, columns].
    Operand<TFloat32> product =
        tf.train.batchMatMul(matrix(0, true), matrix(1, false), TFloat32.class);
    List<Dimension> sizes = others(0);
    List<Dimension> second = others(1);
    sizes.addAll(second.subList(1, second.size()));
    if (sizes.size() == 1) {
      sizes.add(Dimension.of(1));
    }
    return Dimension.reshape(tf, product, sizes);
  }

  /** The sizes of an input without the summed axis. */
  private List<Dimension> others(int index) {
    List<Dimension> sizes = scope.inputSizes(index);
    sizes.remove(layer.axis(index, sizes.size()));
    return sizes;
  }

  /** An input as one matrix per sample, with the summed axis last or first. */
  private Operand<TFloat32> matrix(int index, boolean summedLast) {
    Shape shape = scope.inputShapes().get(index);
    int rank = shape.numDimensions();
    int summed = layer.axis(index, rank);
    List<Integer> axes = new ArrayList<>();
    Dimension others = Dimension.of(1);
    for (int axis = 1; axis < rank; axis++) {
      if (axis != summed) {
        axes.add(axis);
        others = others.times(tf, scope.inputSize(index, axis));
      }
    }
    axes.add(summedLast ? axes.size() : 0, summed);
    axes.add(0, 0);
    int[] order = axes.stream().mapToInt(Integer::intValue).toArray();
    Dimension size = scope.inputSize(index, summed);
    return Dimension.reshape(
        tf,
        tf.linalg.transpose(input(index, summed), tf.constant(order)),
        List.of(Dimension.of(Sizes.ANY), summedLast ? others : size, summedLast ? size : others));
  }

  private Operand<TFloat32> input(int index, int summed) {
    Operand<TFloat32> input = scope.inputs().get(index);
    if (!layer.normalize()) {
      return input;
    }
    Operand<TFloat32> square =
        tf.sum(tf.math.square(input), tf.constant(summed), Sum.keepDims(true));
    Operand<TFloat32> factor = tf.math.minimum(tf.math.rsqrt(square), tf.constant(LARGEST));
    return tf.math.mul(input, factor);
  }
}
