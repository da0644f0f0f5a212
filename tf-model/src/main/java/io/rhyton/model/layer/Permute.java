package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.ShapeText;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tensorflow.ndarray.Shape;

/**
 * Permutes the axes of each sample.
 *
 * <p>Shapes: input {@code [batch, …]}, output the same sizes, permuted.
 *
 * <p>Source: {@code keras/src/layers/reshaping/permute.py}, Keras 3.15.
 *
 * @param dims the input axis for each output axis, counted from 1: the batch, 0, cannot be permuted
 */
public record Permute(List<Integer> dims) implements RankPreserving {

  /**
   * Validates the axes.
   *
   * @throws IllegalArgumentException if they are not a permutation of 1, 2, …
   */
  public Permute {
    dims = Arguments.copyOf("dims", dims);
    List<Integer> axes = IntStream.rangeClosed(1, dims.size()).boxed().toList();
    if (!dims.stream().sorted().toList().equals(axes)) {
      throw new IllegalArgumentException(
          "dims must be a permutation of "
              + MessageText.list(axes)
              + ", got "
              + MessageText.list(dims));
    }
  }

  /**
   * Creates a permutation.
   *
   * @param dims the input axis for each output axis, counted from 1
   */
  public static Permute of(int... dims) {
    Objects.requireNonNull(dims, "dims");
    return new Permute(Arrays.stream(dims).boxed().toList());
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape input = inputs.single();
    if (input.numDimensions() != dims.size() + 1) {
      throw inputs.mismatch(
          "input of rank " + (dims.size() + 1), ShapeText.of(input), "List each of its axes once.");
    }
    long[] sizes = input.asArray();
    for (int i = 0; i < dims.size(); i++) {
      sizes[i + 1] = input.get(dims.get(i));
    }
    return LayerGeometry.of(Shape.of(sizes));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.permute(this);
  }
}
