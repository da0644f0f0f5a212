package io.rhyton.graph.layer;

import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.CustomScaleLayer;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Emits merging layers. */
final class MergingOps {
  private MergingOps() {}

  /** Adds the inputs one by one as Keras does: the order affects the last bit. */
  static Operand<TFloat32> add(LayerScope scope) {
    return merge(scope, scope.tf().math::add);
  }

  static Operand<TFloat32> average(LayerScope scope) {
    return scope.tf().math.div(add(scope), scope.tf().constant((float) scope.inputs().size()));
  }

  static Operand<TFloat32> maximum(LayerScope scope) {
    return merge(scope, scope.tf().math::maximum);
  }

  static Operand<TFloat32> minimum(LayerScope scope) {
    return merge(scope, scope.tf().math::minimum);
  }

  static Operand<TFloat32> multiply(LayerScope scope) {
    return merge(scope, scope.tf().math::mul);
  }

  static Operand<TFloat32> subtract(LayerScope scope) {
    return merge(scope, scope.tf().math::sub);
  }

  static Operand<TFloat32> addScaled(LayerScope scope, CustomScaleLayer layer) {
    Ops tf = scope.tf();
    Operand<TFloat32> scale = tf.constant((float) layer.scale());
    return tf.math.add(scope.inputs().get(0), tf.math.mul(scope.inputs().get(1), scale));
  }

  private static Operand<TFloat32> merge(
      LayerScope scope, BinaryOperator<Operand<TFloat32>> merging) {
    Operand<TFloat32> merged = aligned(scope, 0);
    for (int i = 1; i < scope.inputs().size(); i++) {
      merged = merging.apply(merged, aligned(scope, i));
    }
    return merged;
  }

  /**
   * An input with as many axes as the output, the missing ones inserted after the batch axis; NumPy
   * would put them first.
   */
  private static Operand<TFloat32> aligned(LayerScope scope, int index) {
    List<Shape> shapes = scope.inputShapes();
    Operand<TFloat32> input = scope.inputs().get(index);
    int missing = scope.outputShape().numDimensions() - shapes.get(index).numDimensions();
    if (missing == 0) {
      return input;
    }
    List<Dimension> sizes = scope.inputSizes(index);
    sizes.addAll(1, Collections.nCopies(missing, Dimension.of(1)));
    return Dimension.reshape(scope.tf(), input, sizes);
  }

  static Operand<TFloat32> concatenate(LayerScope scope, Concatenate layer) {
    Ops tf = scope.tf();
    return tf.concat(scope.inputs(), tf.constant(layer.axis()));
  }
}
