package io.rhyton.graph;

import io.rhyton.model.layer.Border1D;
import io.rhyton.model.layer.Border2D;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.UpSampling2D;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.op.image.ResizeNearestNeighbor;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Ops of the layers that move values, repeat them or leave some out. */
final class ReshapingOps {
  private ReshapingOps() {}

  /** The same values in the shape of the output. */
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
    Ops tf = scope.tf();
    return tf.pad(scope.input(), tf.constant(border), tf.constant(0f));
  }

  static Operand<TFloat32> crop(LayerScope scope, Border1D border) {
    return crop(scope, 0, border.before(), 0);
  }

  static Operand<TFloat32> crop(LayerScope scope, Border2D border) {
    return crop(scope, 0, border.top(), border.left(), 0);
  }

  /** What the output has room for, from a place on. */
  private static Operand<TFloat32> crop(LayerScope scope, int... from) {
    Ops tf = scope.tf();
    // The number of samples is unknown, -1, which here means all. The gradient knows int32 only.
    int[] sizes = Arrays.stream(scope.outputShape().asArray()).mapToInt(Math::toIntExact).toArray();
    return tf.slice(scope.input(), tf.constant(from), tf.constant(sizes));
  }

  static Operand<TFloat32> upSample(LayerScope scope) {
    return SequenceImages.output(
        scope, nearest(scope.tf(), SequenceImages.input(scope), 1, scope.outputShape().get(1)));
  }

  static Operand<TFloat32> upSample(LayerScope scope, UpSampling2D layer) {
    return resize(scope.tf(), scope.input(), scope.outputShape(), layer.interpolation());
  }

  /** Images of the height and width that a shape has. */
  static Operand<TFloat32> resize(
      Ops tf, Operand<TFloat32> image, Shape shape, Interpolation interpolation) {
    long height = shape.get(1);
    long width = shape.get(2);
    return switch (interpolation) {
      case NEAREST -> nearest(tf, image, height, width);
      case BILINEAR ->
          tf.image.resizeBilinear(
              image, size(tf, height, width), ResizeBilinear.halfPixelCenters(true));
    };
  }

  /** Seen from the centres of pixels, as no rounding of a factor can then miss a pixel. */
  private static Operand<TFloat32> nearest(
      Ops tf, Operand<TFloat32> image, long height, long width) {
    return tf.image.resizeNearestNeighbor(
        image, size(tf, height, width), ResizeNearestNeighbor.halfPixelCenters(true));
  }

  private static Operand<TInt32> size(Ops tf, long height, long width) {
    return tf.constant(new int[] {Math.toIntExact(height), Math.toIntExact(width)});
  }
}
