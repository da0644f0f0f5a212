package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Dilation;
import io.rhyton.model.layer.geometry.Groups;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.WindowAxis;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Sequence;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * A 1D convolution, over sequences: {@code activation(conv(x, kernel) + bias)}.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, kernel {@code [kernel size, features / groups,
 * filters]}, bias {@code [filters]}, output {@code [batch, new steps, filters]}.
 *
 * <pre>{@code
 * Layer layer = Conv1D.of(32, 5).padding(CAUSAL).activation(RELU);
 * }</pre>
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
 * @param options activation, kernel, bias and activity regularizer
 */
public record Conv1D(
    int filters,
    int kernelSize,
    int strides,
    Padding padding,
    int dilationRate,
    int groups,
    KernelOptions options)
    implements RankMapping<Sequence, Sequence>, KernelLayer<Conv1D> {

  public Conv1D {
    Objects.requireNonNull(padding, "padding");
    Objects.requireNonNull(options, "options");
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
    return new Conv1D(filters, kernelSize, 1, Padding.VALID, 1, 1, KernelOptions.of());
  }

  /** Sets the stride, at least 1; defaults to 1. */
  public Conv1D strides(int strides) {
    return new Conv1D(filters, kernelSize, strides, padding, dilationRate, groups, options);
  }

  /** Sets the padding; defaults to {@link Padding#VALID}. */
  public Conv1D padding(Padding padding) {
    return new Conv1D(filters, kernelSize, strides, padding, dilationRate, groups, options);
  }

  /** Sets the dilation rate, at least 1; defaults to 1. */
  public Conv1D dilationRate(int dilationRate) {
    return new Conv1D(filters, kernelSize, strides, padding, dilationRate, groups, options);
  }

  /** Sets the number of groups, at least 1; defaults to 1. */
  public Conv1D groups(int groups) {
    return new Conv1D(filters, kernelSize, strides, padding, dilationRate, groups, options);
  }

  @Override
  public Conv1D options(KernelOptions options) {
    return new Conv1D(filters, kernelSize, strides, padding, dilationRate, groups, options);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape output = new WindowAxis(kernelSize, strides, dilationRate).over(inputs, padding, filters);
    Shape kernel = Shape.of(kernelSize, Groups.channels(inputs, groups), filters);
    return options.geometry(inputs, output, inputs.trainable("kernel", kernel, options.kernel()));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.conv1D(this);
  }
}
