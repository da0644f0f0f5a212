package io.rhyton.model.layer;

import io.rhyton.model.Node;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Rank;
import java.util.List;

/**
 * The first of its inputs less the second, value by value.
 *
 * <p>Shapes: two inputs of one shape; output the same. A size of 1 fits any other, as in NumPy, and
 * an input of a lower rank gets axes of 1 behind the batch.
 *
 * <p>Source: {@code keras/src/layers/merging/subtract.py}, Keras 3.15.
 */
public record Subtract() implements Merging {

  /** The layer, to be called on nodes. */
  public static Subtract of() {
    return new Subtract();
  }

  /** Subtracts the second node from the first. */
  public static <R extends Rank> Node<R> of(Node<R> first, Node<R> second) {
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
