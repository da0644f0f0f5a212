package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Sizes;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Zeros;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Normalizes values with the mean and variance of the training data: {@code (x - mean) /
 * max(sqrt(variance), 1e-7)}, or the inverse.
 *
 * <p>Mean and variance are either options, which {@code NormalizationStatistics} computes, or
 * non-trainable weights, which are loaded from a file.
 *
 * <p>Shapes: input {@code [batch, …]}, mean and variance the sizes along the axes, count {@code
 * []}, output same as the input.
 *
 * <p>Source: {@code keras/src/layers/preprocessing/normalization.py}, Keras 3.15.
 *
 * @param axis the axes along which every index has its own mean and variance, with the batch as
 *     axis 0, negative values counted from the end; empty for a single mean and variance
 * @param mean the mean to subtract: one value per index along the axis, or a single value
 * @param variance the variance: as many values, none negative
 * @param invert whether to apply the inverse, denormalizing values
 */
public record Normalization(
    List<Integer> axis,
    @Nullable List<Double> mean,
    @Nullable List<Double> variance,
    boolean invert)
    implements RankPreserving {

  public Normalization {
    axis = Arguments.copyOf("axis", axis);
    mean = mean == null ? null : requireNumbers("mean", mean, Double.NEGATIVE_INFINITY);
    variance = variance == null ? null : requireNumbers("variance", variance, 0);
  }

  private static List<Double> requireNumbers(String name, List<Double> numbers, double least) {
    boolean fit = numbers.stream().allMatch(number -> Double.isFinite(number) && number >= least);
    if (numbers.isEmpty() || !fit) {
      String range =
          least == 0 ? " must be finite numbers >= 0, got " : " must be finite numbers, got ";
      throw new IllegalArgumentException(name + range + MessageText.list(numbers));
    }
    return List.copyOf(numbers);
  }

  /** Creates a normalization along the last axis, with mean and variance as weights. */
  public static Normalization of() {
    return new Normalization(Axes.of(-1), null, null, false);
  }

  /** Sets the axes; defaults to the last. */
  public Normalization axis(int... axis) {
    Objects.requireNonNull(axis, "axis");
    return axis(Axes.of(axis));
  }

  /** Sets the axes, empty for a single mean and variance; defaults to the last. */
  public Normalization axis(List<Integer> axis) {
    return new Normalization(axis, mean, variance, invert);
  }

  /** Sets the mean; the variance must be set, too. */
  public Normalization mean(double... mean) {
    Objects.requireNonNull(mean, "mean");
    return new Normalization(axis, boxed(mean), variance, invert);
  }

  /** Sets the variance; the mean must be set, too. */
  public Normalization variance(double... variance) {
    Objects.requireNonNull(variance, "variance");
    return new Normalization(axis, mean, boxed(variance), invert);
  }

  private static List<Double> boxed(double... numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  /** Sets whether to apply the inverse, denormalizing values; defaults to false. */
  public Normalization invert(boolean invert) {
    return new Normalization(axis, mean, variance, invert);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sizes = keptSizes(inputs);
    if (mean != null && variance != null) {
      requireFits(inputs, sizes, mean.size(), variance.size());
      return LayerGeometry.of(inputs.single());
    }
    if (mean != null || variance != null) {
      throw inputs.mismatch(
          "a mean and a variance", mean == null ? "no mean" : "no variance", "Set both or none.");
    }
    return LayerGeometry.of(
        inputs.single(),
        inputs.nonTrainable("mean", sizes, Zeros.of()),
        inputs.nonTrainable("variance", sizes, Ones.of()),
        inputs.nonTrainable("count", Shape.scalar(), Zeros.of()));
  }

  /** Returns the sizes along the axes, in the order of the input. */
  private Shape keptSizes(LayerInputs inputs) {
    Shape input = Axes.check(inputs, axis);
    int rank = input.numDimensions();
    return Shape.of(
        axis.stream()
            .map(each -> Math.floorMod(each, rank))
            .sorted()
            .mapToLong(input::get)
            .toArray());
  }

  private void requireFits(LayerInputs inputs, Shape sizes, int means, int variances) {
    boolean fits =
        means == variances
            && axis.size() <= 1
            && (means == 1 || Sizes.mayEqual(means, sizes.size()));
    if (!fits) {
      throw inputs.mismatch(
          axis.size() > 1
              ? "at most one axis if mean and variance are set"
              : "a mean and a variance for each of " + sizes.size() + " indices along the axis",
          axis.size() > 1 ? axis.toString() : means + " and " + variances,
          "Set as many, or none to use weights.");
    }
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.normalization(this);
  }
}
