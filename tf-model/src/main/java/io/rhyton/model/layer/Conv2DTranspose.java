package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Dilation;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.TransposedWindow;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.OutputPadding;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A transposed 2D convolution, which upsamples images: {@code activation(convTransposed(x, kernel)
 * + bias)}.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, kernel {@code [kernel height, kernel
 * width, filters, channels]}, bias {@code [filters]}, output {@code [batch, new height, new width,
 * filters]}. A size {@code n} becomes {@code (n - 1) * stride + max(kernel, stride)} with {@link
 * Padding#VALID}, {@code n * stride} with {@link Padding#SAME}; if {@code outputPadding} is given,
 * {@code (n - 1) * stride + kernel + outputPadding} and {@code (n - 1) * stride + kernel % 2 +
 * outputPadding}.
 *
 * <pre>{@code
 * Layer layer = Conv2DTranspose.of(16, 2).strides(2);         // twice the height and width
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/convolutional/conv2d_transpose.py}, Keras 3.15.
 *
 * @param filters the number of output channels, at least 1
 * @param kernelSize the kernel size
 * @param strides the strides: the factors by which the output is larger than the input
 * @param padding the padding at the borders
 * @param outputPadding the size added to the output at the bottom and on the right, less than the
 *     strides; null to infer it
 * @param dilationRate the dilation rate; must be 1 if the strides are greater than 1
 * @param options activation, kernel, bias and activity regularizer
 */
public record Conv2DTranspose(
    int filters,
    Size2D kernelSize,
    Size2D strides,
    Padding padding,
    @Nullable OutputPadding outputPadding,
    Size2D dilationRate,
    KernelOptions options)
    implements RankMapping<Image, Image>, KernelLayer<Conv2DTranspose> {

  public Conv2DTranspose {
    Objects.requireNonNull(kernelSize, "kernelSize");
    Objects.requireNonNull(strides, "strides");
    Objects.requireNonNull(padding, "padding");
    Objects.requireNonNull(dilationRate, "dilationRate");
    Objects.requireNonNull(options, "options");
    Arguments.requirePositive("filters", filters);
    Padding.requireNotCausal(padding);
    Dilation.requireWithoutStrides(strides, dilationRate);
  }

  /**
   * Creates a transposed convolution with a square kernel.
   *
   * @param filters the number of output channels, at least 1
   * @param kernelSize height and width of the kernel, at least 1
   */
  public static Conv2DTranspose of(int filters, int kernelSize) {
    return of(filters, kernelSize, kernelSize);
  }

  /**
   * Creates a transposed convolution with a rectangular kernel.
   *
   * @param filters the number of output channels, at least 1
   * @param kernelHeight the height of the kernel, at least 1
   * @param kernelWidth the width of the kernel, at least 1
   */
  public static Conv2DTranspose of(int filters, int kernelHeight, int kernelWidth) {
    return new Conv2DTranspose(
        filters,
        new Size2D(kernelHeight, kernelWidth),
        Size2D.square(1),
        Padding.VALID,
        null,
        Size2D.square(1),
        KernelOptions.of());
  }

  /** Sets both strides; defaults to 1. */
  public Conv2DTranspose strides(int stride) {
    return strides(stride, stride);
  }

  /** Sets the strides; defaults to 1. */
  public Conv2DTranspose strides(int vertical, int horizontal) {
    return new Conv2DTranspose(
        filters,
        kernelSize,
        new Size2D(vertical, horizontal),
        padding,
        outputPadding,
        dilationRate,
        options);
  }

  /** Sets the padding; defaults to {@link Padding#VALID}. */
  public Conv2DTranspose padding(Padding padding) {
    return new Conv2DTranspose(
        filters, kernelSize, strides, padding, outputPadding, dilationRate, options);
  }

  /**
   * Sets the size added to the output at the bottom and on the right, at least 0; inferred by
   * default.
   */
  public Conv2DTranspose outputPadding(int pixels) {
    return outputPadding(OutputPadding.of(pixels, pixels));
  }

  /** Sets the size added to the output at the bottom and on the right; inferred by default. */
  public Conv2DTranspose outputPadding(int bottom, int right) {
    return outputPadding(OutputPadding.of(bottom, right));
  }

  /** Sets the size added to the output at the bottom and on the right; inferred by default. */
  public Conv2DTranspose outputPadding(@Nullable OutputPadding outputPadding) {
    return new Conv2DTranspose(
        filters, kernelSize, strides, padding, outputPadding, dilationRate, options);
  }

  /** Sets both dilation rates; defaults to 1. */
  public Conv2DTranspose dilationRate(int dilation) {
    return dilationRate(dilation, dilation);
  }

  /** Sets the dilation rates; defaults to 1. */
  public Conv2DTranspose dilationRate(int vertical, int horizontal) {
    return new Conv2DTranspose(
        filters,
        kernelSize,
        strides,
        padding,
        outputPadding,
        new Size2D(vertical, horizontal),
        options);
  }

  @Override
  public Conv2DTranspose options(KernelOptions options) {
    return new Conv2DTranspose(
        filters, kernelSize, strides, padding, outputPadding, dilationRate, options);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    Shape output =
        TransposedWindow.of(kernelSize, strides, dilationRate, padding, outputPadding)
            .over(inputs, filters);
    Shape kernel = Shape.of(kernelSize.height(), kernelSize.width(), filters, image.get(3));
    return options.geometry(inputs, output, inputs.trainable("kernel", kernel, options.kernel()));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.conv2DTranspose(this);
  }
}
