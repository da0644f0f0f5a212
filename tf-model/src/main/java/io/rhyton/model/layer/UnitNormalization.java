package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import java.util.List;
import java.util.Objects;

/**
 * L2-normalizes each sample: {@code x / sqrt(sum(x²))}, with the sum over one or more axes.
 *
 * <p>Shapes: input {@code [batch, …]}, output same as the input.
 *
 * <p>Source: {@code keras/src/layers/normalization/unit_normalization.py}, Keras 3.15.
 *
 * @param axis the axes of the sum, with the batch as axis 0; negative values count from the end
 */
public record UnitNormalization(List<Integer> axis) implements RankPreserving {

  public UnitNormalization {
    Arguments.requireNoNulls("axis", axis);
    axis = Axes.require("axis", axis);
  }

  /** Creates a normalization over the last axis. */
  public static UnitNormalization of() {
    return new UnitNormalization(Axes.of(-1));
  }

  /** Sets the axes, at least one; defaults to the last. */
  public UnitNormalization axis(int... axis) {
    Objects.requireNonNull(axis, "axis");
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
