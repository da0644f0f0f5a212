package io.rhyton.graph.layer;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The product of rows with a kernel whose columns are divided among several gates.
 *
 * @param compute emits the matrix products
 * @param kernels the whole kernel, or one part per gate
 * @param masks the dropout masks of the rows: empty, one for all gates, or one per gate
 */
record GateProduct(
    ComputeOps compute, List<Operand<TFloat32>> kernels, List<Operand<TFloat32>> masks) {

  Operand<TFloat32> of(Operand<TFloat32> rows) {
    Ops tf = compute.tf();
    List<Operand<TFloat32>> parts = new ArrayList<>();
    for (int gate = 0; gate < kernels.size(); gate++) {
      Operand<TFloat32> masked = masks.isEmpty() ? rows : tf.math.mul(rows, masks.get(gate));
      parts.add(compute.multiply(masked, kernels.get(gate)));
    }
    return parts.size() == 1 ? parts.get(0) : tf.concat(parts, tf.constant(1));
  }
}
