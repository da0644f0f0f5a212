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
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
 * <p>Source: {@code keras/src/layers/convolutional/conv2d_transpose.py}, Keras 3.15.
 *
 * @param filters the number of output channels, at least 1
 * @param kernelSize the kernel size
 * @param strides the strides, by which the output is larger than the input
 * @param padding the padding at the borders
 * @param outputPadding the size added to the output at the bottom and on the right, less than the
 *     strides; null to infer it
 * @param dilationRate the dilation rate; must be 1 if the strides are greater than 1
 * @param activation the activation function
 * @param useBias whether to add a bias
 * @param kernelInitializer the initializer of the kernel
 * @param biasInitializer the initializer of the bias
 * @param kernelRegularizer the regularizer of the kernel; null for none
 * @param biasRegularizer the regularizer of the bias; null for none
 * @param activityRegularizer the regularizer of the output, divided by the batch size; null for
 *     none
 * @param kernelConstraint the constraint on the kernel; null for none
 * @param biasConstraint the constraint on the bias; null for none
 */
public record Conv2DTranspose(
    int filters,
    Size2D kernelSize,
    Size2D strides,
    Padding padding,
    @Nullable OutputPadding outputPadding,
    Size2D dilationRate,
    ActivationFunction activation,
    boolean useBias,
    Initializer kernelInitializer,
    Initializer biasInitializer,
    @Nullable Regularizer kernelRegularizer,
    @Nullable Regularizer biasRegularizer,
    @Nullable Regularizer activityRegularizer,
    @Nullable Constraint kernelConstraint,
    @Nullable Constraint biasConstraint)
    implements RankMapping<Image, Image> {

  public Conv2DTranspose {
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
        ActivationFunction.LINEAR,
        true,
        GlorotUniform.of(),
        Zeros.of(),
        null,
        null,
        null,
        null,
        null);
  }

  /** Sets both strides; defaults to 1. */
  public Conv2DTranspose strides(int stride) {
    return strides(stride, stride);
  }

  /** Sets the strides; defaults to 1. */
  public Conv2DTranspose strides(int vertical, int horizontal) {
    return with(draft -> draft.strides = new Size2D(vertical, horizontal));
  }

  /** Sets the padding; defaults to {@link Padding#VALID}. */
  public Conv2DTranspose padding(Padding padding) {
    return with(draft -> draft.padding = padding);
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
    return with(draft -> draft.outputPadding = outputPadding);
  }

  /** Sets both dilation rates; defaults to 1. */
  public Conv2DTranspose dilationRate(int dilation) {
    return dilationRate(dilation, dilation);
  }

  /** Sets the dilation rates; defaults to 1. */
  public Conv2DTranspose dilationRate(int vertical, int horizontal) {
    return with(draft -> draft.dilationRate = new Size2D(vertical, horizontal));
  }

  /** Sets the activation function; defaults to {@link ActivationFunction#LINEAR}. */
  public Conv2DTranspose activation(ActivationFunction activation) {
    return with(draft -> draft.activation = activation);
  }

  /** Sets whether to add a bias; defaults to true. */
  public Conv2DTranspose useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets the initializer of the kernel; defaults to {@link GlorotUniform}. */
  public Conv2DTranspose kernelInitializer(Initializer kernelInitializer) {
    return with(draft -> draft.kernelInitializer = kernelInitializer);
  }

  /** Sets the initializer of the bias; defaults to {@link Zeros}. */
  public Conv2DTranspose biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets the regularizer of the kernel; none by default. */
  public Conv2DTranspose kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return with(draft -> draft.kernelRegularizer = kernelRegularizer);
  }

  /** Sets the regularizer of the bias; none by default. */
  public Conv2DTranspose biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets the regularizer of the output; none by default. */
  public Conv2DTranspose activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return with(draft -> draft.activityRegularizer = activityRegularizer);
  }

  /** Sets the constraint on the kernel; none by default. */
  public Conv2DTranspose kernelConstraint(@Nullable Constraint kernelConstraint) {
    return with(draft -> draft.kernelConstraint = kernelConstraint);
  }

  /** Sets the constraint on the bias; none by default. */
  public Conv2DTranspose biasConstraint(@Nullable Constraint biasConstraint) {
    return with(draft -> draft.biasConstraint = biasConstraint);
  }

  private Conv2DTranspose with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.layer();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    Shape output = TransposedWindow.of(this).over(inputs, filters);
    Shape kernel = Shape.of(kernelSize.height(), kernelSize.width(), filters, image.get(3));
    List<WeightSpec> weights = new ArrayList<>();
    weights.add(
        inputs.trainable("kernel", kernel, kernelInitializer, kernelRegularizer, kernelConstraint));
    if (useBias) {
      weights.add(
          inputs.trainable(
              "bias", Shape.of(filters), biasInitializer, biasRegularizer, biasConstraint));
    }
    inputs.requireTaken(activityRegularizer, "output", output);
    return LayerGeometry.of(output, weights);
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.conv2DTranspose(this);
  }

  /** A mutable copy of the components. */
  private static final class Draft {
    private final int filters;
    private final Size2D kernelSize;
    private Size2D strides;
    private Padding padding;
    private @Nullable OutputPadding outputPadding;
    private Size2D dilationRate;
    private ActivationFunction activation;
    private boolean useBias;
    private Initializer kernelInitializer;
    private Initializer biasInitializer;
    private @Nullable Regularizer kernelRegularizer;
    private @Nullable Regularizer biasRegularizer;
    private @Nullable Regularizer activityRegularizer;
    private @Nullable Constraint kernelConstraint;
    private @Nullable Constraint biasConstraint;

    private Draft(Conv2DTranspose layer) {
      filters = layer.filters;
      kernelSize = layer.kernelSize;
      strides = layer.strides;
      padding = layer.padding;
      outputPadding = layer.outputPadding;
      dilationRate = layer.dilationRate;
      activation = layer.activation;
      useBias = layer.useBias;
      kernelInitializer = layer.kernelInitializer;
      biasInitializer = layer.biasInitializer;
      kernelRegularizer = layer.kernelRegularizer;
      biasRegularizer = layer.biasRegularizer;
      activityRegularizer = layer.activityRegularizer;
      kernelConstraint = layer.kernelConstraint;
      biasConstraint = layer.biasConstraint;
    }

    private Conv2DTranspose layer() {
      return new Conv2DTranspose(
          filters,
          kernelSize,
          strides,
          padding,
          outputPadding,
          dilationRate,
          activation,
          useBias,
          kernelInitializer,
          biasInitializer,
          kernelRegularizer,
          biasRegularizer,
          activityRegularizer,
          kernelConstraint,
          biasConstraint);
    }
  }
}
