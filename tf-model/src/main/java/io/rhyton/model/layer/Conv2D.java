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
 * A 2D convolution, over images: {@code activation(conv(x, kernel) + bias)}.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, kernel {@code [kernel height, kernel
 * width, channels / groups, filters]}, bias {@code [filters]}, output {@code [batch, new height,
 * new width, filters]}.
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
public record Conv2D(
    int filters,
    Size2D kernelSize,
    Size2D strides,
    Padding padding,
    Size2D dilationRate,
    int groups,
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

  public Conv2D {
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
  public Conv2D strides(int stride) {
    return strides(stride, stride);
  }

  /** Sets the strides; defaults to 1. */
  public Conv2D strides(int vertical, int horizontal) {
    return with(draft -> draft.strides = new Size2D(vertical, horizontal));
  }

  /** Sets the padding; defaults to {@link Padding#VALID}. */
  public Conv2D padding(Padding padding) {
    return with(draft -> draft.padding = padding);
  }

  /** Sets both dilation rates; defaults to 1. */
  public Conv2D dilationRate(int dilation) {
    return dilationRate(dilation, dilation);
  }

  /** Sets the dilation rates; defaults to 1. */
  public Conv2D dilationRate(int vertical, int horizontal) {
    return with(draft -> draft.dilationRate = new Size2D(vertical, horizontal));
  }

  /** Sets the number of groups, at least 1; defaults to 1. */
  public Conv2D groups(int groups) {
    return with(draft -> draft.groups = groups);
  }

  /** Sets the activation function; defaults to {@link ActivationFunction#LINEAR}. */
  public Conv2D activation(ActivationFunction activation) {
    return with(draft -> draft.activation = activation);
  }

  /** Sets whether to add a bias; defaults to true. */
  public Conv2D useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets the initializer of the kernel; defaults to {@link GlorotUniform}. */
  public Conv2D kernelInitializer(Initializer kernelInitializer) {
    return with(draft -> draft.kernelInitializer = kernelInitializer);
  }

  /** Sets the initializer of the bias; defaults to {@link Zeros}. */
  public Conv2D biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets the regularizer of the kernel; none by default. */
  public Conv2D kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return with(draft -> draft.kernelRegularizer = kernelRegularizer);
  }

  /** Sets the regularizer of the bias; none by default. */
  public Conv2D biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets the regularizer of the output; none by default. */
  public Conv2D activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return with(draft -> draft.activityRegularizer = activityRegularizer);
  }

  /** Sets the constraint on the kernel; none by default. */
  public Conv2D kernelConstraint(@Nullable Constraint kernelConstraint) {
    return with(draft -> draft.kernelConstraint = kernelConstraint);
  }

  /** Sets the constraint on the bias; none by default. */
  public Conv2D biasConstraint(@Nullable Constraint biasConstraint) {
    return with(draft -> draft.biasConstraint = biasConstraint);
  }

  private Conv2D with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.layer();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape output =
        SlidingWindow.of(kernelSize, strides, dilationRate, padding).over(inputs, filters);
    long channels = Groups.channels(inputs, groups);
    Shape kernel = Shape.of(kernelSize.height(), kernelSize.width(), channels, filters);
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
    return visitor.conv2D(this);
  }

  /** A mutable copy of the components. */
  private static final class Draft {
    private final int filters;
    private final Size2D kernelSize;
    private Size2D strides;
    private Padding padding;
    private Size2D dilationRate;
    private int groups;
    private ActivationFunction activation;
    private boolean useBias;
    private Initializer kernelInitializer;
    private Initializer biasInitializer;
    private @Nullable Regularizer kernelRegularizer;
    private @Nullable Regularizer biasRegularizer;
    private @Nullable Regularizer activityRegularizer;
    private @Nullable Constraint kernelConstraint;
    private @Nullable Constraint biasConstraint;

    private Draft(Conv2D layer) {
      filters = layer.filters;
      kernelSize = layer.kernelSize;
      strides = layer.strides;
      padding = layer.padding;
      dilationRate = layer.dilationRate;
      groups = layer.groups;
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

    private Conv2D layer() {
      return new Conv2D(
          filters,
          kernelSize,
          strides,
          padding,
          dilationRate,
          groups,
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
