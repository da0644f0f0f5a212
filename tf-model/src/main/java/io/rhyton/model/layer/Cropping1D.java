package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Border1D;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * Cuts steps off both ends of a sequence.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, output {@code [batch, steps - before - after,
 * features]}, which must leave a step.
 *
 * <p>Source: {@code keras/src/layers/reshaping/cropping1d.py}, Keras 3.15.
 *
 * @param cropping how many steps
 */
public record Cropping1D(Border1D cropping) implements Mapping<Sequence, Sequence> {

  /** Cuts one step off each end. */
  public static Cropping1D of() {
    return of(1);
  }

  /**
   * Cuts as many steps off each end.
   *
   * @param cropping at least 0
   */
  public static Cropping1D of(int cropping) {
    return of(cropping, cropping);
  }

  /**
   * Cuts steps off the two ends.
   *
   * @param before at the beginning, at least 0
   * @param after at the end, at least 0
   */
  public static Cropping1D of(int before, int after) {
    return new Cropping1D(new Border1D(before, after));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sequence = inputs.sequence();
    long steps = sequence.get(1) - cropping.before() - cropping.after();
    if (steps < 1) {
      throw inputs.mismatch(
          "more than " + ((long) cropping.before() + cropping.after()) + " steps",
          ShapeText.of(sequence),
          "Crop fewer.");
    }
    return LayerGeometry.of(Shape.of(sequence.get(0), steps, sequence.get(2)));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.cropping1D(this);
  }
}
