package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Dilation;
import io.rhyton.model.layer.geometry.Groups;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.SlidingWindow;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * A 2D convolution, over images: {@code activation(conv(x, kernel) + bias)}.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, kernel {@code [kernel height, kernel
 * width, channels / groups, filters]}, bias {@code [filters]}, output {@code [batch, new height,
 * new width, filters]}.
 *
 * <pre>{@code
 * Layer layer = Conv2D.of(32, 3).padding(SAME).strides(2).activation(RELU);
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/convolutional/conv2d.py}, Keras 3.15.
 *
 * @param filters the number of output channels, at least 1
 * @param kernelSize the kernel size
 * @param strides the strides
 * @param padding the padding at the borders
 * @param dilationRate the dilation rate; must be 1 if the strides are greater than 1
 * @param groups the number of groups into which channels and filters are split, each convolved
 *     separately
 * @param options activation, kernel, bias and activity regularizer
 */
public record Conv2D(
    int filters,
    Size2D kernelSize,
    Size2D strides,
    Padding padding,
    Size2D dilationRate,
    int groups,
    KernelOptions options)
    implements RankMapping<Image, Image>, KernelLayer<Conv2D> {

  public Conv2D {
    Objects.requireNonNull(kernelSize, "kernelSize");
    Objects.requireNonNull(strides, "strides");
    Objects.requireNonNull(padding, "padding");
    Objects.requireNonNull(dilationRate, "dilationRate");
    Objects.requireNonNull(options, "options");
    Arguments.requirePositive("filters", filters);
    Padding.requireNotCausal(padding);
    Groups.require(groups, filters);
    Dilation.requireWithoutStrides(strides, dilationRate);
  }

  /**
   * Creates a convolution with a square kernel.
   *
   * @param filters the number of output channels, at least 1
   * @param kernelSize height and width of the kernel, at least 1
   */
  public static Conv2D of(int filters, int kernelSize) {
    return of(filters, kernelSize, kernelSize);
  }

  /**
   * Creates a convolution with a rectangular kernel.
   *
   * @param filters the number of output channels, at least 1
   * @param kernelHeight the height of the kernel, at least 1
   * @param kernelWidth the width of the kernel, at least 1
   */
  public static Conv2D of(int filters, int kernelHeight, int kernelWidth) {
    return new Conv2D(
        filters,
        new Size2D(kernelHeight, kernelWidth),
        Size2D.square(1),
        Padding.VALID,
        Size2D.square(1),
        1,
        KernelOptions.of());
  }

  /** Sets both strides; defaults to 1. */
  public Conv2D strides(int stride) {
    return strides(stride, stride);
  }

  /** Sets the strides; defaults to 1. */
  public Conv2D strides(int vertical, int horizontal) {
    return new Conv2D(
        filters,
        kernelSize,
        new Size2D(vertical, horizontal),
        padding,
        dilationRate,
        groups,
        options);
  }

  /** Sets the padding; defaults to {@link Padding#VALID}. */
  public Conv2D padding(Padding padding) {
    return new Conv2D(filters, kernelSize, strides, padding, dilationRate, groups, options);
  }

  /** Sets both dilation rates; defaults to 1. */
  public Conv2D dilationRate(int dilation) {
    return dilationRate(dilation, dilation);
  }

  /** Sets the dilation rates; defaults to 1. */
  public Conv2D dilationRate(int vertical, int horizontal) {
    return new Conv2D(
        filters, kernelSize, strides, padding, new Size2D(vertical, horizontal), groups, options);
  }

  /** Sets the number of groups, at least 1; defaults to 1. */
  public Conv2D groups(int groups) {
    return new Conv2D(filters, kernelSize, strides, padding, dilationRate, groups, options);
  }

  @Override
  public Conv2D options(KernelOptions options) {
    return new Conv2D(filters, kernelSize, strides, padding, dilationRate, groups, options);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape output =
        SlidingWindow.of(kernelSize, strides, dilationRate, padding).over(inputs, filters);
    long channels = Groups.channels(inputs, groups);
    Shape kernel = Shape.of(kernelSize.height(), kernelSize.width(), channels, filters);
    return options.geometry(inputs, output, inputs.trainable("kernel", kernel, options.kernel()));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.conv2D(this);
  }
}
