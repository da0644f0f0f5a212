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
 * A convolution of each channel by itself, and one of 1x1 pixels over what it makes: {@code
 * activation(conv(convPerChannel(x, depthwise kernel), pointwise kernel) + bias)}.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, depthwise kernel {@code [kernel
 * height, kernel width, channels, multiplier]}, pointwise kernel {@code [1, 1, channels *
 * multiplier, filters]}, bias {@code [filters]}, output {@code [batch, new height, new width,
 * filters]}.
 *
 * <p>Source: {@code keras/src/layers/convolutional/separable_conv2d.py}, Keras 3.15.
 *
 * @param filters channels of the output, at least 1
 * @param kernelSize the window
 * @param strides pixels between two places of the window, as many down as to the right unless there
 *     is a dilation
 * @param padding what happens at the border
 * @param dilationRate pixels between two that the kernel looks at
 * @param depthMultiplier channels made of each channel, at least 1
 * @param activation applied to the output
 * @param useBias whether a bias is added
 * @param depthwiseInitializer how the depthwise kernel starts
 * @param pointwiseInitializer how the pointwise kernel starts
 * @param biasInitializer how the bias starts
 * @param depthwiseRegularizer what the depthwise kernel adds to the loss
 * @param pointwiseRegularizer what the pointwise kernel adds to the loss
 * @param biasRegularizer what the bias adds to the loss
 * @param activityRegularizer what the output adds to the loss, divided by the batch's size
 * @param depthwiseConstraint what the depthwise kernel is brought back to after every step
 * @param pointwiseConstraint what the pointwise kernel is brought back to after every step
 * @param biasConstraint what the bias is brought back to after every step
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
    implements Mapping<Image, Image> {

  /** Checks the ranges. */
  public SeparableConv2D {
    Arguments.requirePositive("filters", filters);
    Padding.requireNotCausal(padding);
    Arguments.requirePositive("depthMultiplier", depthMultiplier);
  }

  /**
   * A separable convolution with a square kernel.
   *
   * @param filters channels of the output, at least 1
   * @param kernelSize height and width of the kernel, at least 1
   */
  public static SeparableConv2D of(int filters, int kernelSize) {
    return of(filters, kernelSize, kernelSize);
  }

  /**
   * A separable convolution.
   *
   * @param filters channels of the output, at least 1
   * @param kernelHeight at least 1
   * @param kernelWidth at least 1
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

  /** Sets both strides; 1 unless set. */
  public SeparableConv2D strides(int stride) {
    return strides(stride, stride);
  }

  /** Sets the strides; 1 unless set. */
  public SeparableConv2D strides(int vertical, int horizontal) {
    return with(draft -> draft.strides = new Size2D(vertical, horizontal));
  }

  /** Sets the padding; {@link Padding#VALID} unless set. */
  public SeparableConv2D padding(Padding padding) {
    return with(draft -> draft.padding = padding);
  }

  /** Sets both dilations; 1 unless set. */
  public SeparableConv2D dilationRate(int dilation) {
    return dilationRate(dilation, dilation);
  }

  /** Sets the dilations; 1 unless set. */
  public SeparableConv2D dilationRate(int vertical, int horizontal) {
    return with(draft -> draft.dilationRate = new Size2D(vertical, horizontal));
  }

  /** Sets how many channels are made of each; 1 unless set. */
  public SeparableConv2D depthMultiplier(int depthMultiplier) {
    return with(draft -> draft.depthMultiplier = depthMultiplier);
  }

  /** Sets the activation; {@link ActivationFunction#LINEAR} unless set. */
  public SeparableConv2D activation(ActivationFunction activation) {
    return with(draft -> draft.activation = activation);
  }

  /** Sets whether a bias is added; true unless set. */
  public SeparableConv2D useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets how the depthwise kernel starts; {@link GlorotUniform} unless set. */
  public SeparableConv2D depthwiseInitializer(Initializer depthwiseInitializer) {
    return with(draft -> draft.depthwiseInitializer = depthwiseInitializer);
  }

  /** Sets how the pointwise kernel starts; {@link GlorotUniform} unless set. */
  public SeparableConv2D pointwiseInitializer(Initializer pointwiseInitializer) {
    return with(draft -> draft.pointwiseInitializer = pointwiseInitializer);
  }

  /** Sets how the bias starts; {@link Zeros} unless set. */
  public SeparableConv2D biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets what the depthwise kernel adds to the loss; nothing unless set. */
  public SeparableConv2D depthwiseRegularizer(@Nullable Regularizer depthwiseRegularizer) {
    return with(draft -> draft.depthwiseRegularizer = depthwiseRegularizer);
  }

  /** Sets what the pointwise kernel adds to the loss; nothing unless set. */
  public SeparableConv2D pointwiseRegularizer(@Nullable Regularizer pointwiseRegularizer) {
    return with(draft -> draft.pointwiseRegularizer = pointwiseRegularizer);
  }

  /** Sets what the bias adds to the loss; nothing unless set. */
  public SeparableConv2D biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets what the output adds to the loss; nothing unless set. */
  public SeparableConv2D activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return with(draft -> draft.activityRegularizer = activityRegularizer);
  }

  /** Sets what the depthwise kernel is brought back to after every step; nothing unless set. */
  public SeparableConv2D depthwiseConstraint(@Nullable Constraint depthwiseConstraint) {
    return with(draft -> draft.depthwiseConstraint = depthwiseConstraint);
  }

  /** Sets what the pointwise kernel is brought back to after every step; nothing unless set. */
  public SeparableConv2D pointwiseConstraint(@Nullable Constraint pointwiseConstraint) {
    return with(draft -> draft.pointwiseConstraint = pointwiseConstraint);
  }

  /** Sets what the bias is brought back to after every step; nothing unless set. */
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

  /** The components while one of them is changed. */
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
