package io.rhyton.graph;

import io.rhyton.model.training.Accuracy;
import io.rhyton.model.training.BinaryAccuracy;
import io.rhyton.model.training.CategoricalAccuracy;
import io.rhyton.model.training.MetricVisitor;
import io.rhyton.model.training.SparseCategoricalAccuracy;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * A metric's value for every sample, {@code [batch]}; an epoch's value is their mean. That of a
 * sample with several rows is the mean over them.
 */
final class MetricOps implements MetricVisitor<Operand<TFloat32>> {
  private final Ops tf;
  private final Operand<TFloat32> prediction;
  private final Labels labels;
  private final Shape shape;

  MetricOps(Ops tf, Operand<TFloat32> prediction, Labels labels) {
    this.tf = tf;
    this.prediction = prediction;
    this.labels = labels;
    this.shape = labels.shape();
  }

  @Override
  public Operand<TFloat32> accuracy(Accuracy metric) {
    boolean binary = shape.get(shape.numDimensions() - 1) == 1 && !labels.sparse();
    return binary ? sidesOfHalf() : largestIsClass();
  }

  @Override
  public Operand<TFloat32> binaryAccuracy(BinaryAccuracy metric) {
    return sidesOfHalf();
  }

  @Override
  public Operand<TFloat32> categoricalAccuracy(CategoricalAccuracy metric) {
    return largestIsClass();
  }

  @Override
  public Operand<TFloat32> sparseCategoricalAccuracy(SparseCategoricalAccuracy metric) {
    return largestIsClass();
  }

  private Operand<TFloat32> largestIsClass() {
    return ofSamples(
        asFloat(
            tf.math.equal(
                tf.math.argMax(prediction, tf.constant(-1)),
                tf.math.argMax(labels.rows(), tf.constant(-1)))));
  }

  private Operand<TFloat32> sidesOfHalf() {
    Operand<TFloat32> side = asFloat(tf.math.greater(prediction, tf.constant(0.5f)));
    return ofSamples(tf.math.mean(asFloat(tf.math.equal(side, labels.rows())), tf.constant(-1)));
  }

  /** The mean over the rows of each sample, if it has more than one. */
  private Operand<TFloat32> ofSamples(Operand<TFloat32> rows) {
    int rank = shape.numDimensions() - 1;
    return rank == 1 ? rows : tf.math.mean(rows, Axes.ofSample(tf, rank));
  }

  private Operand<TFloat32> asFloat(Operand<TBool> truth) {
    return tf.dtypes.cast(truth, TFloat32.class);
  }
}
