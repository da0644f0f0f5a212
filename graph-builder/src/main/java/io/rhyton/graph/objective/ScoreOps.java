package io.rhyton.graph.objective;

import io.rhyton.model.objective.FBetaScore.Average;
import io.rhyton.model.objective.R2Score;
import io.rhyton.model.objective.R2Score.ClassAggregation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Emits scores that are computed from sums per output.
 *
 * <p>Source: {@code keras/src/metrics/f_score_metrics.py} and {@code regression_metrics.py}, Keras
 * 3.15.
 */
final class ScoreOps {
  /** The epsilon that Keras adds to a denominator. */
  private static final double EPSILON = 1e-7;

  /** The magnitude that the largest output of a sample must exceed to be positive. */
  private static final float LEAST = 1e-9f;

  private final Ops tf;
  private final Operand<TFloat32> output;
  private final Operand<TFloat32> target;
  private final Shape shape;

  ScoreOps(Ops tf, Operand<TFloat32> output, Labels labels) {
    this.tf = tf;
    this.output = output;
    this.target = labels.rows();
    this.shape = labels.shape();
  }

  /** Sums true positives, false positives and false negatives per output. */
  MetricSums fBeta(String metric, Average average, double beta, @Nullable Double threshold) {
    int outputs = MetricShapes.requireRows(metric, shape);
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> positive = tf.dtypes.cast(isPositive(threshold), TFloat32.class);
    Operand<TFloat32> negative = tf.math.sub(one, positive);
    return new MetricSums(
        tf.concat(
            List.of(
                sumOfBatch(tf.math.mul(positive, target)),
                sumOfBatch(tf.math.mul(positive, tf.math.sub(one, target))),
                sumOfBatch(tf.math.mul(negative, target))),
            tf.constant(0)),
        new MetricFormula(3 * outputs, sums -> fBeta(sums, average, beta * beta)));
  }

  private Operand<TBool> isPositive(@Nullable Double threshold) {
    if (threshold != null) {
      return tf.math.greater(output, tf.constant(threshold.floatValue()));
    }
    Operand<TFloat32> largest = tf.max(output, tf.constant(-1), Max.keepDims(true));
    return tf.math.logicalAnd(
        tf.math.greaterEqual(output, largest),
        tf.math.greater(tf.math.abs(output), tf.constant(LEAST)));
  }

  private static double fBeta(double[] sums, Average average, double squaredBeta) {
    int outputs = sums.length / 3;
    double[] truePositives = Arrays.copyOfRange(sums, 0, outputs);
    double[] falsePositives = Arrays.copyOfRange(sums, outputs, 2 * outputs);
    double[] falseNegatives = Arrays.copyOfRange(sums, 2 * outputs, sums.length);
    if (average == Average.MICRO) {
      return fBeta(
          Arrays.stream(truePositives).sum(),
          Arrays.stream(falsePositives).sum(),
          Arrays.stream(falseNegatives).sum(),
          squaredBeta);
    }
    double labels = Arrays.stream(truePositives).sum() + Arrays.stream(falseNegatives).sum();
    double score = 0;
    for (int i = 0; i < outputs; i++) {
      double weight =
          average == Average.MACRO
              ? 1.0 / outputs
              : (truePositives[i] + falseNegatives[i]) / (labels + EPSILON);
      score += weight * fBeta(truePositives[i], falsePositives[i], falseNegatives[i], squaredBeta);
    }
    return score;
  }

  private static double fBeta(
      double truePositives, double falsePositives, double falseNegatives, double squaredBeta) {
    double precision = truePositives / (truePositives + falsePositives + EPSILON);
    double recall = truePositives / (truePositives + falseNegatives + EPSILON);
    return (1 + squaredBeta) * precision * recall / (squaredBeta * precision + recall + EPSILON);
  }

  /** Sums labels, squared labels and squared errors per output, and counts the samples. */
  MetricSums r2(R2Score metric) {
    int outputs = MetricShapes.requireRows(metric.name(), shape);
    Operand<TInt32> first = tf.constant(new int[] {0});
    return new MetricSums(
        tf.concat(
            List.of(
                sumOfBatch(target),
                sumOfBatch(tf.math.square(target)),
                sumOfBatch(tf.math.squaredDifference(target, output)),
                tf.dtypes.cast(tf.gather(tf.shape(target), first, tf.constant(0)), TFloat32.class)),
            tf.constant(0)),
        new MetricFormula(3 * outputs + 1, sums -> r2(sums, metric)));
  }

  private static double r2(double[] sums, R2Score metric) {
    int outputs = sums.length / 3;
    double samples = sums[sums.length - 1];
    boolean byVariance = metric.classAggregation() == ClassAggregation.VARIANCE_WEIGHTED_AVERAGE;
    double score = 0;
    double weights = 0;
    for (int i = 0; i < outputs; i++) {
      double variance = sums[outputs + i] - sums[i] * sums[i] / samples;
      double raw = 1 - sums[2 * outputs + i] / variance;
      double weight = byVariance ? variance : 1;
      score += weight * (Double.isInfinite(raw) ? 0 : raw);
      weights += weight;
    }
    return score / weights;
  }

  private Operand<TFloat32> sumOfBatch(Operand<TFloat32> values) {
    return tf.reduceSum(values, tf.constant(0));
  }
}
