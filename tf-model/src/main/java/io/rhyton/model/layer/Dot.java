package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.model.Node;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.tensorflow.ndarray.Shape;

/**
 * The dot product of two inputs along an axis of each.
 *
 * <p>Shapes: two inputs of rank 2 or more, with the same size along the axes; output {@code [batch,
 * the other axes of the first, the other axes of the second]}, or {@code [batch, 1]} if there are
 * none.
 *
 * <pre>{@code
 * Node<FeatureVector> cosine = Dot.of(1).normalize(true).on(List.of(vector, vector));
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/merging/dot.py}, Keras 3.15.
 *
 * @param axes the axes of the first and the second input, with the batch as axis 0, negative ones
 *     counted from the end; a single number if they are equal
 * @param normalize whether to L2-normalize the inputs along the axis first, which makes the output
 *     the cosine similarity
 */
public record Dot(List<Integer> axes, boolean normalize) implements MultiInput {

  /**
   * Validates the axes.
   *
   * @throws IllegalArgumentException if there are not one or two axes, or one is the batch
   */
  public Dot {
    axes = Arguments.copyOf("axes", axes);
    if (axes.isEmpty() || axes.size() > 2 || axes.contains(0)) {
      throw new IllegalArgumentException(
          "axes must contain one or two axes other than the batch, 0, got "
              + MessageText.list(axes));
    }
  }

  /**
   * Creates a dot product along the same axis of both inputs.
   *
   * @param axes the axis, with the batch as axis 0; negative values count from the end
   */
  public static Dot of(int axes) {
    return new Dot(List.of(axes), false);
  }

  /**
   * Creates a dot product along an axis of each input.
   *
   * @param first the axis of the first input, with the batch as axis 0; negative values count from
   *     the end
   * @param second the axis of the second input, likewise
   */
  public static Dot of(int first, int second) {
    return new Dot(List.of(first, second), false);
  }

  /** Sets whether to L2-normalize the inputs first; defaults to false. */
  public Dot normalize(boolean normalize) {
    return new Dot(axes, normalize);
  }

  /**
   * Calls the layer on two nodes: vectors, resulting in a single value, or sequences.
   *
   * @param nodes the two operands
   */
  public <R extends Rank> Node<R> on(List<Node<R>> nodes) {
    Arguments.requireNoNulls("nodes", nodes);
    return Node.merge(this, nodes);
  }

  /**
   * Returns the axis of one of the inputs, counted from the front.
   *
   * @param input 0 for the first input, 1 for the second
   * @param rank the rank of the input, including the batch
   */
  public int axis(int input, int rank) {
    int axis = axes.get(axes.size() == 1 ? 0 : input);
    return axis < 0 ? axis + rank : axis;
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    List<Shape> both = inputs.two();
    List<Long> sizes = new ArrayList<>();
    List<Long> summed = new ArrayList<>();
    for (int input = 0; input < 2; input++) {
      Shape shape = both.get(input);
      int rank = shape.numDimensions();
      int axis = axis(input, rank);
      if (axis < 1 || axis >= rank) {
        throw inputs.mismatch(
            "inputs that have the axes " + axes + " after the batch",
            inputs.text(),
            "Use axes that both inputs have.");
      }
      summed.add(shape.get(axis));
      for (int i = 1; i < rank; i++) {
        if (i != axis) {
          sizes.add(shape.get(i));
        }
      }
    }
    if (!Sizes.mayEqual(summed.get(0), summed.get(1))) {
      throw inputs.mismatch(
          "inputs of the same size along the axes " + axes,
          inputs.text(),
          "Use axes of the same size.");
    }
    return LayerGeometry.of(output(both.get(0).get(0), sizes));
  }

  private static Shape output(long batch, List<Long> sizes) {
    LongStream rest =
        sizes.isEmpty() ? LongStream.of(1) : sizes.stream().mapToLong(Long::longValue);
    return Shape.of(LongStream.concat(LongStream.of(batch), rest).toArray());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.dot(this);
  }
}
