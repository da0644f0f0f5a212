package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.Sizes;
import org.tensorflow.ndarray.Shape;

/**
 * Upsamples sequences by repeating each timestep.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, output {@code [batch, size · steps,
 * features]}.
 *
 * <p>Source: {@code keras/src/layers/reshaping/up_sampling1d.py}, Keras 3.15.
 *
 * @param size the upsampling factor, at least 1
 */
public record UpSampling1D(int size) implements RankMapping<Sequence, Sequence> {

  public UpSampling1D {
    Arguments.requirePositive("size", size);
  }

  /** Creates an upsampling by a factor of 2. */
  public static UpSampling1D of() {
    return of(2);
  }

  /**
   * Creates an upsampling.
   *
   * @param size the upsampling factor, at least 1
   */
  public static UpSampling1D of(int size) {
    return new UpSampling1D(size);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sequence = inputs.sequence();
    return LayerGeometry.of(
        Shape.of(
            sequence.get(0), Sizes.map(sequence.get(1), steps -> size * steps), sequence.get(2)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.upSampling1D(this);
  }
}
