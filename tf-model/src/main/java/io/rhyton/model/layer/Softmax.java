package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import java.util.List;

/**
 * {@code exp(x) / sum(exp(x))}, the sum being over one axis or several.
 *
 * <p>Source: {@code keras/src/layers/activations/softmax.py}, Keras 3.15.
 *
 * @param axis the axes that a sum is over, the batch being axis 0; below 0 if counted from the end
 */
public record Softmax(List<Integer> axis) implements Keeping {

  /** Copies the list. */
  public Softmax {
    axis = Axes.require("axis", axis);
  }

  /** Sums over the last axis. */
  public static Softmax of() {
    return new Softmax(Axes.of(-1));
  }

  /** Sets the axes, one or more; the last unless set. */
  public Softmax axis(int... axis) {
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
