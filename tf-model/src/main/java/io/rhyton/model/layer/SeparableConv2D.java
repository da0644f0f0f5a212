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
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
 * <p>Source: {@code keras/src/layers/convolutional/separable_conv2d.py}, Keras 3.15.
 *
 * @param filters the number of output channels, at least 1
 * @param kernelSize the kernel size
 * @param strides the strides, equal in both directions unless there is a dilation
 * @param padding the padding at the borders
 * @param dilationRate the dilation rate
 * @param depthMultiplier the number of output channels per input channel, at least 1
 * @param activation the activation function
 * @param useBias whether to add a bias
 * @param depthwiseInitializer the initializer of the depthwise kernel
 * @param pointwiseInitializer the initializer of the pointwise kernel
 * @param biasInitializer the initializer of the bias
 * @param depthwiseRegularizer the regularizer of the depthwise kernel; null for none
 * @param pointwiseRegularizer the regularizer of the pointwise kernel; null for none
 * @param biasRegularizer the regularizer of the bias; null for none
 * @param activityRegularizer the regularizer of the output, divided by the batch size; null for
 *     none
 * @param depthwiseConstraint the constraint on the depthwise kernel; null for none
 * @param pointwiseConstraint the constraint on the pointwise kernel; null for none
 * @param biasConstraint the constraint on the bias; null for none
 */
