package io.rhyton.model.layer;

import io.rhyton.model.Node;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Rank;
import java.util.List;
import java.util.Objects;

/**
 * The elementwise difference of its two inputs.
 *
 * <p>Shapes: two inputs of the same shape, output the same. Sizes of 1 are broadcast, as in NumPy;
 * inputs of lower rank get axes of size 1 after the batch axis.
 *
 * <p>Source: {@code keras/src/layers/merging/subtract.py}, Keras 3.15.
 */
public record Subtract() implements MultiInput {

  /** Creates the layer, to be called on nodes. */
  public static Subtract of() {
    return new Subtract();
  }

  /** Subtracts the second node from the first. */
  public static <R extends Rank> Node<R> of(Node<R> first, Node<R> second) {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    return Node.merge(of(), List.of(first, second));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    inputs.two();
    return LayerGeometry.of(inputs.broadcast());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.subtract(this);
  }
}
