package io.rhyton.graph;

import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt32;

/** Which axes to sum over. */
final class Axes {
  private Axes() {}

  /** All of so many. */
  static Operand<TInt32> all(Ops tf, int rank) {
    return tf.constant(IntStream.range(0, rank).toArray());
  }

  /** All of so many but the first, the batch. */
  static Operand<TInt32> ofSample(Ops tf, int rank) {
    return tf.constant(IntStream.range(1, rank).toArray());
  }
}
