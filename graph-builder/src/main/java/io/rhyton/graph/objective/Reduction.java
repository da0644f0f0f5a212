package io.rhyton.graph.objective;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Sums and means over all values of a tensor. */
final class Reduction {
  private Reduction() {}

  static Operand<TFloat32> sum(Ops tf, Operand<TFloat32> values) {
    return tf.reduceSum(values, axes(tf, values));
  }

  static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> values) {
    return tf.math.mean(values, axes(tf, values));
  }

  /** The sum and the number of the values, {@code [2]}. */
  static Operand<TFloat32> sumAndCount(Ops tf, Operand<TFloat32> values) {
    return tf.stack(List.of(sum(tf, values), tf.dtypes.cast(tf.size(values), TFloat32.class)));
  }

  private static Operand<TInt32> axes(Ops tf, Operand<TFloat32> values) {
    if (values.shape().isUnknown()) {
      throw new IllegalStateException("a tensor of unknown rank");
    }
    return tf.constant(IntStream.range(0, values.shape().numDimensions()).toArray());
  }
}
