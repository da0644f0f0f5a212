package io.rhyton.graph.objective;

import io.rhyton.model.objective.AUC;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Emits confusion-matrix counts. A nonzero label is positive.
 *
 * <p>Source: {@code keras/src/metrics/metrics_utils.py}, Keras 3.15.
 */
final class ConfusionOps {
  private static final float HALF = 0.5f;

  private final Ops tf;
  private final Operand<TFloat32> output;
  private final Operand<TFloat32> target;
  private final Shape shape;

  /**
   * Counts for one output.
   *
   * @param tf the scope to emit ops into
   * @param output the predictions
   * @param target the labels
   * @param shape the shape of both
   */
  ConfusionOps(Ops tf, Operand<TFloat32> output, Operand<TFloat32> target, Shape shape) {
    this.tf = tf;
    this.output = output;
    this.target = target;
    this.shape = shape;
  }

  /** Restricts the counts to one class; returns this if the class is null. */
  ConfusionOps ofClass(String metric, @Nullable Integer classId) {
    if (classId == null) {
      return this;
    }
    MetricShapes.requireClass(metric, classId, shape);
    int last = shape.numDimensions() - 1;
    return new ConfusionOps(
        tf, only(output, classId), only(target, classId), shape.take(last).append(1));
  }

  private Operand<TFloat32> only(Operand<TFloat32> values, int classId) {
    return tf.gather(values, tf.constant(new int[] {classId}), tf.constant(-1));
  }

  /**
   * Returns true positives, false positives, true negatives and false negatives at one threshold.
   *
   * @param value computes the metric from the counts
   */
  MetricSums counts(@Nullable Double threshold, ToDoubleFunction<double[]> value) {
    return counts(isAbove(threshold == null ? HALF : threshold.floatValue()), target, value);
  }

  /**
   * Returns the same counts where only the {@code topK} largest outputs of a sample can be
   * positive, optionally for one class alone.
   *
   * @param metric the name of the metric, for error messages
   * @param threshold the value that positive outputs must exceed; null if any value will do
   */
  MetricSums countsOfLargest(
      String metric,
      @Nullable Double threshold,
      int topK,
      @Nullable Integer classId,
      ToDoubleFunction<double[]> value) {
    Operand<TBool> positive = isAmongLargest(metric, topK);
    if (threshold != null) {
      positive = tf.math.logicalAnd(positive, isAbove(threshold.floatValue()));
    }
    Operand<TFloat32> marks = tf.dtypes.cast(positive, TFloat32.class);
    ConfusionOps own = new ConfusionOps(tf, marks, target, shape).ofClass(metric, classId);
    return counts(own.isAbove(HALF), own.target, value);
  }

  private Operand<TBool> isAmongLargest(String metric, int k) {
    int last = shape.numDimensions() - 1;
    MetricShapes.requireAtLeast(metric, k, shape);
    Operand<TInt32> best = tf.nn.topK(output, tf.constant(k), TInt32.class).indices();
    Operand<TInt32> classes = tf.constant((int) shape.get(last));
    Operand<TFloat32> hot = tf.oneHot(best, classes, tf.constant(1f), tf.constant(0f));
    return tf.math.greater(tf.reduceSum(hot, tf.constant(-2)), tf.constant(0f));
  }

  private Operand<TBool> isAbove(float threshold) {
    return tf.math.greater(output, tf.constant(threshold));
  }

  private MetricSums counts(
      Operand<TBool> positive, Operand<TFloat32> target, ToDoubleFunction<double[]> value) {
    Operand<TBool> label = tf.math.notEqual(target, tf.constant(0f));
    Operand<TBool> negative = tf.math.logicalNot(positive);
    Operand<TBool> noLabel = tf.math.logicalNot(label);
    return new MetricSums(
        tf.stack(
            List.of(
                count(positive, label),
                count(positive, noLabel),
                count(negative, noLabel),
                count(negative, label))),
        new MetricFormula(4, value));
  }

