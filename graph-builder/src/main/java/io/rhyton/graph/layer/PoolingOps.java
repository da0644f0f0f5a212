package io.rhyton.graph.layer;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.AveragePooling1D;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.MaxPooling1D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Emits pooling layers. */
final class PoolingOps {
  private static final Size2D NEXT = new Size2D(1, 1);

  private PoolingOps() {}

  static Operand<TFloat32> max(LayerScope scope, MaxPooling1D layer) {
    return SequenceImages.output(
        scope,
        max(
            scope.tf(),
            SequenceImages.input(scope),
            new Size2D(1, layer.poolSize()),
            new Size2D(1, layer.strides()),
            layer.padding()));
  }

  /**
   * The maximum of ReLU outputs is the ReLU of the maximum, with the same gradient, so the ReLU is
   * applied after pooling, to fewer values.
   */
  static LayerOutputTensor max(LayerScope scope, MaxPooling2D layer) {
    LayerOutputTensor source = scope.source();
    return source.activation() == ActivationFunction.RELU
        ? ActivationOps.apply(
            scope, max(scope.tf(), source.beforeActivation(), layer), ActivationFunction.RELU)
        : LayerOutputTensor.of(max(scope.tf(), source.output(), layer));
  }

  private static Operand<TFloat32> max(Ops tf, Operand<TFloat32> image, MaxPooling2D layer) {
    return max(tf, image, layer.poolSize(), layer.strides(), layer.padding());
  }

  /**
   * Emits {@code MaxPool} directly: TensorFlow Java's {@code maxPool} emits {@code MaxPoolV2},
   * which oneDNN does not accelerate and TFLite cannot convert.
   */
  private static Operand<TFloat32> max(
      Ops tf, Operand<TFloat32> image, Size2D window, Size2D strides, Padding padding) {
    return tf.scope()
        .opBuilder("MaxPool", "MaxPool")
        .addInput(image.asOutput())
        .setAttr("ksize", perAxis(window))
        .setAttr("strides", perAxis(strides))
        .setAttr("padding", padding.name())
        .build()
        .output(0);
  }

  static Operand<TFloat32> average(LayerScope scope, AveragePooling1D layer) {
    return SequenceImages.output(
        scope,
        average(
            scope.tf(),
            SequenceImages.input(scope),
            Dimension.of(1),
            scope.inputSize(1),
            KernelWindow.row(layer.poolSize(), layer.strides(), 1, layer.padding())));
  }

  static Operand<TFloat32> average(LayerScope scope, AveragePooling2D layer) {
    return average(
        scope.tf(),
        scope.input(),
        scope.inputSize(1),
        scope.inputSize(2),
        new KernelWindow(layer.poolSize(), layer.strides(), NEXT, layer.padding()));
  }

  /**
   * Averages the part of each window that is inside the image. If a window with {@code SAME}
   * padding is larger than the image, TensorFlow's gradient is wrong without oneDNN: it assumes
   * that a window which begins before the image extends to the end of it. In this case, and if the
   * size is unknown, zeros are padded explicitly, and the average is divided by the fraction of the
   * window that is inside.
   */
  private static Operand<TFloat32> average(
      Ops tf, Operand<TFloat32> image, Dimension height, Dimension width, KernelWindow window) {
    if (window.padding() == Padding.VALID
        || (fits(window.size().height(), height) && fits(window.size().width(), width))) {
      return average(tf, image, window, window.padding());
    }
    Border border = window.border(tf, height, width);
    Dimension one = Dimension.of(1);
    Operand<TFloat32> ones =
        tf.fill(Dimension.vector(tf, List.of(one, height, width, one)), tf.constant(1f));
    return tf.math.div(
        average(tf, border.around(tf, image), window, Padding.VALID),
        average(tf, border.around(tf, ones), window, Padding.VALID));
  }

  private static boolean fits(int window, Dimension size) {
    return window == 1 || (size.isKnown() && window <= size.known());
  }

  private static Operand<TFloat32> average(
      Ops tf, Operand<TFloat32> image, KernelWindow window, Padding padding) {
    return tf.nn.avgPool(
        image,
        ConvolutionOps.perAxis(window.size()),
        ConvolutionOps.perAxis(window.strides()),
        padding.name());
  }

  static Operand<TFloat32> globalAverage(LayerScope scope, boolean keepdims) {
    return scope.tf().math.mean(scope.input(), positions(scope), Mean.keepDims(keepdims));
  }

  static Operand<TFloat32> globalMax(LayerScope scope, boolean keepdims) {
    return scope.tf().max(scope.input(), positions(scope), Max.keepDims(keepdims));
  }

  /** The axes between batch and channels. */
  private static Operand<TInt32> positions(LayerScope scope) {
    int last = scope.inputShape().numDimensions() - 1;
    return scope.tf().constant(IntStream.range(1, last).toArray());
  }

  private static long[] perAxis(Size2D size) {
    return new long[] {1, size.height(), size.width(), 1};
  }
}
