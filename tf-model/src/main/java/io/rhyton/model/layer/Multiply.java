package io.rhyton.model.layer;

import io.rhyton.model.Node;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Rank;
import java.util.List;

/**
 * The product of its inputs, value by value.
 *
 * <p>Shapes: two inputs or more of one shape; output the same. A size of 1 fits any other, as in
 * NumPy, and an input of a lower rank gets axes of 1 behind the batch.
 *
 * <p>Source: {@code keras/src/layers/merging/multiply.py}, Keras 3.15.
 */
public record Multiply() implements Merging {

  /** The layer, to be called on nodes. */
  public static Multiply of() {
    return new Multiply();
  }

  /** Multiplies two nodes. */
  public static <R extends Rank> Node<R> of(Node<R> first, Node<R> second) {
    return of(List.of(first, second));
  }

  /** Multiplies two nodes or more. */
  public static <R extends Rank> Node<R> of(List<Node<R>> nodes) {
    return Node.merge(of(), nodes);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.broadcast());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.multiply(this);
  }
}
