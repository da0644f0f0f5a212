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
 * A convolution of each channel by itself: {@code activation(convPerChannel(x, kernel) + bias)}.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, kernel {@code [kernel height, kernel
 * width, channels, multiplier]}, bias {@code [channels * multiplier]}, output {@code [batch, new
 * height, new width, channels * multiplier]}.
 *
 * <p>Source: {@code keras/src/layers/convolutional/depthwise_conv2d.py}, Keras 3.15.
 *
 * @param kernelSize the window
 * @param strides pixels between two places of the window, as many down as to the right unless there
 *     is a dilation
 * @param padding what happens at the border
 * @param depthMultiplier channels made of each channel, at least 1
 * @param dilationRate pixels between two that the kernel looks at
 * @param activation applied to the output
 * @param useBias whether a bias is added
 * @param depthwiseInitializer how the depthwise kernel starts
 * @param biasInitializer how the bias starts
 * @param depthwiseRegularizer what the depthwise kernel adds to the loss
 * @param biasRegularizer what the bias adds to the loss
 * @param activityRegularizer what the output adds to the loss, divided by the batch's size
 * @param depthwiseConstraint what the depthwise kernel is brought back to after every step
 * @param biasConstraint what the bias is brought back to after every step
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
    implements Mapping<Image, Image> {

  /** Checks the ranges. */
  public DepthwiseConv2D {
    Padding.requireNotCausal(padding);
    Arguments.requirePositive("depthMultiplier", depthMultiplier);
  }

  /**
   * A depthwise convolution with a square kernel.
   *
   * @param kernelSize height and width of the kernel, at least 1
   */
  public static DepthwiseConv2D of(int kernelSize) {
    return of(kernelSize, kernelSize);
  }

  /**
   * A depthwise convolution.
   *
   * @param kernelHeight at least 1
   * @param kernelWidth at least 1
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

  /** Sets both strides; 1 unless set. */
  public DepthwiseConv2D strides(int stride) {
    return strides(stride, stride);
  }

  /** Sets the strides; 1 unless set. */
  public DepthwiseConv2D strides(int vertical, int horizontal) {
    return with(draft -> draft.strides = new Size2D(vertical, horizontal));
  }

  /** Sets the padding; {@link Padding#VALID} unless set. */
  public DepthwiseConv2D padding(Padding padding) {
    return with(draft -> draft.padding = padding);
  }

  /** Sets how many channels are made of each; 1 unless set. */
  public DepthwiseConv2D depthMultiplier(int depthMultiplier) {
    return with(draft -> draft.depthMultiplier = depthMultiplier);
  }

  /** Sets both dilations; 1 unless set. */
  public DepthwiseConv2D dilationRate(int dilation) {
    return dilationRate(dilation, dilation);
  }

  /** Sets the dilations; 1 unless set. */
  public DepthwiseConv2D dilationRate(int vertical, int horizontal) {
    return with(draft -> draft.dilationRate = new Size2D(vertical, horizontal));
  }

  /** Sets the activation; {@link ActivationFunction#LINEAR} unless set. */
  public DepthwiseConv2D activation(ActivationFunction activation) {
    return with(draft -> draft.activation = activation);
  }

  /** Sets whether a bias is added; true unless set. */
  public DepthwiseConv2D useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets how the depthwise kernel starts; {@link GlorotUniform} unless set. */
  public DepthwiseConv2D depthwiseInitializer(Initializer depthwiseInitializer) {
    return with(draft -> draft.depthwiseInitializer = depthwiseInitializer);
  }

  /** Sets how the bias starts; {@link Zeros} unless set. */
  public DepthwiseConv2D biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets what the depthwise kernel adds to the loss; nothing unless set. */
  public DepthwiseConv2D depthwiseRegularizer(@Nullable Regularizer depthwiseRegularizer) {
    return with(draft -> draft.depthwiseRegularizer = depthwiseRegularizer);
  }

  /** Sets what the bias adds to the loss; nothing unless set. */
  public DepthwiseConv2D biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets what the output adds to the loss; nothing unless set. */
  public DepthwiseConv2D activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return with(draft -> draft.activityRegularizer = activityRegularizer);
  }

  /** Sets what the depthwise kernel is brought back to after every step; nothing unless set. */
  public DepthwiseConv2D depthwiseConstraint(@Nullable Constraint depthwiseConstraint) {
    return with(draft -> draft.depthwiseConstraint = depthwiseConstraint);
  }

  /** Sets what the bias is brought back to after every step; nothing unless set. */
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

  /** The components while one of them is changed. */
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
