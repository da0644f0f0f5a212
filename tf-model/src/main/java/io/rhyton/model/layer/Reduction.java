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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tensorflow.ndarray.Shape;

/**
 * An operation that reduces axes of a tensor to a single value each: {@code keras.ops.mean(x,
 * axis=1)} and so on in Python.
 *
 * <p>Shapes: input {@code [batch, …]}; output without the reduced axes, or with a size of 1 there
 * if {@code keepdims} is set. The batch is not reduced, and one more axis remains.
 *
 * <pre>{@code
 * Node<FeatureVector> loudest = steps.then(Reduction.vector(MAX, 1));
 * Node<Image> gray = image.then(Reduction.image(MEAN, -1).keepdims(true));
 * }</pre>
 *
 * <p>Source: {@code keras/src/ops/numpy.py} and {@code math.py}, Keras 3.15.
 *
 * @param operator what is computed of the values
 * @param axes the axes to reduce, with the batch as axis 0; negative ones count from the end
 * @param keepdims whether the reduced axes remain, with a size of 1
 * @param <O> the rank of the output
 */
public record Reduction<O extends Rank>(Operator operator, List<Integer> axes, boolean keepdims)
    implements FromAnyRank<O>, Operation {

  /**
   * Validates the axes.
   *
   * @throws IllegalArgumentException if there are none, one is twice, or one is the batch
   */
  public Reduction {
    Objects.requireNonNull(operator, "operator");
    axes = Arguments.copyOf("axes", axes);
    if (axes.isEmpty() || axes.contains(0) || new HashSet<>(axes).size() < axes.size()) {
      throw new IllegalArgumentException(
          "axes must contain different axes other than the batch, 0, got "
              + MessageText.list(axes));
    }
  }

  /** What is computed of the values along the axes. */
  public enum Operator {
    /** The sum. */
    SUM("Sum"),
    /** The mean. */
    MEAN("Mean"),
    /** The maximum. */
    MAX("Max"),
    /** The minimum. */
    MIN("Min"),
    /** The product. */
    PROD("Prod"),
    /** The variance, divided by the number of values. */
    VAR("Var"),
    /** The standard deviation, the square root of the variance. */
    STD("Std"),
    /** The logarithm of the sum of the exponentials, without overflow. */
    LOGSUMEXP("Logsumexp");

    private final String className;

    Operator(String className) {
      this.className = className;
    }

    /** Returns the name of the Keras class. */
    public String className() {
      return className;
    }
  }

  /**
   * Creates a reduction to images.
   *
   * @param operator what is computed
   * @param axes the axes to reduce, with the batch as axis 0; negative ones count from the end
   */
  public static Reduction<Image> image(Operator operator, int... axes) {
    return of(operator, axes);
  }

  /**
   * Creates a reduction to sequences.
   *
   * @param operator what is computed
   * @param axes the axes to reduce, with the batch as axis 0; negative ones count from the end
   */
  public static Reduction<Sequence> sequence(Operator operator, int... axes) {
    return of(operator, axes);
  }

  /**
   * Creates a reduction to vectors.
   *
   * @param operator what is computed
   * @param axes the axes to reduce, with the batch as axis 0; negative ones count from the end
   */
  public static Reduction<FeatureVector> vector(Operator operator, int... axes) {
    return of(operator, axes);
  }

  private static <O extends Rank> Reduction<O> of(Operator operator, int... axes) {
    Objects.requireNonNull(axes, "axes");
    return new Reduction<>(operator, Arrays.stream(axes).boxed().toList(), false);
  }

  /** Sets whether the reduced axes remain, with a size of 1; defaults to false. */
  public Reduction<O> keepdims(boolean keepdims) {
    return new Reduction<>(operator, axes, keepdims);
  }

  @Override
  public String typeName() {
    return operator.className();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape input = inputs.single();
    int rank = input.numDimensions();
    Set<Integer> reduced = new TreeSet<>();
    for (int axis : axes) {
      reduced.add(axis < 0 ? axis + rank : axis);
    }
    boolean exist = reduced.stream().allMatch(axis -> axis > 0 && axis < rank);
    if (!exist || reduced.size() < axes.size()) {
      throw inputs.mismatch(
          "input that has the axes " + MessageText.list(axes) + " after the batch",
          ShapeText.of(input),
          "Use axes that the input has, once each.");
    }
    if (!keepdims && reduced.size() == rank - 1) {
      throw inputs.mismatch(
          "input with an axis that remains", ShapeText.of(input), "Set keepdims(true).");
    }
    LongStream sizes =
        IntStream.range(0, rank)
            .filter(axis -> keepdims || !reduced.contains(axis))
            .mapToLong(axis -> reduced.contains(axis) ? 1 : input.get(axis));
    return LayerGeometry.of(Shape.of(sizes.toArray()));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.reduction(this);
  }
}
