package io.rhyton.graph.layer;

import io.rhyton.model.layer.Normalization;
import io.rhyton.model.layer.Rescaling;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Emits preprocessing layers. */
final class PreprocessingOps {
  /** The smallest standard deviation that Keras divides by. */
  private static final float SMALLEST_DEVIATION = 1e-7f;

  private PreprocessingOps() {}

  static Operand<TFloat32> rescale(LayerScope scope, Rescaling layer) {
    Ops tf = scope.tf();
    return tf.math.add(
        tf.math.mul(scope.input(), numbers(tf, layer.scale())), numbers(tf, layer.offset()));
  }

  /** A scalar, or one value for each index of the last axis. */
  private static Operand<TFloat32> numbers(Ops tf, List<Double> numbers) {
    float[] floats = floats(numbers);
    return floats.length == 1 ? tf.constant(floats[0]) : tf.constant(floats);
  }

  static Operand<TFloat32> normalize(LayerScope scope, Normalization layer) {
    Ops tf = scope.tf();
    Operand<TFloat32> mean = moment(scope, layer, "mean", layer.mean());
    Operand<TFloat32> variance = moment(scope, layer, "variance", layer.variance());
    Operand<TFloat32> deviation =
        tf.math.maximum(tf.math.sqrt(variance), tf.constant(SMALLEST_DEVIATION));
    return layer.invert()
        ? tf.math.add(mean, tf.math.mul(scope.input(), deviation))
        : tf.math.div(tf.math.sub(scope.input(), mean), deviation);
  }

  /** The given values or else the weight, with a size of 1 along the other axes. */
  private static Operand<TFloat32> moment(
      LayerScope scope, Normalization layer, String name, @Nullable List<Double> given) {
    Ops tf = scope.tf();
    Shape shape = scope.inputShape();
    long[] sizes = new long[shape.numDimensions()];
    Arrays.fill(sizes, 1);
    for (int axis : layer.axis()) {
      int fromFront = Math.floorMod(axis, sizes.length);
      sizes[fromFront] = given == null || given.size() > 1 ? shape.get(fromFront) : 1;
    }
    Operand<TFloat32> moment = given == null ? scope.weight(name) : tf.constant(floats(given));
    return tf.reshape(moment, tf.constant(sizes));
  }

  private static float[] floats(List<Double> numbers) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = numbers.get(i).floatValue();
    }
    return floats;
  }
}
