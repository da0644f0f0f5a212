package io.rhyton.model.layer;

import io.rhyton.model.Node;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Rank;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.tensorflow.ndarray.Shape;

/**
 * The products of two inputs, summed along an axis of each.
 *
 * <p>Shapes: two inputs of rank 2 or more, with one size along the axes; output {@code [batch, the
 * other axes of the first, the other axes of the second]}, or {@code [batch, 1]} if there are none.
 *
 * <p>Source: {@code keras/src/layers/merging/dot.py}, Keras 3.15.
 *
 * @param axes which axis of the first input and which of the second, counted with the batch as 0,
 *     or below 0 from the end; one number if they are the same
 * @param normalize whether each input is divided by its length along the axis first, which makes
 *     the output the cosine of the angle between them
 */
public record Dot(List<Integer> axes, boolean normalize) implements Merging {

  /**
   * Copies the axes.
   *
   * @throws IllegalArgumentException if there are not one or two, or one is the batch
   */
  public Dot {
    axes = List.copyOf(axes);
    if (axes.isEmpty() || axes.size() > 2 || axes.contains(0)) {
      throw new IllegalArgumentException(
          "axes must be one or two, and not the batch, 0, got " + axes);
    }
  }

  /**
   * Sums along the same axis of both inputs.
   *
   * @param axes counted with the batch as 0, or below 0 from the end
   */
  public static Dot of(int axes) {
    return new Dot(List.of(axes), false);
  }

  /**
   * Sums along an axis of each input.
   *
   * @param first of the first input, counted with the batch as 0, or below 0 from the end
   * @param second of the second input, likewise
   */
  public static Dot of(int first, int second) {
    return new Dot(List.of(first, second), false);
  }

  /** Sets whether inputs are divided by their lengths first; false unless set. */
  public Dot normalize(boolean normalize) {
    return new Dot(axes, normalize);
  }

  /**
   * Multiplies two nodes, either vectors, which gives one value, or sequences.
   *
   * @param nodes two
   */
  public <R extends Rank> Node<R> on(List<Node<R>> nodes) {
    return Node.merge(this, nodes);
  }

  /**
   * The axis of one of the inputs, counted from the front.
   *
   * @param input 0 for the first, 1 for the second
   * @param rank how many axes it has, the batch included
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
            "inputs that have the axes " + axes + " behind the batch",
            inputs.text(),
            "Name axes that they have.");
      }
      summed.add(shape.get(axis));
      for (int i = 1; i < rank; i++) {
        if (i != axis) {
          sizes.add(shape.get(i));
        }
      }
    }
    if (!summed.get(0).equals(summed.get(1))) {
      throw inputs.mismatch(
          "inputs of one size along the axes " + axes, inputs.text(), "Name axes that fit.");
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
