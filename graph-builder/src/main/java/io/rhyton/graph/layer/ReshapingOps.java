package io.rhyton.graph.layer;

import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.UpSampling1D;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.shape.Border1D;
import io.rhyton.model.shape.Border2D;
import io.rhyton.model.shape.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Emits reshaping, repeating, padding and cropping layers. */
final class ReshapingOps {
  private ReshapingOps() {}

  /**
   * Reshapes the input to the shape of the output, in which one size may be unknown, to be
   * inferred.
   */
  static Operand<TFloat32> reshape(LayerScope scope) {
    Shape output = scope.outputShape();
    List<Dimension> sizes = new ArrayList<>();
    sizes.add(Sizes.areKnown(output) ? Dimension.of(Sizes.ANY) : scope.inputSize(0));
    LongStream.of(output.tail().asArray()).mapToObj(Dimension::of).forEach(sizes::add);
    return Dimension.reshape(scope.tf(), scope.input(), sizes);
  }

  static Operand<TFloat32> permute(LayerScope scope, Permute layer) {
    int[] axes = new int[layer.dims().size() + 1];
    for (int i = 1; i < axes.length; i++) {
      axes[i] = layer.dims().get(i - 1);
    }
    return scope.tf().linalg.transpose(scope.input(), scope.tf().constant(axes));
  }

  static Operand<TFloat32> repeat(LayerScope scope, int times) {
    Ops tf = scope.tf();
    Operand<TFloat32> single = tf.expandDims(scope.input(), tf.constant(1));
    return tf.tile(single, tf.constant(new int[] {1, times, 1}));
  }

  static Operand<TFloat32> pad(LayerScope scope, Border1D border) {
    return pad(scope, new int[][] {{0, 0}, {border.before(), border.after()}, {0, 0}});
  }

  static Operand<TFloat32> pad(LayerScope scope, Border2D border) {
    return pad(
        scope,
        new int[][] {
          {0, 0}, {border.top(), border.bottom()}, {border.left(), border.right()}, {0, 0}
        });
  }

  private static Operand<TFloat32> pad(LayerScope scope, int[][] border) {
    return scope.tf().pad(scope.input(), scope.tf().constant(border), scope.tf().constant(0f));
  }

  static Operand<TFloat32> crop(LayerScope scope, Border1D border) {
    List<Dimension> sizes = scope.inputSizes();
    crop(scope, sizes, 1, border.before(), border.after());
    return slice(scope, sizes, 0, border.before(), 0);
  }

  static Operand<TFloat32> crop(LayerScope scope, Border2D border) {
    List<Dimension> sizes = scope.inputSizes();
    crop(scope, sizes, 1, border.top(), border.bottom());
    crop(scope, sizes, 2, border.left(), border.right());
    return slice(scope, sizes, 0, border.top(), border.left(), 0);
  }

  private static void crop(
      LayerScope scope, List<Dimension> sizes, int axis, int before, int after) {
    sizes.set(axis, sizes.get(axis).plus(scope.tf(), -((long) before + after)));
  }

  /** Slices the input, starting at the given indices; -1, the batch, means all. */
  private static Operand<TFloat32> slice(LayerScope scope, List<Dimension> sizes, int... from) {
    Ops tf = scope.tf();
    // The gradient only supports int32.
    return tf.slice(scope.input(), tf.constant(from), Dimension.vector(tf, sizes));
  }

  static Operand<TFloat32> upSample(LayerScope scope, UpSampling1D layer) {
    return SequenceImages.output(
        scope,
        ResizingOps.nearest(
            scope.tf(),
            SequenceImages.input(scope),
            List.of(Dimension.of(1), scope.inputSize(1).times(scope.tf(), layer.size()))));
  }

  static Operand<TFloat32> upSample(LayerScope scope, UpSampling2D layer) {
    Dimension height = scope.inputSize(1);
    Dimension width = scope.inputSize(2);
    return ResizingOps.resize(
        scope.tf(),
        scope.input(),
        List.of(height, width),
        List.of(
            height.times(scope.tf(), layer.size().height()),
            width.times(scope.tf(), layer.size().width())),
        layer.interpolation(),
        false);
  }
}
