package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Dilation;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.SlidingWindow;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * A depthwise 2D convolution, which convolves each channel separately: {@code
 * activation(depthwiseConv(x, kernel) + bias)}.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, kernel {@code [kernel height, kernel
 * width, channels, multiplier]}, bias {@code [channels * multiplier]}, output {@code [batch, new
 * height, new width, channels * multiplier]}.
 *
 * <pre>{@code
 * Layer layer = DepthwiseConv2D.of(3).padding(SAME).depthwiseInitializer(HeNormal.of());
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/convolutional/depthwise_conv2d.py}, Keras 3.15.
 *
 * @param kernelSize the kernel size
 * @param strides the strides, equal in both directions unless there is a dilation
 * @param padding the padding at the borders
 * @param depthMultiplier the number of output channels per input channel, at least 1
 * @param dilationRate the dilation rate
 * @param options activation, depthwise kernel, bias and activity regularizer
 */
public record DepthwiseConv2D(
    Size2D kernelSize,
    Size2D strides,
    Padding padding,
    int depthMultiplier,
    Size2D dilationRate,
    KernelOptions options)
    implements RankMapping<Image, Image>, DepthwiseLayer<DepthwiseConv2D> {

  public DepthwiseConv2D {
    Objects.requireNonNull(kernelSize, "kernelSize");
    Objects.requireNonNull(strides, "strides");
    Objects.requireNonNull(padding, "padding");
    Objects.requireNonNull(dilationRate, "dilationRate");
    Objects.requireNonNull(options, "options");
    Padding.requireNotCausal(padding);
    Arguments.requirePositive("depthMultiplier", depthMultiplier);
  }

  /**
   * Creates a depthwise convolution with a square kernel.
   *
   * @param kernelSize height and width of the kernel, at least 1
   */
  public static DepthwiseConv2D of(int kernelSize) {
    return of(kernelSize, kernelSize);
  }

  /**
   * Creates a depthwise convolution with a rectangular kernel.
   *
   * @param kernelHeight the height of the kernel, at least 1
   * @param kernelWidth the width of the kernel, at least 1
   */
  public static DepthwiseConv2D of(int kernelHeight, int kernelWidth) {
    return new DepthwiseConv2D(
        new Size2D(kernelHeight, kernelWidth),
        Size2D.square(1),
        Padding.VALID,
        1,
        Size2D.square(1),
        KernelOptions.of());
  }

  /** Sets both strides; defaults to 1. */
  public DepthwiseConv2D strides(int stride) {
    return strides(stride, stride);
  }

  /** Sets the strides; defaults to 1. */
  public DepthwiseConv2D strides(int vertical, int horizontal) {
    return new DepthwiseConv2D(
        kernelSize,
        new Size2D(vertical, horizontal),
        padding,
        depthMultiplier,
        dilationRate,
        options);
  }

  /** Sets the padding; defaults to {@link Padding#VALID}. */
  public DepthwiseConv2D padding(Padding padding) {
    return new DepthwiseConv2D(
        kernelSize, strides, padding, depthMultiplier, dilationRate, options);
  }

  /** Sets the number of output channels per input channel; defaults to 1. */
  public DepthwiseConv2D depthMultiplier(int depthMultiplier) {
    return new DepthwiseConv2D(
        kernelSize, strides, padding, depthMultiplier, dilationRate, options);
  }

  /** Sets both dilation rates; defaults to 1. */
  public DepthwiseConv2D dilationRate(int dilation) {
    return dilationRate(dilation, dilation);
  }

  /** Sets the dilation rates; defaults to 1. */
  public DepthwiseConv2D dilationRate(int vertical, int horizontal) {
    return new DepthwiseConv2D(
        kernelSize, strides, padding, depthMultiplier, new Size2D(vertical, horizontal), options);
  }

  @Override
  public DepthwiseConv2D options(KernelOptions options) {
    return new DepthwiseConv2D(
        kernelSize, strides, padding, depthMultiplier, dilationRate, options);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    Dilation.requireForDepthwise(inputs, strides, dilationRate);
    long channels = image.get(3) * depthMultiplier;
    Shape output =
        SlidingWindow.of(kernelSize, strides, dilationRate, padding).over(inputs, channels);
    Shape kernel = Shape.of(kernelSize.height(), kernelSize.width(), image.get(3), depthMultiplier);
    return options.geometry(inputs, output, inputs.trainable("kernel", kernel, options.kernel()));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.depthwiseConv2D(this);
  }
}
