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
 * A convolution over images: {@code activation(conv(x, kernel) + bias)}.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, kernel {@code [kernel height, kernel
 * width, channels / groups, filters]}, bias {@code [filters]}, output {@code [batch, new height,
 * new width, filters]}.
 *
 * <p>Source: {@code keras/src/layers/convolutional/conv2d.py}, Keras 3.15.
 *
 * @param filters channels of the output, at least 1
 * @param kernelSize the window
 * @param strides pixels between two places of the window
 * @param padding what happens at the border
 * @param dilationRate pixels between two that the kernel looks at; 1 if there are strides
 * @param groups parts that the channels and filters are cut into, each convolved by itself
 * @param activation applied to the output
 * @param useBias whether a bias is added
 * @param kernelInitializer how the kernel starts
 * @param biasInitializer how the bias starts
 * @param kernelRegularizer what the kernel adds to the loss
 * @param biasRegularizer what the bias adds to the loss
 * @param activityRegularizer what the output adds to the loss, divided by the batch's size
 * @param kernelConstraint what the kernel is brought back to after every step
 * @param biasConstraint what the bias is brought back to after every step
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
    implements Mapping<Image, Image> {

  /** Checks the ranges. */
  public Conv2D {
    Arguments.requirePositive("filters", filters);
    Padding.requireNotCausal(padding);
    Groups.require(groups, filters);
    Dilation.requireWithoutStrides(strides, dilationRate);
  }

  /**
   * A convolution with a square kernel.
   *
   * @param filters channels of the output, at least 1
   * @param kernelSize height and width of the kernel, at least 1
   */
  public static Conv2D of(int filters, int kernelSize) {
    return of(filters, kernelSize, kernelSize);
  }

  /**
   * A convolution.
   *
   * @param filters channels of the output, at least 1
   * @param kernelHeight at least 1
   * @param kernelWidth at least 1
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

  /** Sets both strides; 1 unless set. */
  public Conv2D strides(int stride) {
    return strides(stride, stride);
  }

  /** Sets the strides; 1 unless set. */
  public Conv2D strides(int vertical, int horizontal) {
    return with(draft -> draft.strides = new Size2D(vertical, horizontal));
  }

  /** Sets the padding; {@link Padding#VALID} unless set. */
  public Conv2D padding(Padding padding) {
    return with(draft -> draft.padding = padding);
  }

  /** Sets both dilations; 1 unless set. */
  public Conv2D dilationRate(int dilation) {
    return dilationRate(dilation, dilation);
  }

  /** Sets the dilations; 1 unless set. */
  public Conv2D dilationRate(int vertical, int horizontal) {
    return with(draft -> draft.dilationRate = new Size2D(vertical, horizontal));
  }

  /** Sets the number of groups, at least 1; 1 unless set. */
  public Conv2D groups(int groups) {
    return with(draft -> draft.groups = groups);
  }

  /** Sets the activation; {@link ActivationFunction#LINEAR} unless set. */
  public Conv2D activation(ActivationFunction activation) {
    return with(draft -> draft.activation = activation);
  }

  /** Sets whether a bias is added; true unless set. */
  public Conv2D useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets how the kernel starts; {@link GlorotUniform} unless set. */
  public Conv2D kernelInitializer(Initializer kernelInitializer) {
    return with(draft -> draft.kernelInitializer = kernelInitializer);
  }

  /** Sets how the bias starts; {@link Zeros} unless set. */
  public Conv2D biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets what the kernel adds to the loss; nothing unless set. */
  public Conv2D kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return with(draft -> draft.kernelRegularizer = kernelRegularizer);
  }

  /** Sets what the bias adds to the loss; nothing unless set. */
  public Conv2D biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets what the output adds to the loss; nothing unless set. */
  public Conv2D activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return with(draft -> draft.activityRegularizer = activityRegularizer);
  }

  /** Sets what the kernel is brought back to after every step; nothing unless set. */
  public Conv2D kernelConstraint(@Nullable Constraint kernelConstraint) {
    return with(draft -> draft.kernelConstraint = kernelConstraint);
  }

  /** Sets what the bias is brought back to after every step; nothing unless set. */
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

  /** The components while one of them is changed. */
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
