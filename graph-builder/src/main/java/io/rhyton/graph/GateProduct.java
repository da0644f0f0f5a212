package io.rhyton.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The product of rows with a kernel whose columns belong to several gates.
 *
 * @param tf where to emit
 * @param kernels the kernel as a whole, or a part for each gate
 * @param masks what the rows are multiplied by first: nothing, one for all gates, or one for each
 */
record GateProduct(Ops tf, List<Operand<TFloat32>> kernels, List<Operand<TFloat32>> masks) {

  Operand<TFloat32> of(Operand<TFloat32> rows) {
    List<Operand<TFloat32>> products = new ArrayList<>();
    for (int gate = 0; gate < kernels.size(); gate++) {
      Operand<TFloat32> masked = masks.isEmpty() ? rows : tf.math.mul(rows, masks.get(gate));
      products.add(tf.linalg.matMul(masked, kernels.get(gate)));
    }
    return products.size() == 1 ? products.get(0) : tf.concat(products, tf.constant(1));
  }
}
