package io.rhyton.graph;

import io.rhyton.model.training.Loss;
import io.rhyton.model.training.SparseCategoricalCrossentropy;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/**
 * The labels of a batch as the graph takes them.
 *
 * @param placeholder class numbers {@code [batch]} as int64, or rows {@code [batch, outputs]}
 * @param rows the same as rows of floats
 * @param sparse whether they are class numbers
 */
public record Labels(
    Placeholder<? extends TType> placeholder, Operand<TFloat32> rows, boolean sparse) {

  /**
   * Emits the labels in the form that a loss takes.
   *
   * @param prediction the shape that the model puts out, {@code [batch, outputs]}
   */
  public static Labels of(Ops tf, Loss loss, Shape prediction) {
    return loss instanceof SparseCategoricalCrossentropy
        ? classNumbers(tf, prediction.get(1))
        : rows(tf, prediction);
  }

  private static Labels classNumbers(Ops tf, long classes) {
    Placeholder<TInt64> numbers =
        tf.placeholder(TInt64.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
    Operand<TFloat32> rows =
        tf.oneHot(numbers, tf.constant((int) classes), tf.constant(1f), tf.constant(0f));
    return new Labels(numbers, rows, true);
  }

  private static Labels rows(Ops tf, Shape prediction) {
    Placeholder<TFloat32> rows = tf.placeholder(TFloat32.class, Placeholder.shape(prediction));
    return new Labels(rows, rows, false);
  }
}
