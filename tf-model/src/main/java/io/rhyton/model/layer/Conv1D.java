package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Dilation;
import io.rhyton.model.layer.geometry.Groups;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.WindowAxis;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Sequence;
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
 * A 1D convolution, over sequences: {@code activation(conv(x, kernel) + bias)}.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, kernel {@code [kernel size, features / groups,
 * filters]}, bias {@code [filters]}, output {@code [batch, new steps, filters]}.
 *
 * <p>Source: {@code keras/src/layers/convolutional/conv1d.py}, Keras 3.15.
 *
 * @param filters the number of output features, at least 1
 * @param kernelSize the kernel size in timesteps, at least 1
 * @param strides the stride in timesteps, at least 1
 * @param padding the padding at both ends
 * @param dilationRate the dilation rate, at least 1; must be 1 if the stride is greater than 1
 * @param groups the number of groups into which features and filters are split, each convolved
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
public record Conv1D(
    int filters,
    int kernelSize,
    int strides,
    Padding padding,
    int dilationRate,
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
    implements RankMapping<Sequence, Sequence> {

  public Conv1D {
    Arguments.requirePositive("filters", filters);
    Arguments.requirePositive("kernelSize", kernelSize);
    Arguments.requirePositive("strides", strides);
    Arguments.requirePositive("dilationRate", dilationRate);
    Groups.require(groups, filters);
    Dilation.requireWithoutStrides(strides, dilationRate);
  }

  /**
   * Creates a convolution.
   *
   * @param filters the number of output features, at least 1
   * @param kernelSize the kernel size in timesteps, at least 1
   */
  public static Conv1D of(int filters, int kernelSize) {
    return new Conv1D(
        filters,
        kernelSize,
        1,
        Padding.VALID,
        1,
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

  /** Sets the stride, at least 1; defaults to 1. */
  public Conv1D strides(int strides) {
    return with(draft -> draft.strides = strides);
  }

  /** Sets the padding; defaults to {@link Padding#VALID}. */
  public Conv1D padding(Padding padding) {
    return with(draft -> draft.padding = padding);
  }

  /** Sets the dilation rate, at least 1; defaults to 1. */
  public Conv1D dilationRate(int dilationRate) {
    return with(draft -> draft.dilationRate = dilationRate);
  }

  /** Sets the number of groups, at least 1; defaults to 1. */
  public Conv1D groups(int groups) {
    return with(draft -> draft.groups = groups);
  }

  /** Sets the activation function; defaults to {@link ActivationFunction#LINEAR}. */
  public Conv1D activation(ActivationFunction activation) {
    return with(draft -> draft.activation = activation);
  }

  /** Sets whether to add a bias; defaults to true. */
  public Conv1D useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets the initializer of the kernel; defaults to {@link GlorotUniform}. */
  public Conv1D kernelInitializer(Initializer kernelInitializer) {
    return with(draft -> draft.kernelInitializer = kernelInitializer);
  }

  /** Sets the initializer of the bias; defaults to {@link Zeros}. */
  public Conv1D biasInitializer(Initializer biasInitializer) {
    return with(draft -> draft.biasInitializer = biasInitializer);
  }

  /** Sets the regularizer of the kernel; none by default. */
  public Conv1D kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return with(draft -> draft.kernelRegularizer = kernelRegularizer);
  }

  /** Sets the regularizer of the bias; none by default. */
  public Conv1D biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return with(draft -> draft.biasRegularizer = biasRegularizer);
  }

  /** Sets the regularizer of the output; none by default. */
  public Conv1D activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return with(draft -> draft.activityRegularizer = activityRegularizer);
  }

  /** Sets the constraint on the kernel; none by default. */
  public Conv1D kernelConstraint(@Nullable Constraint kernelConstraint) {
    return with(draft -> draft.kernelConstraint = kernelConstraint);
  }

  /** Sets the constraint on the bias; none by default. */
  public Conv1D biasConstraint(@Nullable Constraint biasConstraint) {
    return with(draft -> draft.biasConstraint = biasConstraint);
  }

  private Conv1D with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.layer();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape output = new WindowAxis(kernelSize, strides, dilationRate).over(inputs, padding, filters);
    Shape kernel = Shape.of(kernelSize, Groups.channels(inputs, groups), filters);
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
    return visitor.conv1D(this);
  }

  /** A mutable copy of the components. */
  private static final class Draft {
    private final int filters;
    private final int kernelSize;
    private int strides;
    private Padding padding;
    private int dilationRate;
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

    private Draft(Conv1D layer) {
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

    private Conv1D layer() {
      return new Conv1D(
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
