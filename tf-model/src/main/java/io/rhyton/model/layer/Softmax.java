package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import java.util.List;
import java.util.Objects;

/**
 * The softmax function, {@code exp(x) / sum(exp(x))}, with the sum over one or more axes.
 *
 * <p>Source: {@code keras/src/layers/activations/softmax.py}, Keras 3.15.
 *
 * @param axis the axes of the sum, with the batch as axis 0; negative values count from the end
 */
public record Softmax(List<Integer> axis) implements RankPreserving {

  public Softmax {
    Arguments.requireNoNulls("axis", axis);
    axis = Axes.require("axis", axis);
  }

  /** Creates a softmax over the last axis. */
  public static Softmax of() {
    return new Softmax(Axes.of(-1));
  }

  /** Sets the axes, at least one; defaults to the last. */
  public Softmax axis(int... axis) {
    Objects.requireNonNull(axis, "axis");
    return new Softmax(Axes.of(axis));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(Axes.check(inputs, axis));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.softmax(this);
  }
}
