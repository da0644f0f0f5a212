package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import java.util.List;

/**
 * Divides each sample by its length: {@code x / sqrt(sum(x²))}, the sum being over one axis or
 * several.
 *
 * <p>Shapes: input {@code [batch, …]}, output as the input.
 *
 * <p>Source: {@code keras/src/layers/normalization/unit_normalization.py}, Keras 3.15.
 *
 * @param axis the axes that the sum is over, the batch being axis 0; below 0 if counted from the
 *     end
 */
public record UnitNormalization(List<Integer> axis) implements Keeping {

  /** Copies the list. */
  public UnitNormalization {
    axis = Axes.require("axis", axis);
  }

  /** A normalisation over the last axis. */
  public static UnitNormalization of() {
    return new UnitNormalization(Axes.of(-1));
  }

  /** Sets the axes, one or more; the last unless set. */
  public UnitNormalization axis(int... axis) {
    return new UnitNormalization(Axes.of(axis));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(Axes.check(inputs, axis));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.unitNormalization(this);
  }
}
