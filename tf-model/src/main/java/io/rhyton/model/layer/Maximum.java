package io.rhyton.model.layer;

import io.rhyton.model.Node;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Rank;
import java.util.List;

/**
 * The largest of its inputs, value by value.
 *
 * <p>Shapes: two inputs or more of one shape; output the same. A size of 1 fits any other, as in
 * NumPy, and an input of a lower rank gets axes of 1 behind the batch.
 *
 * <p>Where inputs are equal the first of them gets the gradient, as in Keras on TensorFlow.
 *
 * <p>Source: {@code keras/src/layers/merging/maximum.py}, Keras 3.15.
 */
public record Maximum() implements Merging {

  /** The layer, to be called on nodes. */
  public static Maximum of() {
    return new Maximum();
  }

  /** Takes the larger values of two nodes. */
  public static <R extends Rank> Node<R> of(Node<R> first, Node<R> second) {
    return of(List.of(first, second));
  }

  /** Takes the largest values of two nodes or more. */
  public static <R extends Rank> Node<R> of(List<Node<R>> nodes) {
    return Node.merge(of(), nodes);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.broadcast());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.maximum(this);
  }
}
