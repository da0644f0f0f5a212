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
 * A depthwise 2D convolution, which convolves each channel separately: {@code
 * activation(depthwiseConv(x, kernel) + bias)}.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, kernel {@code [kernel height, kernel
 * width, channels, multiplier]}, bias {@code [channels * multiplier]}, output {@code [batch, new
 * height, new width, channels * multiplier]}.
 *
 * <p>Source: {@code keras/src/layers/convolutional/depthwise_conv2d.py}, Keras 3.15.
 *
 * @param kernelSize the kernel size
 * @param strides the strides, equal in both directions unless there is a dilation
 * @param padding the padding at the borders
 * @param depthMultiplier the number of output channels per input channel, at least 1
 * @param dilationRate the dilation rate
 * @param activation the activation function
 * @param useBias whether to add a bias
 * @param depthwiseInitializer the initializer of the depthwise kernel
 * @param biasInitializer the initializer of the bias
 * @param depthwiseRegularizer the regularizer of the depthwise kernel; null for none
 * @param biasRegularizer the regularizer of the bias; null for none
 * @param activityRegularizer the regularizer of the output, divided by the batch size; null for
 *     none
 * @param depthwiseConstraint the constraint on the depthwise kernel; null for none
 * @param biasConstraint the constraint on the bias; null for none
 */
public record DepthwiseConv2D(
    Size2D kernelSize,
    Size2D strides,
    Padding padding,
    int depthMultiplier,
    Size2D dilationRate,
    ActivationFunction activation,
    boolean useBias,
    Initializer depthwiseInitializer,
    Initializer biasInitializer,
    @Nullable Regularizer depthwiseRegularizer,
    @Nullable Regularizer biasRegularizer,
    @Nullable Regularizer activityRegularizer,
    @Nullable Constraint depthwiseConstraint,
    @Nullable Constraint biasConstraint)
    implements RankMapping<Image, Image> {

  public DepthwiseConv2D {
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
  public DepthwiseConv2D strides(int stride) {
    return strides(stride, stride);
  }

  /** Sets the strides; defaults to 1. */
  public DepthwiseConv2D strides(int vertical, int horizontal) {
    return with(draft -> draft.strides = new Size2D(vertical, horizontal));
  }

  /** Sets the padding; defaults to {@link Padding#VALID}. */
  public DepthwiseConv2D padding(Padding padding) {
    return with(draft -> draft.padding = padding);
  }

  /** Sets the number of output channels per input channel; defaults to 1. */
  public DepthwiseConv2D depthMultiplier(int depthMultiplier) {
    return with(draft -> draft.depthMultiplier = depthMultiplier);
  }

  /** Sets both dilation rates; defaults to 1. */
  public DepthwiseConv2D dilationRate(int dilation) {
    return dilationRate(dilation, dilation);
  }

  /** Sets the dilation rates; defaults to 1. */
  public DepthwiseConv2D dilationRate(int vertical, int horizontal) {
    return with(draft -> draft.dilationRate = new Size2D(vertical, horizontal));
  }

  /** Sets the activation function; defaults to {@link ActivationFunction#LINEAR}. */
  public DepthwiseConv2D activation(ActivationFunction activation) {
    return with(draft -> draft.activation = activation);
  }

  /** Sets whether to add a bias; defaults to true. */
  public DepthwiseConv2D useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets the initializer of the depthwise kernel; defaults to {@link GlorotUniform}. */
  public DepthwiseConv2D depthwiseInitializer(Initializer depthwiseInitializer) {
    return with(draft -> draft.depthwiseInitializer = depthwiseInitializer);
  }

  /** Sets the initializer of the bias; defaults to {@link Zeros}. */
  public DepthwiseConv2D biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets the regularizer of the depthwise kernel; none by default. */
  public DepthwiseConv2D depthwiseRegularizer(@Nullable Regularizer depthwiseRegularizer) {
    return with(draft -> draft.depthwiseRegularizer = depthwiseRegularizer);
  }

  /** Sets the regularizer of the bias; none by default. */
  public DepthwiseConv2D biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets the regularizer of the output; none by default. */
  public DepthwiseConv2D activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return with(draft -> draft.activityRegularizer = activityRegularizer);
  }

  /** Sets the constraint on the depthwise kernel; none by default. */
  public DepthwiseConv2D depthwiseConstraint(@Nullable Constraint depthwiseConstraint) {
    return with(draft -> draft.depthwiseConstraint = depthwiseConstraint);
  }

  /** Sets the constraint on the bias; none by default. */
  public DepthwiseConv2D biasConstraint(@Nullable Constraint biasConstraint) {
    return with(draft -> draft.biasConstraint = biasConstraint);
  }

  private DepthwiseConv2D with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.layer();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape image = inputs.image();
    Dilation.requireForDepthwise(inputs, strides, dilationRate);
    long channels = image.get(3) * depthMultiplier;
    Shape output =
        SlidingWindow.of(kernelSize, strides, dilationRate, padding).over(inputs, channels);
    Shape kernel = Shape.of(kernelSize.height(), kernelSize.width(), image.get(3), depthMultiplier);
    List<WeightSpec> weights = new ArrayList<>();
    weights.add(
        inputs.trainable(
            "kernel", kernel, depthwiseInitializer, depthwiseRegularizer, depthwiseConstraint));
    if (useBias) {
      weights.add(
          inputs.trainable(
              "bias", Shape.of(channels), biasInitializer, biasRegularizer, biasConstraint));
    }
    inputs.requireTaken(activityRegularizer, "output", output);
    return LayerGeometry.of(output, weights);
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.depthwiseConv2D(this);
  }

  /** A mutable copy of the components. */
  private static final class Draft {
    private final Size2D kernelSize;
    private Size2D strides;
    private Padding padding;
    private int depthMultiplier;
    private Size2D dilationRate;
    private ActivationFunction activation;
    private boolean useBias;
    private Initializer depthwiseInitializer;
    private Initializer biasInitializer;
    private @Nullable Regularizer depthwiseRegularizer;
    private @Nullable Regularizer biasRegularizer;
    private @Nullable Regularizer activityRegularizer;
    private @Nullable Constraint depthwiseConstraint;
    private @Nullable Constraint biasConstraint;

    private Draft(DepthwiseConv2D layer) {
      kernelSize = layer.kernelSize;
      strides = layer.strides;
      padding = layer.padding;
      depthMultiplier = layer.depthMultiplier;
      dilationRate = layer.dilationRate;
      activation = layer.activation;
      useBias = layer.useBias;
      depthwiseInitializer = layer.depthwiseInitializer;
      biasInitializer = layer.biasInitializer;
      depthwiseRegularizer = layer.depthwiseRegularizer;
      biasRegularizer = layer.biasRegularizer;
      activityRegularizer = layer.activityRegularizer;
      depthwiseConstraint = layer.depthwiseConstraint;
      biasConstraint = layer.biasConstraint;
    }

    private DepthwiseConv2D layer() {
      return new DepthwiseConv2D(
          kernelSize,
          strides,
          padding,
          depthMultiplier,
          dilationRate,
          activation,
          useBias,
          depthwiseInitializer,
          biasInitializer,
          depthwiseRegularizer,
          biasRegularizer,
          activityRegularizer,
          depthwiseConstraint,
          biasConstraint);
    }
  }
}
