package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.shape.Vector;
import java.math.BigInteger;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * Gives samples another shape; their values stay in the order in which they are.
 *
 * <p>Shapes: input {@code [batch, …]}, output {@code [batch, …]} with as many values.
 *
 * <p>Source: {@code keras/src/layers/reshaping/reshape.py}, Keras 3.15.
 *
 * @param targetShape the shape of a sample; one size may be -1, and is then what remains
 * @param <O> what it makes
 */
public record Reshape<O extends Rank>(List<Integer> targetShape) implements Collapsing<O> {
  private static final int REMAINING = -1;

  /**
   * Copies the sizes.
   *
   * @throws IllegalArgumentException if one is below 1 and not -1, or two are -1
   */
  public Reshape {
    targetShape = List.copyOf(targetShape);
    boolean positive =
        !targetShape.isEmpty()
            && targetShape.stream().allMatch(size -> size > 0 || size == REMAINING);
    long remaining = targetShape.stream().filter(size -> size == REMAINING).count();
    if (!positive || remaining > 1) {
      throw new IllegalArgumentException(
          "targetShape must have sizes > 0, and -1 once at most, got " + targetShape);
    }
  }

  /**
   * Makes images.
   *
   * @param height pixels, or -1 for what remains
   * @param width pixels, or -1 for what remains
   * @param channels channels, or -1 for what remains
   */
  public static Reshape<Image> image(int height, int width, int channels) {
    return new Reshape<>(List.of(height, width, channels));
  }

  /**
   * Makes sequences.
   *
   * @param steps places in a sequence, or -1 for what remains
   * @param features values at each place, or -1 for what remains
   */
  public static Reshape<Sequence> sequence(int steps, int features) {
    return new Reshape<>(List.of(steps, features));
  }

  /**
   * Makes vectors.
   *
   * @param features values in a sample, or -1 for all of them
   */
  public static Reshape<Vector> vector(int features) {
    return new Reshape<>(List.of(features));
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape input = inputs.single();
    long values = input.tail().size();
    // Their product may have more than 64 bits.
    BigInteger known =
        targetShape.stream()
            .filter(size -> size != REMAINING)
            .map(BigInteger::valueOf)
            .reduce(BigInteger.ONE, BigInteger::multiply);
    BigInteger[] rest = BigInteger.valueOf(values).divideAndRemainder(known);
    boolean infers = targetShape.contains(REMAINING);
    if (rest[1].signum() != 0 || !(infers || rest[0].equals(BigInteger.ONE))) {
      throw inputs.mismatch(
          infers ? "a multiple of " + known + " values a sample" : known + " values a sample",
          values + " in " + ShapeText.of(input),
          "Name sizes whose product is " + values + ".");
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
