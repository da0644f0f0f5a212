package io.rhyton.graph.layer;

import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.UpSampling1D;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.shape.Border1D;
import io.rhyton.model.shape.Border2D;
import io.rhyton.model.shape.Sizes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.StridedSlice;
import org.tensorflow.types.TFloat32;

/** Emits reshaping, repeating, padding and cropping layers. */
final class ReshapingOps {
  private ReshapingOps() {}

  /** Reshapes the input to the shape of the output. */
  static Operand<TFloat32> reshape(LayerScope scope) {
    if (!Sizes.areKnown(scope.outputShape())) {
      return reshapeOfUnknownSize(scope);
    }
    LongStream sizes = LongStream.of(scope.outputShape().tail().asArray());
    long[] shape = LongStream.concat(LongStream.of(-1), sizes).toArray();
    return scope.tf().reshape(scope.input(), scope.tf().constant(shape));
  }

  /** One size of the output may be unknown: the rest of a sample. */
  private static Operand<TFloat32> reshapeOfUnknownSize(LayerScope scope) {
    Ops tf = scope.tf();
    Dimension[] sizes = new Dimension[scope.outputShape().numDimensions()];
    sizes[0] = Dimension.of(tf, scope.input(), scope.inputShape(), 0);
    for (int i = 1; i < sizes.length; i++) {
      sizes[i] = Dimension.of(scope.outputShape().get(i));
    }
    return Dimension.reshape(tf, scope.input(), sizes);
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
    return crop(scope, new int[] {0, border.before(), 0}, new int[] {0, -border.after(), 0});
  }

  static Operand<TFloat32> crop(LayerScope scope, Border2D border) {
    return crop(
        scope,
        new int[] {0, border.top(), border.left(), 0},
        new int[] {0, -border.bottom(), -border.right(), 0});
  }

  /**
   * Crops an input.
   *
   * @param from the first index of each axis
   * @param to minus the number of indices to crop at the end of each axis
   */
  private static Operand<TFloat32> crop(LayerScope scope, int[] from, int[] to) {
    Ops tf = scope.tf();
    if (!Sizes.areKnown(scope.outputShape())) {
      long whole = 0;
      for (int axis = 0; axis < to.length; axis++) {
        whole |= to[axis] == 0 ? 1L << axis : 0;
      }
      int[] next = new int[to.length];
      Arrays.fill(next, 1);
      return tf.stridedSlice(
          scope.input(),
          tf.constant(from),
          tf.constant(to),
          tf.constant(next),
          StridedSlice.endMask(whole));
    }
    // The batch size is unknown, -1, which here means all. The gradient only supports int32.
    int[] sizes = Arrays.stream(scope.outputShape().asArray()).mapToInt(Math::toIntExact).toArray();
    return tf.slice(scope.input(), tf.constant(from), tf.constant(sizes));
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
    return ResizingOps.resize(
        scope.tf(),
        scope.input(),
        List.of(scope.inputSize(1), scope.inputSize(2)),
        List.of(
            scope.inputSize(1).times(scope.tf(), layer.size().height()),
            scope.inputSize(2).times(scope.tf(), layer.size().width())),
        layer.interpolation(),
        false);
  }
}
