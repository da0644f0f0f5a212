package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.Node;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Rank;
import java.util.List;
import java.util.Objects;

/**
 * The elementwise minimum of its inputs.
 *
 * <p>Shapes: at least two inputs of the same shape, output the same. Sizes of 1 are broadcast, as
 * in NumPy; inputs of lower rank get axes of size 1 after the batch axis.
 *
 * <p>Where inputs are equal, the gradient flows to the first of them, as in Keras on TensorFlow.
 *
 * <p>Source: {@code keras/src/layers/merging/minimum.py}, Keras 3.15.
 */
public record Minimum() implements MultiInput {

  /** Creates the layer, to be called on nodes. */
  public static Minimum of() {
    return new Minimum();
  }

  /** Takes the elementwise minimum of two nodes. */
  public static <R extends Rank> Node<R> of(Node<R> first, Node<R> second) {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    return of(List.of(first, second));
  }

  /** Takes the elementwise minimum of two or more nodes. */
  public static <R extends Rank> Node<R> of(List<Node<R>> nodes) {
    Arguments.requireNoNulls("nodes", nodes);
    return Node.merge(of(), nodes);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.broadcast());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.minimum(this);
  }
}