  private Operand<TFloat32> count(Operand<TBool> one, Operand<TBool> other) {
    return Reduction.sum(tf, tf.dtypes.cast(tf.math.logicalAnd(one, other), TFloat32.class));
  }

  /**
   * Histograms the outputs between evenly spaced thresholds from 0 to 1, in the format of {@link
   * ThresholdCounts}. An output of 0 exceeds no threshold.
   */
  MetricSums buckets(int thresholds, ToDoubleFunction<ThresholdCounts> value) {
    Operand<TFloat32> bucket =
        thresholds == 1
            // A single threshold is 0.5; there is no bucket below it.
            ? tf.math.sub(tf.dtypes.cast(isAbove(HALF), TFloat32.class), tf.constant(1f))
            : bucket(thresholds);
    return buckets(
        tf.dtypes.cast(flat(bucket), TInt32.class),
        1,
        thresholds,
        sums -> value.applyAsDouble(new ThresholdCounts(sums)));
  }

  /** Histograms the outputs between thresholds, the first below 0 and the last above 1. */
  MetricSums area(AUC metric) {
    int thresholds = metric.numThresholds();
    int labels = metric.multiLabel() ? MetricShapes.requireRows(metric.name(), shape) : 1;
    Operand<TInt32> bucket =
        tf.dtypes.cast(tf.math.maximum(bucket(thresholds), tf.constant(0f)), TInt32.class);
    if (labels > 1) {
      int[] starts = new int[labels];
      for (int i = 0; i < labels; i++) {
        starts[i] = i * thresholds;
      }
      bucket = tf.math.add(bucket, tf.constant(starts));
    }
    return buckets(
        tf.reshape(bucket, tf.constant(new int[] {-1})),
        labels,
        thresholds,
        sums -> meanArea(metric, labels, sums));
  }

  private static double meanArea(AUC metric, int labels, double[] sums) {
    int thresholds = metric.numThresholds();
    double area = 0;
    for (int label = 0; label < labels; label++) {
      double[] own = new double[2 * thresholds + 2];
      for (int side = 0; side < 2; side++) {
        System.arraycopy(
            sums, (side * labels + label) * thresholds, own, side * thresholds, thresholds);
        for (int i = 0; i < thresholds; i++) {
          own[2 * thresholds + side] += own[side * thresholds + i];
        }
      }
      area += new ThresholdCounts(own).area(metric.curve(), metric.summationMethod());
    }
    return area / labels;
  }

  private Operand<TFloat32> bucket(int thresholds) {
    Operand<TFloat32> share = tf.clipByValue(output, tf.constant(0f), tf.constant(1f));
    Operand<TFloat32> steps = tf.constant((float) (thresholds - 1));
    return tf.math.sub(tf.math.ceil(tf.math.mul(share, steps)), tf.constant(1f));
  }

  /**
   * Outputs with a negative bucket index are in no bucket, but are counted in the totals at the
   * end.
   */
  private MetricSums buckets(
      Operand<TInt32> bucket, int labels, int thresholds, ToDoubleFunction<double[]> value) {
    Operand<TFloat32> positive =
        tf.dtypes.cast(tf.math.notEqual(flat(target), tf.constant(0f)), TFloat32.class);
    Operand<TFloat32> negative = tf.math.sub(tf.constant(1f), positive);
    Operand<TInt32> count = tf.constant(labels * thresholds);
    Operand<TFloat32> totals =
        tf.stack(List.of(Reduction.sum(tf, positive), Reduction.sum(tf, negative)));
    return new MetricSums(
        tf.concat(
            List.of(
                tf.math.unsortedSegmentSum(positive, bucket, count),
                tf.math.unsortedSegmentSum(negative, bucket, count),
                totals),
            tf.constant(0)),
        new MetricFormula(2 * labels * thresholds + 2, value));
  }

  private Operand<TFloat32> flat(Operand<TFloat32> values) {
    return tf.reshape(values, tf.constant(new int[] {-1}));
  }
}
