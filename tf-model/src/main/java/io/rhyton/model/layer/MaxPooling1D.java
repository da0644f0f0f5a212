package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.WindowAxis;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Sequence;
import java.util.Objects;

/**
 * Max pooling over sequences: the maximum of each window, per feature.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, output {@code [batch, new steps, features]}.
 *
 * <pre>{@code
 * Layer layer = MaxPooling1D.of(2);                           // half the timesteps
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/pooling/max_pooling1d.py}, Keras 3.15.
 *
 * @param poolSize the window size in timesteps, at least 1
 * @param strides the stride in timesteps, at least 1
 * @param padding the padding at both ends
 */
public record MaxPooling1D(int poolSize, int strides, Padding padding)
    implements RankMapping<Sequence, Sequence> {

  public MaxPooling1D {
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
  public static MaxPooling1D of(int poolSize) {
    return new MaxPooling1D(poolSize, poolSize, Padding.VALID);
  }

  /** Sets the stride; defaults to the pool size. */
  public MaxPooling1D strides(int strides) {
    return new MaxPooling1D(poolSize, strides, padding);
  }

  /** Sets the padding; defaults to {@link Padding#VALID}. */
  public MaxPooling1D padding(Padding padding) {
    return new MaxPooling1D(poolSize, strides, padding);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(
        new WindowAxis(poolSize, strides, 1).over(inputs, padding, inputs.sequence().get(2)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.maxPooling1D(this);
  }
}
