package io.rhyton.graph.layer;

import io.rhyton.model.layer.Dense;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Emits fully connected layers. */
final class DenseOps {
  private DenseOps() {}

  static Operand<TFloat32> multiply(LayerScope scope, Dense layer) {
    Ops tf = scope.tf();
    boolean rows = scope.inputShape().numDimensions() == 2;
    Operand<TFloat32> input = rows ? scope.input() : rows(scope);
    Operand<TFloat32> product = scope.compute().multiply(input, scope.weight("kernel"));
    Operand<TFloat32> sum =
        layer.useBias() ? tf.nn.biasAdd(product, scope.weight("bias")) : product;
    if (rows) {
      return sum;
    }
    List<Dimension> sizes = scope.inputSizes();
    sizes.set(sizes.size() - 1, Dimension.of(layer.units()));
    return Dimension.reshape(tf, sum, sizes);
  }

  /** The input as a matrix with one row per position of each sample. */
  private static Operand<TFloat32> rows(LayerScope scope) {
    Ops tf = scope.tf();
    return tf.reshape(scope.input(), tf.constant(new long[] {-1, scope.inputShape().get(-1)}));
  }
}
