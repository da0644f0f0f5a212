package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.WindowAxis;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Sequence;
import java.util.Objects;

/**
 * Average pooling over sequences: the mean of each window, per feature. Padding is not included in
 * the mean.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, output {@code [batch, new steps, features]}.
 *
 * <p>Source: {@code keras/src/layers/pooling/average_pooling1d.py}, Keras 3.15.
 *
 * @param poolSize the window size in timesteps, at least 1
 * @param strides the stride in timesteps, at least 1
 * @param padding the padding at both ends
 */
public record AveragePooling1D(int poolSize, int strides, Padding padding)
    implements RankMapping<Sequence, Sequence> {

  public AveragePooling1D {
    Objects.requireNonNull(padding, "padding");
    Arguments.requirePositive("poolSize", poolSize);
    Arguments.requirePositive("strides", strides);
    Padding.requireNotCausal(padding);
  }

  /**
   * Creates a pooling layer with non-overlapping windows.
   *
   * @param poolSize the window size in timesteps, at least 1
   */
  public static AveragePooling1D of(int poolSize) {
    return new AveragePooling1D(poolSize, poolSize, Padding.VALID);
  }

  /** Sets the stride; defaults to the pool size. */
  public AveragePooling1D strides(int strides) {
    return new AveragePooling1D(poolSize, strides, padding);
  }

  /** Sets the padding; defaults to {@link Padding#VALID}. */
  public AveragePooling1D padding(Padding padding) {
    return new AveragePooling1D(poolSize, strides, padding);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(
        new WindowAxis(poolSize, strides, 1).over(inputs, padding, inputs.sequence().get(2)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.averagePooling1D(this);
  }
}
