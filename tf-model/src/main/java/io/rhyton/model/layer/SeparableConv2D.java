package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Dilation;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.SlidingWindow;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A separable 2D convolution, that is a depthwise convolution followed by a pointwise (1x1) one:
 * {@code activation(conv(depthwiseConv(x, depthwise kernel), pointwise kernel) + bias)}.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, depthwise kernel {@code [kernel
 * height, kernel width, channels, multiplier]}, pointwise kernel {@code [1, 1, channels *
 * multiplier, filters]}, bias {@code [filters]}, output {@code [batch, new height, new width,
 * filters]}.
 *
 * <pre>{@code
 * Layer layer = SeparableConv2D.of(64, 3).padding(SAME).useBias(false);
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/convolutional/separable_conv2d.py}, Keras 3.15.
 *
 * @param filters the number of output channels, at least 1
 * @param kernelSize the kernel size
 * @param strides the strides, equal in both directions unless there is a dilation
 * @param padding the padding at the borders
 * @param dilationRate the dilation rate
 * @param depthMultiplier the number of output channels per input channel, at least 1
 * @param options activation, depthwise kernel, bias and activity regularizer
 * @param pointwise the options of the pointwise kernel
 */
public record SeparableConv2D(
    int filters,
    Size2D kernelSize,
    Size2D strides,
    Padding padding,
    Size2D dilationRate,
    int depthMultiplier,
    KernelOptions options,
    WeightOptions pointwise)
    implements RankMapping<Image, Image>, DepthwiseLayer<SeparableConv2D> {

  public SeparableConv2D {
    Objects.requireNonNull(kernelSize, "kernelSize");
    Objects.requireNonNull(strides, "strides");
    Objects.requireNonNull(padding, "padding");
    Objects.requireNonNull(dilationRate, "dilationRate");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(pointwise, "pointwise");
    Arguments.requirePositive("filters", filters);
    Padding.requireNotCausal(padding);
    Arguments.requirePositive("depthMultiplier", depthMultiplier);
  }

  /**
   * Creates a separable convolution with a square kernel.
   *
   * @param filters the number of output channels, at least 1
   * @param kernelSize height and width of the kernel, at least 1
   */
  public static SeparableConv2D of(int filters, int kernelSize) {
    return of(filters, kernelSize, kernelSize);
  }

  /**
   * Creates a separable convolution with a rectangular kernel.
   *
   * @param filters the number of output channels, at least 1
   * @param kernelHeight the height of the kernel, at least 1
   * @param kernelWidth the width of the kernel, at least 1
   */
  public static SeparableConv2D of(int filters, int kernelHeight, int kernelWidth) {
    return new SeparableConv2D(
        filters,
        new Size2D(kernelHeight, kernelWidth),
        Size2D.square(1),
        Padding.VALID,
        Size2D.square(1),
        1,
        KernelOptions.of(),
        WeightOptions.of(GlorotUniform.of()));
  }

  /** Sets both strides; defaults to 1. */
  public SeparableConv2D strides(int stride) {
    return strides(stride, stride);
  }

  /** Sets the strides; defaults to 1. */
  public SeparableConv2D strides(int vertical, int horizontal) {
    return new SeparableConv2D(
        filters,
        kernelSize,
        new Size2D(vertical, horizontal),
        padding,
        dilationRate,
        depthMultiplier,
        options,
        pointwise);
  }

  /** Sets the padding; defaults to {@link Padding#VALID}. */
  public SeparableConv2D padding(Padding padding) {
    return new SeparableConv2D(
        filters, kernelSize, strides, padding, dilationRate, depthMultiplier, options, pointwise);
  }

  /** Sets both dilation rates; defaults to 1. */
  public SeparableConv2D dilationRate(int dilation) {
    return dilationRate(dilation, dilation);
  }

  /** Sets the dilation rates; defaults to 1. */
  public SeparableConv2D dilationRate(int vertical, int horizontal) {
    return new SeparableConv2D(
        filters,
        kernelSize,
        strides,
        padding,
        new Size2D(vertical, horizontal),
        depthMultiplier,
        options,
        pointwise);
  }

  /** Sets the number of output channels per input channel; defaults to 1. */
  public SeparableConv2D depthMultiplier(int depthMultiplier) {
    return new SeparableConv2D(
        filters, kernelSize, strides, padding, dilationRate, depthMultiplier, options, pointwise);
  }

  /** Sets the initializer of the pointwise kernel; defaults to {@link GlorotUniform}. */
  public SeparableConv2D pointwiseInitializer(Initializer pointwiseInitializer) {
    Objects.requireNonNull(pointwiseInitializer, "pointwiseInitializer");
    return pointwise(pointwise.initializer(pointwiseInitializer));
  }

  /** Sets the regularizer of the pointwise kernel; none by default. */
  public SeparableConv2D pointwiseRegularizer(@Nullable Regularizer pointwiseRegularizer) {
    return pointwise(pointwise.regularizer(pointwiseRegularizer));
  }

  /** Sets the constraint on the pointwise kernel; none by default. */
  public SeparableConv2D pointwiseConstraint(@Nullable Constraint pointwiseConstraint) {
    return pointwise(pointwise.constraint(pointwiseConstraint));
  }

  private SeparableConv2D pointwise(WeightOptions pointwise) {
    return new SeparableConv2D(
        filters, kernelSize, strides, padding, dilationRate, depthMultiplier, options, pointwise);
  }

  @Override
  public SeparableConv2D options(KernelOptions options) {
    return new SeparableConv2D(
        filters, kernelSize, strides, padding, dilationRate, depthMultiplier, options, pointwise);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    Dilation.requireForDepthwise(inputs, strides, dilationRate);
    Shape output =
        SlidingWindow.of(kernelSize, strides, dilationRate, padding).over(inputs, filters);
    Shape depthwise =
        Shape.of(kernelSize.height(), kernelSize.width(), image.get(3), depthMultiplier);
    Shape pointwiseKernel = Shape.of(1, 1, image.get(3) * depthMultiplier, filters);
    return options.geometry(
        inputs,
        output,
        inputs.trainable("depthwise_kernel", depthwise, options.kernel()),
        inputs.trainable("pointwise_kernel", pointwiseKernel, pointwise));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.separableConv2D(this);
  }
}
