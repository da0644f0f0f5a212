package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Border1D;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.shape.Sizes;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Crops both ends of a sequence.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, output {@code [batch, steps - before - after,
 * features]}, with at least one timestep left.
 *
 * <p>Source: {@code keras/src/layers/reshaping/cropping1d.py}, Keras 3.15.
 *
 * @param cropping the timesteps to crop
 */
public record Cropping1D(Border1D cropping) implements RankMapping<Sequence, Sequence> {

  public Cropping1D {
    Objects.requireNonNull(cropping, "cropping");
  }

  /** Creates a cropping of one timestep at each end. */
  public static Cropping1D of() {
    return of(1);
  }

  /**
   * Creates a cropping of the same number of timesteps at each end.
   *
   * @param cropping timesteps per end, at least 0
   */
  public static Cropping1D of(int cropping) {
    return of(cropping, cropping);
  }

  /**
   * Creates a cropping of both ends.
   *
   * @param before timesteps at the beginning, at least 0
   * @param after timesteps at the end, at least 0
   */
  public static Cropping1D of(int before, int after) {
    return new Cropping1D(new Border1D(before, after));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sequence = inputs.sequence();
    long steps = Sizes.map(sequence.get(1), size -> size - cropping.before() - cropping.after());
    if (Sizes.isKnown(sequence.get(1)) && steps < 1) {
      throw inputs.mismatch(
          "more than " + ((long) cropping.before() + cropping.after()) + " timesteps",
          ShapeText.of(sequence),
          "Crop less.");
    }
    return LayerGeometry.of(Shape.of(sequence.get(0), steps, sequence.get(2)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.cropping1D(this);
  }
}
