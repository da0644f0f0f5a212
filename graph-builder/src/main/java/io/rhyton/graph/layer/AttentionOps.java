package io.rhyton.graph.layer;

import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.shape.Sizes;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Emits multi-head attention. */
final class AttentionOps {
  /** Added to masked scores: low enough for a softmax to return 0, without overflowing float32. */
  private static final float HIDDEN = -1e9f;

  private final LayerScope scope;
  private final Ops tf;
  private final MultiHeadAttention layer;

  private AttentionOps(LayerScope scope, MultiHeadAttention layer) {
    this.scope = scope;
    this.tf = scope.tf();
    this.layer = layer;
  }

  static Operand<TFloat32> attend(LayerScope scope, MultiHeadAttention layer) {
    return new AttentionOps(scope, layer).attend();
  }

  private Operand<TFloat32> attend() {
    int last = scope.inputs().size() - 1;
    Operand<TFloat32> query = heads("query", 0, layer.keyDim());
    Operand<TFloat32> key = heads("key", last, layer.keyDim());
    Operand<TFloat32> value = heads("value", 1, layer.valueDim());
    Operand<TFloat32> scaled =
        tf.math.mul(query, tf.constant((float) (1 / Math.sqrt(layer.keyDim()))));
    Operand<TFloat32> scores =
        tf.train.batchMatMul(scaled, key, TFloat32.class, BatchMatMul.adjY(true));
    if (layer.useCausalMask()) {
      scores = tf.math.add(scores, later());
    }
    Operand<TFloat32> weights =
        RegularizationOps.dropout(scope, tf.nn.softmax(scores), layer.dropout(), layer.seed());
    return output(tf.train.batchMatMul(weights, value, TFloat32.class));
  }

  /** The projection of an input, split into heads: {@code [batch, heads, positions, size]}. */
  private Operand<TFloat32> heads(String name, int input, int size) {
    Shape sequence = scope.inputShapes().get(input);
    long width = (long) layer.numHeads() * size;
    Operand<TFloat32> projected = project(name, scope.inputs().get(input), sequence.get(2), width);
    return transposed(
        Dimension.reshape(
            tf,
            projected,
            List.of(
                Dimension.of(Sizes.ANY),
                scope.inputSize(input, 1),
                Dimension.of(layer.numHeads()),
                Dimension.of(size))));
  }

  private Operand<TFloat32> output(Operand<TFloat32> heads) {
    Shape query = scope.inputShape();
    long width = (long) layer.numHeads() * layer.valueDim();
    return Dimension.reshape(
        tf,
        project("attention_output", transposed(heads), width, query.get(2)),
        scope.inputSizes());
  }

  /** Projects the last axis with a kernel, reshaped to a matrix, and a bias. */
  private Operand<TFloat32> project(String name, Operand<TFloat32> x, long from, long to) {
    Operand<TFloat32> rows = tf.reshape(x, tf.constant(new long[] {-1, from}));
    Operand<TFloat32> kernel =
        tf.reshape(scope.weight(name + "/kernel"), tf.constant(new long[] {from, to}));
    Operand<TFloat32> product = scope.compute().multiply(rows, kernel);
    return layer.useBias()
        ? tf.nn.biasAdd(
            product, tf.reshape(scope.weight(name + "/bias"), tf.constant(new long[] {to})))
        : product;
  }

  /** Swaps the axes of heads and positions. */
  private Operand<TFloat32> transposed(Operand<TFloat32> x) {
    return tf.linalg.transpose(x, tf.constant(new int[] {0, 2, 1, 3}));
  }

  /** The causal mask, added to the scores: hides later values from each query position. */
  private Operand<TFloat32> later() {
    Operand<TInt32> row = tf.expandDims(positions(scope.inputSize(1)), tf.constant(1));
    return tf.math.mul(
        tf.dtypes.cast(tf.math.less(row, positions(scope.inputSize(1, 1))), TFloat32.class),
        tf.constant(HIDDEN));
  }

  private Operand<TInt32> positions(Dimension count) {
    return tf.range(tf.constant(0), count.scalar(tf), tf.constant(1));
  }
}
