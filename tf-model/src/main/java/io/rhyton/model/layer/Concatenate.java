package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.Node;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sizes;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Concatenates its inputs along an axis.
 *
 * <p>Shapes: at least one input, equal except along the axis; output the same, with the sum of the
 * sizes along the axis.
 *
 * <pre>{@code
 * Node<Image> both = Concatenate.of(image, other);             // along the channels
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/merging/concatenate.py}, Keras 3.15.
 *
 * @param axis the axis, with the batch as axis 0; negative values count from the end
 */
public record Concatenate(int axis) implements MultiInput {

  /**
   * Creates a concatenation along the last axis: the channels of images, the features of vectors.
   */
  public static Concatenate of() {
    return new Concatenate(-1);
  }

  /** Concatenates two nodes along the last axis. */
  public static <R extends Rank> Node<R> of(Node<R> first, Node<R> second) {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    return of(List.of(first, second));
  }

  /** Concatenates nodes along the last axis. */
  public static <R extends Rank> Node<R> of(List<Node<R>> nodes) {
    Arguments.requireNoNulls("nodes", nodes);
    return of().on(nodes);
  }

  /** Sets the axis, with the batch as axis 0; defaults to -1, the last. */
  public Concatenate axis(int axis) {
    return new Concatenate(axis);
  }

  /** Concatenates nodes along the axis. */
  public <R extends Rank> Node<R> on(List<Node<R>> nodes) {
    Arguments.requireNoNulls("nodes", nodes);
    return Node.merge(this, nodes);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape first = inputs.several(1).get(0);
    int rank = first.numDimensions();
    int along = axis < 0 ? axis + rank : axis;
    if (along < 1 || along >= rank) {
      throw inputs.mismatch(
          "an axis from 1 to " + (rank - 1) + " or from " + (1 - rank) + " to -1",
          Integer.toString(axis),
          "Axis 0 is the batch.");
    }
    long[] sizes = first.asArray();
    for (Shape other : inputs.shapes().subList(1, inputs.shapes().size())) {
      if (!fits(first, other, along)) {
        throw inputs.mismatch(
            "inputs of the same shape except along axis " + axis,
            inputs.text(),
            "Resize or reshape them first.");
      }
      long before = sizes[along];
      for (int i = 1; i < rank; i++) {
        // A size that is known for one input applies to those that do not know it.
        sizes[i] = i != along && Sizes.isKnown(other.get(i)) ? other.get(i) : sizes[i];
      }
      sizes[along] =
          Sizes.isKnown(sizes[along])
              ? Sizes.map(other.get(along), size -> Math.addExact(size, before))
              : Sizes.ANY;
    }
    return LayerGeometry.of(Shape.of(sizes));
  }

  private static boolean fits(Shape first, Shape other, int along) {
    boolean fits = other.numDimensions() == first.numDimensions();
    for (int i = 1; fits && i < first.numDimensions(); i++) {
      fits = i == along || Sizes.mayEqual(first.get(i), other.get(i));
    }
    return fits;
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.concatenate(this);
  }
}
