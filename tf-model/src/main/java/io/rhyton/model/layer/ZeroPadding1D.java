package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Border1D;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.Sizes;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Pads sequences with zeros at both ends.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, output {@code [batch, before + steps + after,
 * features]}.
 *
 * <p>Source: {@code keras/src/layers/reshaping/zero_padding1d.py}, Keras 3.15.
 *
 * @param padding the timesteps to add
 */
public record ZeroPadding1D(Border1D padding) implements RankMapping<Sequence, Sequence> {

  public ZeroPadding1D {
    Objects.requireNonNull(padding, "padding");
  }

  /** Creates a padding of one timestep at each end. */
  public static ZeroPadding1D of() {
    return of(1);
  }

  /**
   * Creates a padding of the same number of timesteps at each end.
   *
   * @param padding timesteps per end, at least 0
   */
  public static ZeroPadding1D of(int padding) {
    return of(padding, padding);
  }

  /**
   * Creates a padding of both ends.
   *
   * @param before timesteps at the beginning, at least 0
   * @param after timesteps at the end, at least 0
   */
  public static ZeroPadding1D of(int before, int after) {
    return new ZeroPadding1D(new Border1D(before, after));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sequence = inputs.sequence();
    return LayerGeometry.of(
        Shape.of(
            sequence.get(0),
            Sizes.map(sequence.get(1), steps -> steps + padding.before() + padding.after()),
            sequence.get(2)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.zeroPadding1D(this);
  }
}
