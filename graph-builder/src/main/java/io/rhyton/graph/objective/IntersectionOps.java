package io.rhyton.graph.objective;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * Emits confusion matrices over classes, for intersection-over-union metrics.
 *
 * <p>Source: {@code keras/src/metrics/iou_metrics.py}, Keras 3.15.
 */
final class IntersectionOps {
  /** The epsilon that Keras adds to a denominator. */
  private static final double EPSILON = 1e-7;

  private final Ops tf;
  private final Operand<TFloat32> output;
  private final Labels labels;

  IntersectionOps(Ops tf, Operand<TFloat32> output, Labels labels) {
    this.tf = tf;
    this.output = output;
    this.labels = labels;
  }

  /**
   * Returns the mean IoU over the target classes.
   *
   * @param metric the name of the metric, for error messages
   * @param classes the number of classes
   * @param targets the classes to average over
   * @param ignored the label to ignore; null for none
   * @param sparseLabels whether the labels are class indices
   * @param sparseOutput whether the predictions are class indices
   */
  MetricSums mean(
      String metric,
      int classes,
      List<Integer> targets,
      @Nullable Integer ignored,
      boolean sparseLabels,
      boolean sparseOutput) {
    boolean eachIsNumber = sparseLabels && !labels.sparse();
    Shape shape = labels.shape();
    boolean single = shape.get(shape.numDimensions() - 1) == 1;
    MetricShapes.requireNumbers(metric, sparseOutput == eachIsNumber || single, shape);
    return sums(
        eachIsNumber ? whole(labels.rows()) : labels.numbers(tf),
        sparseOutput ? whole(output) : tf.math.argMax(output, tf.constant(-1)),
        classes,
        targets,
        ignored);
  }

  /** Returns the mean IoU over the target classes of a binary classification at a threshold. */
  MetricSums binary(List<Integer> targets, double threshold) {
    Operand<TBool> positive = tf.math.greaterEqual(output, tf.constant((float) threshold));
    return sums(whole(labels.rows()), tf.dtypes.cast(positive, TInt64.class), 2, targets, null);
  }

  private Operand<TInt64> whole(Operand<TFloat32> numbers) {
    return tf.dtypes.cast(numbers, TInt64.class);
  }

  private MetricSums sums(
      Operand<TInt64> labeled,
      Operand<TInt64> predicted,
      int classes,
      List<Integer> targets,
      @Nullable Integer ignored) {
    Operand<TInt32> flat = tf.constant(new int[] {-1});
    Operand<TInt64> expected = tf.reshape(labeled, flat);
    Operand<TInt64> actual = tf.reshape(predicted, flat);
    Operand<TBool> counted =
        tf.math.logicalAnd(isClass(expected, classes), isClass(actual, classes));
    if (ignored != null) {
      counted =
          tf.math.logicalAnd(counted, tf.math.notEqual(expected, tf.constant((long) ignored)));
    }
    Operand<TInt64> cell = tf.math.add(tf.math.mul(expected, tf.constant((long) classes)), actual);
    // Values that do not count get no cell.
    Operand<TInt64> known = tf.select(counted, cell, tf.constant(-1L));
    Operand<TFloat32> matrix =
        tf.math.unsortedSegmentSum(
            tf.dtypes.cast(counted, TFloat32.class), known, tf.constant(classes * classes));
    return new MetricSums(
        matrix, new MetricFormula(classes * classes, sums -> mean(sums, classes, targets)));
  }

  private Operand<TBool> isClass(Operand<TInt64> number, int classes) {
    return tf.math.logicalAnd(
        tf.math.greaterEqual(number, tf.constant(0L)),
        tf.math.less(number, tf.constant((long) classes)));
  }

  private static double mean(double[] matrix, int classes, List<Integer> targets) {
    double sum = 0;
    int present = 0;
    for (int target : targets) {
      double either =
          IntStream.range(0, classes)
              .mapToDouble(
                  other -> matrix[target * classes + other] + matrix[other * classes + target])
              .sum();
      double both = matrix[target * classes + target];
      if (either - both > 0) {
        sum += both / (either - both + EPSILON);
        present++;
      }
    }
    return sum / (present + EPSILON);
  }
}
