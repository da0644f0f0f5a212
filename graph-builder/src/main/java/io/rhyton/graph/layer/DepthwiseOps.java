package io.rhyton.graph.layer;

import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.SeparableConv2D;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Emits depthwise and separable convolutions. */
final class DepthwiseOps {
  private DepthwiseOps() {}

  static Operand<TFloat32> convolve(LayerScope scope, DepthwiseConv2D layer) {
    KernelWindow window =
        new KernelWindow(
            layer.kernelSize(), layer.strides(), layer.dilationRate(), layer.padding());
    return ConvolutionOps.biased(scope, convolve(scope, "kernel", window), layer.useBias());
  }

  static Operand<TFloat32> convolve(LayerScope scope, SeparableConv2D layer) {
    KernelWindow window =
        new KernelWindow(
            layer.kernelSize(), layer.strides(), layer.dilationRate(), layer.padding());
    Operand<TFloat32> mixed =
        ConvolutionOps.plain(scope.compute(), scope.weight("pointwise_kernel"))
            .of(convolve(scope, "depthwise_kernel", window), new Size2D(1, 1), Padding.VALID);
    return ConvolutionOps.biased(scope, mixed, layer.useBias());
  }

  private static Operand<TFloat32> convolve(LayerScope scope, String kernel, KernelWindow window) {
    return WindowOps.convolve(
        scope.tf(),
        scope.input(),
        scope.inputSize(1),
        scope.inputSize(2),
        window,
        plain(scope.compute(), scope.weight(kernel)));
  }

  static Convolution plain(ComputeOps compute, Operand<TFloat32> kernel) {
    return (image, strides, padding) -> compute.convolveDepthwise(image, kernel, strides, padding);
  }
}
