package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.shape.Sizes;
import java.math.BigInteger;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * Reshapes samples, keeping their values in row-major order.
 *
 * <p>Shapes: input {@code [batch, …]}, output {@code [batch, …]} with the same number of values.
 *
 * <pre>{@code
 * Node<Image> rows = vector.then(Reshape.image(4, 4, 8));
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/reshaping/reshape.py}, Keras 3.15.
 *
 * @param targetShape the shape of a sample; one size may be -1, to be inferred
 * @param <O> the rank of the output
 */
public record Reshape<O extends Rank>(List<Integer> targetShape) implements FromAnyRank<O> {
  private static final int REMAINING = -1;

  /**
   * Validates the target shape.
   *
   * @throws IllegalArgumentException if a size is below 1 but not -1, or more than one is -1
   */
  public Reshape {
    targetShape = Arguments.copyOf("targetShape", targetShape);
    boolean positive =
        !targetShape.isEmpty()
            && targetShape.stream().allMatch(size -> size > 0 || size == REMAINING);
    long remaining = targetShape.stream().filter(size -> size == REMAINING).count();
    if (!positive || remaining > 1) {
      throw new IllegalArgumentException(
          "targetShape must have sizes > 0, and -1 at most once, got "
              + MessageText.list(targetShape));
    }
  }

  /**
   * Creates a reshaping to images.
   *
   * @param height height in pixels, or -1 to infer it
   * @param width width in pixels, or -1 to infer it
   * @param channels the number of channels, or -1 to infer it
   */
  public static Reshape<Image> image(int height, int width, int channels) {
    return new Reshape<>(List.of(height, width, channels));
  }

  /**
   * Creates a reshaping to sequences.
   *
   * @param steps timesteps per sequence, or -1 to infer them
   * @param features features per timestep, or -1 to infer them
   */
  public static Reshape<Sequence> sequence(int steps, int features) {
    return new Reshape<>(List.of(steps, features));
  }

  /**
   * Creates a reshaping to vectors.
   *
   * @param features features per sample, or -1 to infer them
   */
  public static Reshape<FeatureVector> vector(int features) {
    return new Reshape<>(List.of(features));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape input = inputs.single();
    if (!Sizes.areKnown(input)) {
      // Whether the number of values matches is only known when the graph runs.
      long[] sizes =
          targetShape.stream().mapToLong(size -> size == REMAINING ? Sizes.ANY : size).toArray();
      return LayerGeometry.of(Shape.of(sizes).prepend(input.get(0)));
    }
    long values = input.tail().size();
    // The product may exceed 64 bits.
    BigInteger known =
        targetShape.stream()
            .filter(size -> size != REMAINING)
            .map(BigInteger::valueOf)
            .reduce(BigInteger.ONE, BigInteger::multiply);
    BigInteger[] rest = BigInteger.valueOf(values).divideAndRemainder(known);
    boolean infers = targetShape.contains(REMAINING);
    if (rest[1].signum() != 0 || !(infers || rest[0].equals(BigInteger.ONE))) {
      throw inputs.mismatch(
          infers ? "a multiple of " + known + " values per sample" : known + " values per sample",
          values + " in " + ShapeText.of(input),
          "Choose sizes whose product is " + values + ".");
    }
    long[] sizes = new long[targetShape.size() + 1];
    sizes[0] = input.get(0);
    for (int i = 0; i < targetShape.size(); i++) {
      int size = targetShape.get(i);
      sizes[i + 1] = size == REMAINING ? rest[0].longValueExact() : size;
    }
    return LayerGeometry.of(Shape.of(sizes));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.reshape(this);
  }
}