public record SeparableConv2D(
    int filters,
    Size2D kernelSize,
    Size2D strides,
    Padding padding,
    Size2D dilationRate,
    int depthMultiplier,
    ActivationFunction activation,
    boolean useBias,
    Initializer depthwiseInitializer,
    Initializer pointwiseInitializer,
    Initializer biasInitializer,
    @Nullable Regularizer depthwiseRegularizer,
    @Nullable Regularizer pointwiseRegularizer,
    @Nullable Regularizer biasRegularizer,
    @Nullable Regularizer activityRegularizer,
    @Nullable Constraint depthwiseConstraint,
    @Nullable Constraint pointwiseConstraint,
    @Nullable Constraint biasConstraint)
    implements RankMapping<Image, Image> {

  public SeparableConv2D {
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
        ActivationFunction.LINEAR,
        true,
        GlorotUniform.of(),
        GlorotUniform.of(),
        Zeros.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Sets both strides; defaults to 1. */
  public SeparableConv2D strides(int stride) {
    return strides(stride, stride);
  }

  /** Sets the strides; defaults to 1. */
  public SeparableConv2D strides(int vertical, int horizontal) {
    return with(draft -> draft.strides = new Size2D(vertical, horizontal));
  }

  /** Sets the padding; defaults to {@link Padding#VALID}. */
  public SeparableConv2D padding(Padding padding) {
    return with(draft -> draft.padding = padding);
  }

  /** Sets both dilation rates; defaults to 1. */
  public SeparableConv2D dilationRate(int dilation) {
    return dilationRate(dilation, dilation);
  }

  /** Sets the dilation rates; defaults to 1. */
  public SeparableConv2D dilationRate(int vertical, int horizontal) {
    return with(draft -> draft.dilationRate = new Size2D(vertical, horizontal));
  }

  /** Sets the number of output channels per input channel; defaults to 1. */
  public SeparableConv2D depthMultiplier(int depthMultiplier) {
    return with(draft -> draft.depthMultiplier = depthMultiplier);
  }

  /** Sets the activation function; defaults to {@link ActivationFunction#LINEAR}. */
  public SeparableConv2D activation(ActivationFunction activation) {
    return with(draft -> draft.activation = activation);
  }

  /** Sets whether to add a bias; defaults to true. */
  public SeparableConv2D useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets the initializer of the depthwise kernel; defaults to {@link GlorotUniform}. */
  public SeparableConv2D depthwiseInitializer(Initializer depthwiseInitializer) {
    return with(draft -> draft.depthwiseInitializer = depthwiseInitializer);
  }

  /** Sets the initializer of the pointwise kernel; defaults to {@link GlorotUniform}. */
  public SeparableConv2D pointwiseInitializer(Initializer pointwiseInitializer) {
    return with(draft -> draft.pointwiseInitializer = pointwiseInitializer);
  }

  /** Sets the initializer of the bias; defaults to {@link Zeros}. */
  public SeparableConv2D biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets the regularizer of the depthwise kernel; none by default. */
  public SeparableConv2D depthwiseRegularizer(@Nullable Regularizer depthwiseRegularizer) {
    return with(draft -> draft.depthwiseRegularizer = depthwiseRegularizer);
  }

  /** Sets the regularizer of the pointwise kernel; none by default. */
  public SeparableConv2D pointwiseRegularizer(@Nullable Regularizer pointwiseRegularizer) {
    return with(draft -> draft.pointwiseRegularizer = pointwiseRegularizer);
  }

  /** Sets the regularizer of the bias; none by default. */
  public SeparableConv2D biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets the regularizer of the output; none by default. */
  public SeparableConv2D activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return with(draft -> draft.activityRegularizer = activityRegularizer);
  }

  /** Sets the constraint on the depthwise kernel; none by default. */
  public SeparableConv2D depthwiseConstraint(@Nullable Constraint depthwiseConstraint) {
    return with(draft -> draft.depthwiseConstraint = depthwiseConstraint);
  }

  /** Sets the constraint on the pointwise kernel; none by default. */
  public SeparableConv2D pointwiseConstraint(@Nullable Constraint pointwiseConstraint) {
    return with(draft -> draft.pointwiseConstraint = pointwiseConstraint);
  }

  /** Sets the constraint on the bias; none by default. */
  public SeparableConv2D biasConstraint(@Nullable Constraint biasConstraint) {
    return with(draft -> draft.biasConstraint = biasConstraint);
  }

  private SeparableConv2D with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.layer();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    Dilation.requireForDepthwise(inputs, strides, dilationRate);
    Shape output =
        SlidingWindow.of(kernelSize, strides, dilationRate, padding).over(inputs, filters);
    Shape depthwise =
        Shape.of(kernelSize.height(), kernelSize.width(), image.get(3), depthMultiplier);
    Shape pointwise = Shape.of(1, 1, image.get(3) * depthMultiplier, filters);
    List<WeightSpec> weights = new ArrayList<>();
    weights.add(
        inputs.trainable(
            "depthwise_kernel",
            depthwise,
            depthwiseInitializer,
            depthwiseRegularizer,
            depthwiseConstraint));
    weights.add(
        inputs.trainable(
            "pointwise_kernel",
            pointwise,
            pointwiseInitializer,
            pointwiseRegularizer,
            pointwiseConstraint));
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
    return visitor.separableConv2D(this);
  }

  /** A mutable copy of the components. */
  private static final class Draft {
    private final int filters;
    private final Size2D kernelSize;
    private Size2D strides;
    private Padding padding;
    private Size2D dilationRate;
    private int depthMultiplier;
    private ActivationFunction activation;
    private boolean useBias;
    private Initializer depthwiseInitializer;
    private Initializer pointwiseInitializer;
    private Initializer biasInitializer;
    private @Nullable Regularizer depthwiseRegularizer;
    private @Nullable Regularizer pointwiseRegularizer;
    private @Nullable Regularizer biasRegularizer;
    private @Nullable Regularizer activityRegularizer;
    private @Nullable Constraint depthwiseConstraint;
    private @Nullable Constraint pointwiseConstraint;
    private @Nullable Constraint biasConstraint;

    private Draft(SeparableConv2D layer) {
      filters = layer.filters;
      kernelSize = layer.kernelSize;
      strides = layer.strides;
      padding = layer.padding;
      dilationRate = layer.dilationRate;
      depthMultiplier = layer.depthMultiplier;
      activation = layer.activation;
      useBias = layer.useBias;
      depthwiseInitializer = layer.depthwiseInitializer;
      pointwiseInitializer = layer.pointwiseInitializer;
      biasInitializer = layer.biasInitializer;
      depthwiseRegularizer = layer.depthwiseRegularizer;
      pointwiseRegularizer = layer.pointwiseRegularizer;
      biasRegularizer = layer.biasRegularizer;
      activityRegularizer = layer.activityRegularizer;
      depthwiseConstraint = layer.depthwiseConstraint;
      pointwiseConstraint = layer.pointwiseConstraint;
      biasConstraint = layer.biasConstraint;
    }

    private SeparableConv2D layer() {
      return new SeparableConv2D(
          filters,
          kernelSize,
          strides,
          padding,
          dilationRate,
          depthMultiplier,
          activation,
          useBias,
          depthwiseInitializer,
          pointwiseInitializer,
          biasInitializer,
          depthwiseRegularizer,
          pointwiseRegularizer,
          biasRegularizer,
          activityRegularizer,
          depthwiseConstraint,
          pointwiseConstraint,
          biasConstraint);
    }
  }
}
