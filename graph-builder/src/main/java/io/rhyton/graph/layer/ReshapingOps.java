package io.rhyton.graph.layer;

import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.shape.Border1D;
import io.rhyton.model.shape.Border2D;
import io.rhyton.model.shape.Size2D;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Emits reshaping, repeating, padding and cropping layers. */
final class ReshapingOps {
  private ReshapingOps() {}

  /** Reshapes the input to the shape of the output. */
  static Operand<TFloat32> reshape(LayerScope scope) {
    LongStream sizes = LongStream.of(scope.outputShape().tail().asArray());
    long[] shape = LongStream.concat(LongStream.of(-1), sizes).toArray();
    return scope.tf().reshape(scope.input(), scope.tf().constant(shape));
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
    return pad(
        scope.tf(),
        scope.input(),
        new int[][] {{0, 0}, {border.before(), border.after()}, {0, 0}},
        0);
  }

  static Operand<TFloat32> pad(LayerScope scope, Border2D border) {
    return pad(scope.tf(), scope.input(), border, 0);
  }

  /** Pads images with a constant value. */
  static Operand<TFloat32> pad(Ops tf, Operand<TFloat32> images, Border2D border, float value) {
    return pad(
        tf,
        images,
        new int[][] {
          {0, 0}, {border.top(), border.bottom()}, {border.left(), border.right()}, {0, 0}
        },
        value);
  }

  private static Operand<TFloat32> pad(
      Ops tf, Operand<TFloat32> input, int[][] border, float value) {
    return tf.pad(input, tf.constant(border), tf.constant(value));
  }

  static Operand<TFloat32> crop(LayerScope scope, Border1D border) {
    return crop(scope, 0, border.before(), 0);
  }

  static Operand<TFloat32> crop(LayerScope scope, Border2D border) {
    return crop(scope, 0, border.top(), border.left(), 0);
  }

  /** Slices the shape of the output from the input, starting at the given indices. */
  private static Operand<TFloat32> crop(LayerScope scope, int... from) {
    Ops tf = scope.tf();
    // The batch size is unknown, -1, which here means all. The gradient only supports int32.
    int[] sizes = Arrays.stream(scope.outputShape().asArray()).mapToInt(Math::toIntExact).toArray();
    return tf.slice(scope.input(), tf.constant(from), tf.constant(sizes));
  }

  static Operand<TFloat32> upSample(LayerScope scope) {
    int length = Math.toIntExact(scope.outputShape().get(1));
    return SequenceImages.output(
        scope, ResizingOps.nearest(scope.tf(), SequenceImages.input(scope), new Size2D(1, length)));
  }

  static Operand<TFloat32> upSample(LayerScope scope, UpSampling2D layer) {
    return ResizingOps.resize(
        scope.tf(),
        scope.input(),
        ResizingOps.size(scope.inputShape()),
        ResizingOps.size(scope.outputShape()),
        layer.interpolation(),
        false);
  }
}
